/** Slides as they might be measured, for the rules to judge. */
import type { JudgedBoard } from '../../../shared/legibility/judged.ts';
import type { Judged } from '../../../shared/legibility/judged.ts';
import type { Measurement, MeasuredText } from '../../../shared/legibility/measurement.ts';

/** A wall of 8 mm pixels that is read from 8 m: the height binds at 16 pixels, good is 24. */
export const wall: JudgedBoard = {
  pitchMm: 8,
  viewingDistanceM: 8,
  facesRoad: false,
  trafficSignalWithin30m: false,
};
/** A screen of 0.63 mm pixels that is read from 5 m: least 31.7 pixels, good 57.9. */
export const screen: JudgedBoard = { ...wall, pitchMm: 0.63, viewingDistanceM: 5 };

export function text(part: Partial<MeasuredText> = {}): MeasuredText {
  const words = part.text ?? '겨울 특가';
  return {
    field: 'title',
    text: words,
    language: 'ko',
    isTitle: true,
    page: 0,
    glyphPx: 48,
    lines: [words],
    contrast: 15,
    isInside: true,
    ...part,
  };
}

interface Parts extends Partial<Omit<Measurement, 'texts'>> {
  readonly texts?: readonly MeasuredText[];
  readonly board?: Partial<JudgedBoard>;
  readonly dwellSeconds?: number;
}

/** Nothing is wrong with it but what `parts` say. */
export function judged({ board, dwellSeconds = 15, texts, ...parts }: Parts = {}): Judged {
  return {
    board: { ...wall, ...board },
    dwellSeconds,
    measurement: {
      form: 'day',
      pages: 1,
      texts: [...(texts ?? [text()])],
      omitted: [],
      meanLuminance: 0.1,
      signalParts: { red: 0, yellow: 0, green: 0 },
      hasQr: false,
      video: null,
      ...parts,
    },
  };
}

/** `count` counted letters of Hangul in lines of at most 16. */
export function hangul(count: number): Partial<MeasuredText> {
  const words = '가'.repeat(count);
  return { text: words, lines: words.match(/.{1,16}/g) ?? [] };
}
