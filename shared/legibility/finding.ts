/** What a rule says of a slide. */
import type { SlideText } from '../content/slide-texts.ts';

export interface Finding {
  /** Number in RULES.md, such as `L3`. */
  readonly rule: string;
  /** `fail` stops a submission, `warn` is shown to who approves. */
  readonly verdict: 'fail' | 'warn';
  /** The field of the slide; empty for the slide as a whole. */
  readonly field: string;
  /** A plain Korean sentence that says what is wrong and what helps. */
  readonly words: string;
  /** What a button can do about it; null where only a person can. */
  readonly fix: Fix | null;
}

export type Fix = DwellFix | WriteFix;

/** Show it for so many seconds. */
interface DwellFix {
  readonly kind: 'dwell';
  readonly seconds: number;
}

/** Write something else into a field. */
interface WriteFix extends Pick<SlideText, 'field' | 'language'> {
  readonly kind: 'write';
  /** Two where one of the lines becomes two. */
  readonly texts: readonly [string] | readonly [string, string];
  /** What the button says, such as `두 줄로 나누기`. */
  readonly label: string;
}
