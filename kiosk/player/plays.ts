/** Turns what is shown into proof of play. */
import type { Play } from '../../shared/content/play.ts';
import type { ManifestSlide, Slot } from '../../shared/protocol/manifest.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Showing } from './view.ts';

interface Running {
  readonly showing: Showing;
  readonly startedAt: EpochMs;
  readonly startedMonoMs: number;
  readonly isWhole: boolean;
  readonly manifestRevision: number;
  readonly isSure: boolean;
}

/** A slide that came on this much after its slot's start, or left this much before its end, was cut. */
const WHOLE_MS = 1_500;
/** What the clock says of a play's length may be wrong by so much before the monotonic clock is asked instead. */
const STEP_MS = 2_000;

export class Plays {
  readonly #record: (play: Play) => void;
  readonly #newId: (at: EpochMs) => string;
  readonly #isSure: () => boolean;
  readonly #monotonicMs: () => number;
  #running: Running | null = null;
  #paintedKey = '';
  #lastFailedKey = '';

  constructor(options: {
    readonly record: (play: Play) => void;
    /** In the order of these ids plays are sent. */
    readonly newId: (at: EpochMs) => string;
    /** Whether the clock can be trusted (B14). */
    readonly isSure: () => boolean;
    /** Runs on while the clock is corrected. */
    readonly monotonicMs: () => number;
  }) {
    this.#record = options.record;
    this.#newId = options.newId;
    this.#isSure = options.isSure;
    this.#monotonicMs = options.monotonicMs;
  }

  /** `showing` came on at `at`; what ran before ends. Where it stands in, the slot failed. */
  start(showing: Showing, at: EpochMs, manifestRevision: number): void {
    const before = this.#running;
    this.stop(at);
    if (!showing.slot) return;
    if (showing.standsFor) {
      this.#fail(showing, showing.standsFor, { at, manifestRevision });
      return;
    }
    const follows =
      before?.showing.slot?.startMs === showing.slot.startMs &&
      before.showing.slide.id === showing.slide.id &&
      before.isWhole;
    const isWhole = follows || at - showing.slot.startMs < WHOLE_MS;
    this.#running = {
      ...{ showing, startedAt: at, startedMonoMs: this.#monotonicMs() },
      ...{ isWhole, manifestRevision, isSure: this.#isSure() },
    };
  }

  /**
   * It was painted; it may come back from beneath an announcement. What never was (on a page that is not drawn)
   * is no play.
   */
  confirm(showing: Showing): void {
    this.#paintedKey = showing.key;
  }

  /** Nothing plays from `at` on. */
  stop(at: EpochMs): void {
    const running = this.#running;
    this.#running = null;
    const slot = running?.showing.slot;
    if (!slot || running.showing.key !== this.#paintedKey) return;
    const endedAt = this.#endOf(running, at);
    const isToTheEnd = endedAt >= slot.endMs - WHOLE_MS;
    this.#record({
      ...this.#of(running.showing.slide, slot, running.startedAt),
      startedAt: running.startedAt,
      endedAt,
      outcome: running.isWhole && isToTheEnd ? 'played' : 'cut',
      manifestRevision: running.manifestRevision,
      ...(running.isSure ? {} : { clockSure: false }),
    });
  }

  /** By the clock, unless that was set meanwhile: nobody was shown anything for an hour that was skipped. */
  #endOf({ startedAt, startedMonoMs }: Running, at: EpochMs): EpochMs {
    const ranMs = Math.max(0, Math.round(this.#monotonicMs() - startedMonoMs));
    const isSet = Math.abs(at - startedAt - ranMs) >= STEP_MS;
    return isSet ? startedAt + ranMs : Math.max(startedAt, at);
  }

  /** Once a slot, however often its stand-in comes back from beneath an announcement. */
  #fail(
    showing: Showing,
    slide: ManifestSlide,
    when: { readonly at: EpochMs; readonly manifestRevision: number },
  ): void {
    if (!showing.slot || showing.key === this.#lastFailedKey) return;
    this.#lastFailedKey = showing.key;
    this.#record({
      ...this.#of(slide, showing.slot, when.at),
      startedAt: when.at,
      endedAt: when.at,
      outcome: 'failed',
      manifestRevision: when.manifestRevision,
      ...(this.#isSure() ? {} : { clockSure: false }),
    });
  }

  #of(slide: ManifestSlide, slot: Slot, at: EpochMs) {
    return {
      id: this.#newId(at),
      slideId: slide.id,
      revisionId: slide.revisionId,
      bookingId: slot.bookingId,
      slotStartMs: slot.startMs,
    };
  }
}
