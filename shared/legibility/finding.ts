/** What a rule says of a slide. */

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

/** Show it for so many seconds. */
export interface Fix {
  readonly kind: 'dwell';
  readonly seconds: number;
}
