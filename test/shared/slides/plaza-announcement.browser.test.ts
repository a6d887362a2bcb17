import { afterEach, describe, expect, it } from 'vitest';
import type { Announcement } from '../../../shared/content/announcement.ts';
import '../../../shared/slides/plaza-announcement.ts';
import type { AnnouncementPhase } from '../../../shared/slides/announcement-words.ts';
import type { Scene } from '../../../shared/slides/scene.ts';
import { brokenLines } from '../../../shared/slides/broken-lines.ts';
import { announcements } from '../../support/board-announcements.ts';
import { drawnTexts, faults, sceneOf, SIZES, stage } from './stage.ts';

async function show(
  announcement: Announcement | undefined,
  scene: Scene,
  phase: AnnouncementPhase = 'live',
) {
  if (!announcement) throw new Error('no such sample');
  const element = document.createElement('plaza-announcement');
  Object.assign(element, { announcement, scene, phase });
  stage(element, scene.geometry.widthPx, scene.geometry.heightPx);
  await element.ready;
  return element;
}

function wordsOf(element: Element): readonly string[] {
  return drawnTexts(element.shadowRoot ?? element).map(({ text }) => text);
}

const letters = (text: string) => text.replace(/\s+/g, '');

afterEach(() => document.body.replaceChildren());

describe.each(SIZES)('plaza-announcement at %i×%i', (widthPx, heightPx) => {
  const scene = sceneOf(widthPx, heightPx);

  it.each(Object.entries(announcements))(
    'shows %s word for word, every page inside the board',
    async (_, announcement) => {
      const element = await show(announcement, scene);
      const shown: string[] = [];
      for (let page = 0; page < element.pages; page += 1) {
        element.page = page;
        await element.ready;
        expect(faults(drawnTexts(element.shadowRoot ?? element), scene)).toEqual([]);
        shown.push(letters(wordsOf(element).join('')));
        expect(shown[page]).toContain(letters(element.pageTexts[page] ?? ''));
      }
      const said = element.pageTexts.join('');
      expect(said).toContain(announcement.body ?? '');
      for (const own of Object.values(announcement.translations ?? {})) {
        expect(shown.join('')).toContain(letters(own?.title ?? ''));
        expect(said).toContain(own?.body ?? '');
      }
      expect(shown.join('')).toContain(letters(announcement.title));
    },
  );

  it('keeps a text of 400 characters without a space', async () => {
    const body = '가나다라마바사아자차'.repeat(40);
    const element = await show({ ...example(), title: '가'.repeat(40), body }, scene);
    expect(element.pageTexts.join('')).toBe(`${'가'.repeat(40)}${body}`);
    expect(faults(drawnTexts(element.shadowRoot ?? element), scene)).toEqual([]);
  });
});

