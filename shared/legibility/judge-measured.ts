/** Judges a slide by all that was measured of it. Pure: what the console foretells is what the server decides. */
import type { Screen } from '../content/screen.ts';
import type { SlideContent } from '../content/slide.ts';
import type { Measured } from './judgement.ts';
import { judge } from './judge.ts';
import { judgeWritten } from './judge-written.ts';
import { legibilityReport, type ReportedFinding } from './legibility-report.ts';

export interface MeasuredSlide {
  readonly content: SlideContent;
  /** Of one page. */
  readonly dwellSeconds: number;
  readonly measured: readonly Measured[];
  readonly screens: readonly Screen[];
  /** Of the slide's film, by whoever took it in; undefined where that is not known, or there is none. */
  readonly flashesPerSecond?: number | undefined;
}

/**
 * Everything that the rules say of it, once; `boards` holds the ids of the screens. What was measured on an unknown
 * screen is left out. The words are judged beside the measurements, for these may hold a part of them only.
 */
export function judgeMeasured(slide: MeasuredSlide): readonly ReportedFinding[] {
  const { content, dwellSeconds, measured, screens, flashesPerSecond } = slide;
  const byBoard = measured.flatMap(({ screenId, measurement }) => {
    const board = screens.find(({ id }) => id === screenId);
    if (!board) return [];
    const video = flashesPerSecond === undefined ? measurement.video : { flashesPerSecond };
    const judged = { measurement: { ...measurement, video }, board, dwellSeconds };
    return [{ name: screenId, findings: judge(judged) }];
  });
  const words = judgeWritten(content, dwellSeconds * pagesOf(measured));
  const wordsAlone = byBoard.length === 0 ? words : words.filter(({ rule }) => rule !== 'L3');
  return legibilityReport([...byBoard, { name: null, findings: wordsAlone }]);
}

/** The most pages that any board needs; 1 without a measurement. */
export function pagesOf(measured: readonly Measured[]): number {
  return Math.max(1, ...measured.map(({ measurement }) => measurement.pages));
}
