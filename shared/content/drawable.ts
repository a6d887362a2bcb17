/**
 * [L12] Which characters the board can draw: those of the typefaces that it ships, by the language of the text.
 * Data and rule in one; the board itself does not need it and must not import it.
 */
import { jaRuns } from './drawable-ja.ts';
import { koRuns } from './drawable-ko.ts';
import { zhRuns } from './drawable-zh.ts';
import { hiddenCharacter } from './fields.ts';
import type { SlideText } from './slide-texts.ts';

type Language = SlideText['language'];
/** Ends and starts of runs: even places are the first code point of one, odd ones the first after it. */
type Edges = readonly number[];

const MOST_MARKS = 2;
const MOST_NAMED = 4;
/** One visible character: joined emoji, a flag, a syllable of old Hangul, or a letter with its marks. */
const VISIBLE =
  /\p{RI}{2}|[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+\p{M}*|\P{M}(?:\p{M}|\p{Emoji_Modifier}|\u200d\P{M})*|\p{M}+/gu;
const NO_INK = /^[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+$/u;

const runs = { ko: koRuns, en: koRuns, zh: zhRuns, ja: jaRuns } as const;
const edgesByLanguage = new Map<Language, Edges>();

/** The visible characters of `text` that no shipped typeface draws, each once, in their order. */
export function undrawable(text: string, language: Language): readonly string[] {
  const found = visible(text).filter((character) =>
    Array.from(character).some((point) => !isDrawn(point, language)),
  );
  return [...new Set(found)];
}

/** The visible characters of `text` with so many marks that they leave their line, each once. */
export function overmarked(text: string): readonly string[] {
  const found = visible(text).filter(
    (character) => (character.match(/\p{M}/gu)?.length ?? 0) > MOST_MARKS,
  );
  return [...new Set(found)];
}

/** A sentence for who wrote `text`, which names the characters to take out; undefined when all can be drawn. */
export function undrawableWords(text: string, language: Language): string | undefined {
  const marked = overmarked(text).map((character) => `‘${Array.from(character)[0] ?? ''}’`);
  if (marked.length > 0)
    return `${named(marked)}에 부호가 너무 많이 붙어 있습니다. ${MOST_MARKS}개까지만 남겨 주십시오.`;
  const characters = undrawable(text, language).map(nameOf);
  if (characters.length === 0) return undefined;
  return `${named(characters)}은(는) 화면 글꼴에 없습니다. 지우고 다시 적어 주십시오.`;
}

/** `text` without what cannot be drawn, for whoever wants it taken out; may be empty. */
export function drawablePart(text: string, language: Language): string {
  const bad = new Set([...undrawable(text, language), ...overmarked(text)]);
  const kept = visible(text).filter((character) => !bad.has(character));
  return kept.join('').replace(/ +/g, ' ').trim();
}

function visible(text: string): readonly string[] {
  return text.normalize('NFC').match(VISIBLE) ?? [];
}

/** As people know it; what cannot be seen by its number. */
function nameOf(character: string): string {
  return NO_INK.test(character) ? hiddenCharacter(character) : `‘${character}’`;
}

function named(names: readonly string[]): string {
  const rest = names.length > MOST_NAMED ? ' 등' : '';
  return names.slice(0, MOST_NAMED).join(', ') + rest;
}

function isDrawn(character: string, language: Language): boolean {
  const point = character.codePointAt(0) ?? 0;
  return isWithin(edgesOf('ko'), point) || isWithin(edgesOf(language), point);
}

/** O(log n). */
function isWithin(edges: Edges, point: number): boolean {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

function edgesOf(language: Language): Edges {
  const known = edgesByLanguage.get(language);
  if (known) return known;
  let at = 0;
  const edges = runs[language].split(',').flatMap((run) => {
    const [gap = '', length = '1'] = run.split('-');
    const from = at + Number.parseInt(gap, 36);
    at = from + Number.parseInt(length, 36);
    return [from, at];
  });
  edgesByLanguage.set(language, edges);
  return edges;
}