describe('plaza-announcement', () => {
  const scene = sceneOf(1920, 1080);

  it('says the level, the source, when it was sent and until when it holds', async () => {
    const words = wordsOf(await show(announcements.emergency, scene));
    expect(words).toEqual(
      expect.arrayContaining(['긴급', '호우경보', '도봉구청 안전총괄과', '18:12 발표 · 20:00까지']),
    );
  });

  it.each([
    ['zh', '暴雨警报：请立即离开河边', '请离开中浪川步道和地下通道。请不要去地下停车场取车。'],
    [
      'ja',
      '大雨警報：川から今すぐ離れてください',
      '中浪川の遊歩道と地下道から出てください。地下駐車場に行かないでください。',
    ],
  ] as const)(
    '[A41] fills a tall board in %s on one page, in large type',
    async (language, title, body) => {
      const tall = sceneOf(1080, 1920);
      const element = await show(
        { ...example(), translations: { [language]: { title, body } } },
        tall,
      );
      const [korean = '', ...others] = element.pageTexts;
      expect([korean === '', others]).toEqual([false, [`${title}${body}`]]);
      element.page = 1;
      await element.ready;
      const heading = element.shadowRoot?.querySelector('h1');
      const lines = heading ? brokenLines(heading) : [];
      expect(lines.at(-1)?.text.length).toBeGreaterThan(1);
      expect(parseFloat(getComputedStyle(heading!).fontSize)).toBeGreaterThan(100);
    },
  );

  it.each([
    ['correction', 'live', '긴급 정정'],
    ['drill', 'live', '훈련'],
    ['drill', 'all-clear', '훈련 해제'],
    ['emergency', 'all-clear', '해제'],
    ['important', 'live', '중요'],
  ] as const)('calls a %s (%s) %s', async (name, phase, level) => {
    const element = await show(announcements[name], scene, phase);
    expect(element.shadowRoot?.querySelector('.level')?.textContent).toBe(level);
  });

  it('[A41] says the same in other languages after the Korean pages, each in its own type and level', async () => {
    const element = await show(announcements.spoken, scene);
    const seen: string[] = [];
    for (let page = 0; page < element.pages; page += 1) {
      element.page = page;
      await element.ready;
      const root = element.shadowRoot;
      const { lang = '' } = root?.querySelector('article') ?? {};
      const level = root?.querySelector('.level')?.textContent ?? '';
      if (!seen.includes(`${lang} ${level}`)) seen.push(`${lang} ${level}`);
    }
    expect(seen).toEqual(['ko 긴급', 'en Alert', 'zh 紧急', 'ja 緊急']);
  });

  it('[A41] says in every language that it is over', async () => {
    const lifted = { ...announcements.spoken!, clearedAt: Date.UTC(2026, 10, 22, 10, 0) };
    const element = await show(lifted, scene, 'all-clear');
    const said = element.pageTexts.join(' ');
    for (const words of ['상황이 해제되었습니다', 'This alert is over', '以下警报已解除'])
      expect(said).toContain(words);
    expect(said).not.toContain('Move to higher ground');
  });

  it('[A21] shows the all-clear that was prepared with the alert', async () => {
    const allClear = '하천에는 물이 빠질 때까지 들어가지 마시기 바랍니다.';
    const lifted = { ...example(), allClear, clearedAt: Date.UTC(2026, 10, 22, 10, 0) };
    const element = await show(lifted, scene, 'all-clear');
    expect(element.pageTexts.join(' ')).toContain(allClear);
  });

  it('names the day when it ends on another one, and midnight as such', async () => {
    const midnight = Date.UTC(2026, 10, 22, 15, 0);
    const tonight = { ...example(), expiresAt: midnight };
    expect(wordsOf(await show(tonight, scene))).toContain('18:12 발표 · 자정(24:00)까지');
    const tomorrow = { ...example(), expiresAt: midnight + 9 * 3_600_000 };
    expect(wordsOf(await show(tomorrow, scene))).toContain('18:12 발표 · 11. 23.(월) 09:00까지');
  });

  it('says who and until when on the first page of a tiny board, and leaves the room of it to the others', async () => {
    const element = await show(announcements['emergency-long'], sceneOf(360, 260));
    expect(element.pages).toBeGreaterThan(1);
    for (let page = 0; page < element.pages; page += 1) {
      element.page = page;
      await element.ready;
      expect(wordsOf(element).some((words) => words.includes('도봉구청'))).toBe(page === 0);
    }
    expect(element.pages).toBeLessThan(9);
  });

  it('is red only in an emergency', async () => {
    const bandOf = async (name: string, phase: AnnouncementPhase = 'live') => {
      const element = await show(announcements[name], scene, phase);
      const band = element.shadowRoot?.querySelector('.band');
      return band ? getComputedStyle(band).backgroundColor : '';
    };
    expect(await bandOf('emergency')).toBe('rgb(217, 38, 53)');
    expect(await bandOf('emergency', 'all-clear')).toBe('rgb(27, 95, 201)');
    expect(await bandOf('drill')).toBe('rgba(0, 0, 0, 0)');
    expect(await bandOf('important')).toBe('rgba(0, 0, 0, 0)');
  });

  it('says on every page of an all-clear that it is over, and never again what to do', async () => {
    const small = sceneOf(360, 260);
    const alert = {
      ...example(),
      title: '하천변에서 즉시 나와 높은 곳으로 옮기십시오',
      clearedAt: 1,
    };
    const element = await show(alert, small, 'all-clear');
    expect(element.pages).toBeGreaterThan(1);
    for (let page = 0; page < element.pages; page += 1) {
      element.page = page;
      await element.ready;
      expect(wordsOf(element)).toContain('상황이 해제되었습니다');
      expect(wordsOf(element)).not.toContain(alert.title);
    }
  });

  it('is announced as an alert', async () => {
    const element = await show(announcements.emergency, scene);
    expect(element.shadowRoot?.querySelector('[role=alert]')).not.toBeNull();
  });
});

function example(): Announcement {
  const { emergency } = announcements;
  if (!emergency) throw new Error('no such sample');
  return emergency;
}
