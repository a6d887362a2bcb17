import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  drawablePart,
  overmarked,
  undrawable,
  undrawableWords,
} from '../../../shared/content/drawable.ts';
import { textsIn } from '../../../shared/content/slide-texts.ts';
import { contentFolder } from '../../content/content-folder.ts';
import { tableLanguages, tableModule, tablePath } from '../../support/drawable-tables.ts';

describe('the tables of characters', () => {
  it.each(tableLanguages)(
    '[L12] are what the shipped fonts hold: %s',
    { timeout: 120_000 },
    (one) => {
      expect(readFileSync(tablePath(one), 'utf8') === tableModule(one)).toBe(true);
    },
  );
});

describe('undrawable', () => {
  it.each([
    ['Hangul, Latin, digits and signs', '창동역 1번 출구, Exit 1 · 4,000원 ☎ ★ ㎡ ℃ ① → “”', 'ko'],
    ['Hanja', '倉洞驛 無料', 'ko'],
    ['what NFC composes', '한글 é'.normalize('NFD'), 'ko'],
    ['simplified Chinese', '简务应广场，。', 'zh'],
    ['Japanese', '駅広気 ひらがなカタカナ', 'ja'],
    ['Korean in a foreign field', '창동', 'en'],
    ['nothing', '', 'ko'],
  ] as const)('[L12] finds nothing wrong with %s', (_what, text, language) => {
    expect(undrawable(text, language)).toEqual([]);
    expect(undrawableWords(text, language)).toBeUndefined();
  });

  it.each([
    { what: 'emoji, each once and whole', text: '😀 👨‍👩‍👧😀', language: 'ko', names: ['😀', '👨‍👩‍👧'] },
    { what: 'a sign that asks for its coloured form', text: '☎️', language: 'ko', names: ['☎️'] },
    { what: 'flags and keycaps', text: '🇰🇷1️⃣', language: 'ko', names: ['🇰🇷', '1️⃣'] },
    { what: 'old Hangul as a syllable', text: 'ᄒᆞᆫ글', language: 'ko', names: ['ᄒᆞᆫ'] },
    { what: 'simplified Chinese in a Korean text', text: '简', language: 'ko', names: ['简'] },
    { what: 'Chinese forms in a Japanese text', text: '简', language: 'ja', names: ['简'] },
    { what: 'other scripts', text: 'שם', language: 'en', names: ['ש', 'ם'] },
    { what: 'half of a surrogate pair', text: '가\ud83d', language: 'ko', names: ['\ud83d'] },
    { what: 'what cannot be seen', text: '가\u200b나', language: 'ko', names: ['\u200b'] },
  ] as const)('[L12] names $what', ({ text, language, names }) => {
    expect(undrawable(text, language)).toEqual(names);
  });

  it('[L12] takes two marks on a letter and no third', () => {
    expect(overmarked('Z\u0337\u0322')).toEqual([]);
    expect(overmarked('Z\u0337\u0322\u0321')).toEqual(['Z\u0337\u0322\u0321']);
  });

  it('[L12] says what to do, and names what cannot be seen by its number', () => {
    expect(undrawableWords('개업 🎉', 'ko')).toBe(
      '‘🎉’은(는) 화면 글꼴에 없습니다. 지우고 다시 적어 주십시오.',
    );
    expect(undrawableWords('가\u200b나', 'ko')).toContain('U+200B');
    expect(undrawableWords('Z\u0337\u0322\u0321', 'ko')).toContain('‘Z’');
    expect(undrawableWords('🎉🎂🍰🍞🥐', 'ko')).toContain('‘🍞’ 등');
  });

  it('[L12] can take out what is wrong', () => {
    expect(drawablePart('🎉 개업 🎉 기념', 'ko')).toBe('개업 기념');
    expect(drawablePart('😀', 'ko')).toBe('');
  });
});

it('[L12] every text that ships can be drawn', () => {
  const { slides, shops, screens, organizations } = contentFolder();
  const texts = [...slides.map(({ content }) => content), ...shops, ...screens, ...organizations]
    .flatMap(textsIn)
    .flatMap(({ text, language }) => undrawable(text, language));
  expect(texts).toEqual([]);
});
