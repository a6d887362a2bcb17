/** [L3] [L4.1] [L11] A page by the time that it takes. */
import { MAX_DWELL_SECONDS } from '../content/slide.ts';
import type { Finding, Fix } from './finding.ts';
import { legibleFromM } from './glyph.ts';
import type { Judged, JudgedBoard } from './judged.ts';
import type { Measurement, MeasuredText } from './measurement.ts';
import { fastSeconds, letters, lettersIn, slowSeconds } from './reading.ts';

const MOST_LETTERS = 16;
const MOST_LINES = 3;
const LINE = /^lines\.\d+$/;
const WALK_M_PER_S = 1.2;
/** From here on an LED wall's pixels fall apart, and a screen is looked at from too steep an angle. */
const NEAR_LED_M = 5;
const NEAR_SCREEN_M = 2;
const LED_PITCH_MM = 2;

export function judgeReading({ measurement, board, dwellSeconds }: Judged): Finding[] {
  const byPage = Array.from({ length: measurement.pages }, (_, page) =>
    measurement.texts.filter((text) => text.page === page),
  );
  const longest = Math.max(0, ...byPage.map(lettersOf));
  const slow = slowSeconds(longest, measurement.hasQr);
  return [
    ...dwellFindings({ count: longest, hasQr: measurement.hasQr, dwellSeconds }),
    ...byPage.flatMap(linesOf),
    ...passingOf(measurement, board, slow),
  ];
}

/** [L3.4] */
function lettersOf(texts: readonly MeasuredText[]): number {
  const byLanguage = new Map<string, number>();
  for (const { language, text } of texts)
    byLanguage.set(language, (byLanguage.get(language) ?? 0) + letters(text));
  return Math.max(0, ...byLanguage.values());
}

interface Reading {
  /** Counted letters of a page. */
  readonly count: number;
  readonly hasQr: boolean;
  /** Of a page. */
  readonly dwellSeconds: number;
}

/** [L3] Empty when a slow reader has the time, or there is nothing to read. */
export function dwellFindings({ count, hasQr, dwellSeconds }: Reading): Finding[] {
  if (count === 0 || dwellSeconds >= slowSeconds(count, hasQr)) return [];
  const verdict = dwellSeconds < fastSeconds(count, hasQr) ? 'fail' : 'warn';
  const wanted = Math.ceil(slowSeconds(count, hasQr));
  const excess = Math.ceil(count - lettersIn(dwellSeconds, hasQr));
  const fix: Fix | null = wanted <= MAX_DWELL_SECONDS ? { kind: 'dwell', seconds: wanted } : null;
  const longer = fix ? `${String(wanted)}초로 늘리거나 ` : '';
  const words = `${String(dwellSeconds)}초는 짧습니다: ${longer}${String(excess)}자를 줄이십시오.`;
  return [{ rule: 'L3', verdict, field: '', words, fix }];
}

function linesOf(texts: readonly MeasuredText[]): Finding[] {
  const written = new Set(texts.flatMap(({ field }) => (LINE.test(field) ? [field] : [])));
  const wide = texts.flatMap((text): Finding[] => {
    const most = Math.max(0, ...text.lines.map(letters));
    if (most <= MOST_LETTERS) return [];
    const words = `한 줄이 ${String(most)}자입니다. ${String(MOST_LETTERS)}자까지가 한눈에 읽힙니다.`;
    const fix = written.size < MOST_LINES ? splitting(text) : null;
    return [{ rule: 'L4', verdict: 'warn', field: text.field, words, fix }];
  });
  const body = texts.filter(({ field, language }) => LINE.test(field) && language === 'ko');
  const count = body.reduce((sum, { lines }) => sum + lines.length, 0);
  if (count <= MOST_LINES) return wide;
  const words = `제목 아래 글이 ${String(count)}줄입니다. ${String(MOST_LINES)}줄까지가 읽기 좋습니다.`;
  return [...wide, { rule: 'L4', verdict: 'warn', field: '', words, fix: null }];
}

/** Between the words that halve it best; null for what is one word, or no line. */
function splitting({ field, language, text }: MeasuredText): Fix | null {
  if (!LINE.test(field) || language !== 'ko') return null;
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const halves = spaces.map((at) => [text.slice(0, at), text.slice(at + 1)] as const);
  const longer = ([one, two]: readonly [string, string]) => Math.max(letters(one), letters(two));
  const [best] = halves.toSorted((one, two) => longer(one) - longer(two));
  if (!best || longer(best) > MOST_LETTERS) return null;
  return { kind: 'write', field, language, texts: best, label: '두 줄로 나누기' };
}

function passingOf({ texts }: Measurement, { pitchMm }: JudgedBoard, slow: number): Finding[] {
  if (texts.length === 0) return [];
  const fromM = legibleFromM(Math.min(...texts.map(({ glyphPx }) => glyphPx)), pitchMm);
  const nearM = pitchMm >= LED_PITCH_MM ? NEAR_LED_M : NEAR_SCREEN_M;
  const seconds = Math.max(0, fromM - nearM) / WALK_M_PER_S;
  if (seconds >= slow) return [];
  const words = `걸어가며 읽기 어렵습니다: 읽는 데 ${String(Math.ceil(slow))}초가 걸리는데 ${String(Math.floor(seconds))}초 동안 보입니다. 글을 줄이십시오.`;
  return [{ rule: 'L11', verdict: 'warn', field: '', words, fix: null }];
}
