/** Turns what is shown into proof of play. */
import type { Play } from '../../shared/content/play.ts';
import type { ManifestSlide, Slot } from '../../shared/protocol/manifest.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Showing } from './view.ts';

interface Running {
  readonly showing: Showing;
  readonly startedAt: EpochMs;
  readonly isWhole: boolean;
  readonly manifestRevision: number;
  isPainted: boolean;
}

/** A slide that came on this much after its slot's start, or left this much before its end, was cut. */
const WHOLE_MS = 1_500;

export class Plays {
  readonly #record: (play: Play) => void;
  readonly #newId: () => string;
  #running: Running | null = null;
  #lastFailedKey = '';

  constructor(options: { readonly record: (play: Play) => void; readonly newId: () => string }) {
    this.#record = options.record;
    this.#newId = options.newId;
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
    this.#running = { showing, startedAt: at, isWhole, manifestRevision, isPainted: false };
  }

  /** The running slide was painted. One that never was (on a page that is not drawn) is no play. */
  confirm(showing: Showing): void {
    if (this.#running?.showing.key === showing.key) this.#running.isPainted = true;
  }

  /** Nothing plays from `at` on. */
  stop(at: EpochMs): void {
    const running = this.#running;
    this.#running = null;
    const slot = running?.showing.slot;
    if (!running?.isPainted || !slot) return;
    const isToTheEnd = at >= slot.endMs - WHOLE_MS;
    this.#record({
      ...this.#of(running.showing.slide, slot),
      startedAt: running.startedAt,
      endedAt: Math.max(running.startedAt, at),
      outcome: running.isWhole && isToTheEnd ? 'played' : 'cut',
      manifestRevision: running.manifestRevision,
    });
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
      ...this.#of(slide, showing.slot),
      startedAt: when.at,
      endedAt: when.at,
      outcome: 'failed',
      manifestRevision: when.manifestRevision,
    });
  }

  #of(slide: ManifestSlide, slot: Slot) {
    return {
      id: this.#newId(),
      slideId: slide.id,
      revisionId: slide.revisionId,
      bookingId: slot.bookingId,
      slotStartMs: slot.startMs,
    };
  }
}
