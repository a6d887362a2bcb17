/**
 * Writes shared/content/drawable-ko.ts, -zh.ts and -ja.ts: which characters the shipped typefaces draw, read from
 * the font files themselves. Run it after a typeface was updated: `node test/support/drawable-tables.ts`.
 */
import { openSync, type Font, type FontCollection } from 'fontkit';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const PRETENDARD = 'pretendard/dist/web/variable/woff2/PretendardVariable.woff2';
/** Of those, a face is used only for the characters of its `unicode-range`. */
const FACE = /url\(\.\/(files\/[^)]+)\)[^}]*unicode-range:\s*([^;]+);/g;
/** What nobody can see, or what belongs to no character; emoji, for the system's own type would draw these. */
const NEVER =
  /^[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Emoji_Presentation}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]$/u;
/** Numbers in a line of the table that stays under the house's width. */
const LINE_LENGTH = 94;

export const tableLanguages = ['ko', 'zh', 'ja'] as const;
type TableLanguage = (typeof tableLanguages)[number];

/** What each table adds to the one for Korean; its own face comes first. */
const notoOf = { ko: 'kr', zh: 'sc', ja: 'jp' } as const;
const namesOf = {
  ko: 'Pretendard and Noto Sans KR draw',
  zh: 'Noto Sans SC draws beyond those of drawable-ko.ts',
  ja: 'Noto Sans JP draws beyond those of drawable-ko.ts',
} as const;

/** Read once: there are seconds of glyphs in it. */
let korean: ReadonlySet<number> | undefined;

/** The code points of a table, ascending. */
export function drawnIn(language: TableLanguage): readonly number[] {
  korean ??= new Set([...drawnBy(fontAt(PRETENDARD), () => true), ...drawnByPackage(notoOf.ko)]);
  if (language === 'ko') return ascending(korean);
  const known = korean;
  return ascending(new Set(drawnByPackage(notoOf[language]).filter((point) => !known.has(point))));
}

/** The module as it must stand in `shared/content`. */
export function tableModule(language: TableLanguage): string {
  const lines = encoded(drawnIn(language)).map((line) => `  '${line}' +`);
  const body = lines.join('\n').replace(/ \+$/, ';');
  return (
    `/** Characters that ${namesOf[language]}; drawable.ts reads it. Written by test/support/drawable-tables.ts. */\n` +
    `export const ${language}Runs =\n${body}\n`
  );
}

export function tablePath(language: TableLanguage): string {
  return resolve(root, `shared/content/drawable-${language}.ts`);
}

/** Runs of code points: the gap to the run before, and where it is more than one its length; base 36. */
function encoded(codePoints: readonly number[]): readonly string[] {
  const runs: string[] = [];
  let end = 0;
  for (let at = 0; at < codePoints.length;) {
    const first = codePoints[at] ?? 0;
    let length = 1;
    while (codePoints[at + length] === first + length) length += 1;
    const gap = (first - end).toString(36);
    runs.push(length === 1 ? gap : `${gap}-${length.toString(36)}`);
    end = first + length;
    at += length;
  }
  return wrapped(runs);
}

function wrapped(runs: readonly string[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const run of runs) {
    if (line.length + run.length >= LINE_LENGTH) {
      lines.push(line);
      line = '';
    }
    line += `${run},`;
  }
  return [...lines, line.slice(0, -1)];
}

function drawnByPackage(name: string): readonly number[] {
  const folder = `@fontsource-variable/noto-sans-${name}`;
  const css = readFileSync(resolve(root, 'node_modules', folder, 'index.css'), 'utf8');
  return [...css.matchAll(FACE)].flatMap(([, file = '', ranges = '']) => {
    const wanted = rangesOf(ranges);
    return drawnBy(fontAt(`${folder}/${file}`), (point) =>
      wanted.some(([from, to]) => from <= point && point <= to),
    );
  });
}

function rangesOf(css: string): readonly (readonly [number, number])[] {
  return css.split(',').map((part) => {
    const [from = '', to = from] = part.trim().slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
}

/** Those with ink of their own, and the spaces between words. */
function drawnBy(font: Font, isUsed: (codePoint: number) => boolean): readonly number[] {
  return font.characterSet.filter((point) => {
    const character = String.fromCodePoint(point);
    if (!isUsed(point) || NEVER.test(character)) return false;
    return /\p{Zs}/u.test(character) || hasInk(font, point);
  });
}

function hasInk(font: Font, codePoint: number): boolean {
  const { minX, maxX } = font.glyphForCodePoint(codePoint).bbox;
  return maxX > minX;
}

function fontAt(path: string): Font {
  const font: Font | FontCollection = openSync(resolve(root, 'node_modules', path));
  if (!('characterSet' in font)) throw new Error(`${path} holds several fonts`);
  return font;
}

function ascending(points: ReadonlySet<number>): readonly number[] {
  return [...points].sort((a, b) => a - b);
}

if (import.meta.main)
  for (const language of tableLanguages) writeFileSync(tablePath(language), tableModule(language));
