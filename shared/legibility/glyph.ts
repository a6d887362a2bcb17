/** [L1] [L2] How high a glyph must be. */

interface Viewing {
  readonly pitchMm: number;
  readonly viewingDistanceM: number;
}

const LEAST_MM_PER_M = 4;
const GOOD_MM_PER_M = 7.3;
const LEAST_PX = 16;
const GOOD_PX = 24;
/** Latin letters and digits are read at three quarters of the height. */
const LATIN_PART = 0.75;
const CJK = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export interface GlyphNeed {
  /** Board pixels; under it fails. */
  readonly leastPx: number;
  /** Under it warns. */
  readonly goodPx: number;
}

/** What a text needs on a board. The pixel floor holds for texts with Hangul, Hanja or kana only. */
export function glyphNeed(text: string, { pitchMm, viewingDistanceM }: Viewing): GlyphNeed {
  const part = CJK.test(text) ? 1 : LATIN_PART;
  const floor = part === 1 ? [LEAST_PX, GOOD_PX] : [LEAST_PX * part, GOOD_PX * part];
  const wanted = (perM: number) => (perM * part * viewingDistanceM) / pitchMm;
  return {
    leastPx: Math.max(floor[0] ?? 0, wanted(LEAST_MM_PER_M)),
    goodPx: Math.max(floor[1] ?? 0, wanted(GOOD_MM_PER_M)),
  };
}

/** [L11] Metres from which a glyph of this height can be read. */
export function legibleFromM(glyphPx: number, pitchMm: number): number {
  return (glyphPx * pitchMm) / LEAST_MM_PER_M;
}
