/** What the use cases know of the storage of submissions, withdrawals and words to submitters; a part of store.ts. */
import type { ReviewNote } from '../../shared/content/review-note.ts';
import type { Withdrawal } from '../../shared/content/withdrawal.ts';
import type { Judgement, Measured } from '../../shared/legibility/judgement.ts';
import type { CivilDate, EpochMs } from '../../shared/time.ts';

/** What was measured and judged of a revision when it was submitted last. */
export interface Submissions {
  /** Undefined for what nobody submitted. */
  measured(revisionId: string): Promise<readonly Measured[] | undefined>;
  /** The judgements of these revisions, in any order; those that nobody submitted are left out. */
  some(revisionIds: readonly string[]): Promise<readonly Judgement[]>;
  /** Inserts, or replaces where it was submitted before. */
  put(judgement: Judgement, measured: readonly Measured[]): Promise<void>;
}

export interface Withdrawals {
  get(id: string): Promise<Withdrawal | undefined>;
  /** Newest first. */
  ofSlide(slideId: string): Promise<readonly Withdrawal[]>;
  add(withdrawal: Withdrawal): Promise<void>;
}

/** [V20] What each person has not seen yet. */
export interface ReviewNotes {
  /** Newest first. */
  ofPerson(personId: string): Promise<readonly ReviewNote[]>;
  /** Whatever the person had of the slide before goes. */
  put(personId: string, note: ReviewNote): Promise<void>;
  /** The person has seen it; nothing happens to a note of somebody else's. */
  remove(personId: string, id: string): Promise<void>;
  /** What was told of the slide is no longer so. */
  removeOfSlide(slideId: string): Promise<void>;
  /** Forgets older ones, seen or not. Returns how many went. */
  removeBefore(at: EpochMs): Promise<number>;
}

/** Plays of one slide on one board within a quarter of an hour, added up. */
export interface ShownQuarter {
  readonly slideId: string;
  readonly screenId: string;
  readonly plays: number;
  readonly shownMs: number;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
}
/** Plays of one slide on one board and day that came as a number alone (B30 in kiosk/RULES.md). */
export interface CountedDay {
  readonly slideId: string;
  readonly screenId: string;
  /** In the board's zone. */
  readonly date: CivilDate;
  readonly plays: number;
  readonly shownMs: number;
}
export interface SlidePlays {
  /**
   * All plays of these slides that began before `beforeMs` and did not fail, oldest first. No zone cuts a quarter of
   * an hour in two days. What boards could only count is in `counted`.
   */
  quarters(slideIds: readonly string[], beforeMs: EpochMs): Promise<readonly ShownQuarter[]>;
  /** What boards could only count of these slides, but for what failed, by slide, board and day; in no order. */
  counted(slideIds: readonly string[]): Promise<readonly CountedDay[]>;
}
