/** Slides that cannot be shown on this board for now. */
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import { HOUR_MS, MINUTE_MS, type EpochMs } from '../../shared/time.ts';

type Slide = Pick<ManifestSlide, 'id' | 'revisionId'>;

interface Failure {
  readonly revisionId: string;
  /** Exclusive. */
  readonly untilMs: EpochMs;
  readonly isMissing: boolean;
}

/** A picture that could not be had (yet), as against one that is broken. */
export class MediaMissing extends Error {
  override readonly name = 'MediaMissing';
}

/** A slide that was not ready when its turn came: the PC may have been busy, and the next turn is a new one. */
export class NotInTime extends Error {
  override readonly name = 'NotInTime';
  /** Exclusive. */
  readonly turnEndMs: EpochMs;

  constructor(turnEndMs: EpochMs) {
    super('not ready in time');
    this.turnEndMs = turnEndMs;
  }
}

/** What does not draw may lack memory, or a part of the browser that starts anew. */
const RETRY_MS = HOUR_MS;
const MISSING_RETRY_MS = MINUTE_MS;

export class Failures {
  readonly #bySlide = new Map<string, Failure>();
  readonly #reported = new Set<string>();

  /** Leaves `slide` out for a while. Answers whether this is news, so that it is reported once. */
  add(slide: Slide, error: unknown, at: EpochMs): boolean {
    const isMissing = error instanceof MediaMissing;
    this.#leaveOut(slide, { untilMs: retryAt(error, at), isMissing });
    if (this.#reported.has(slide.revisionId)) return false;
    this.#reported.add(slide.revisionId);
    return true;
  }

  /** Leaves `slide` out until its revision changes. */
  condemn(slide: Slide): void {
    this.#leaveOut(slide, { untilMs: Infinity, isMissing: false });
  }

  /** Whether `slide`, in this revision, is left out at `at`. */
  has(slide: ManifestSlide, at: EpochMs): boolean {
    const failure = this.#bySlide.get(slide.id);
    return failure?.revisionId === slide.revisionId && at < failure.untilMs;
  }

  /** A file came: what only lacked bytes is tried again at once. */
  retryMissing(): void {
    for (const [slideId, { isMissing }] of this.#bySlide)
      if (isMissing) this.#bySlide.delete(slideId);
  }

  /** Forgets what is no longer in the manifest. */
  retain(slides: readonly ManifestSlide[]): void {
    const revisions = new Set(slides.map((slide) => slide.revisionId));
    for (const [slideId, failure] of this.#bySlide) {
      if (!revisions.has(failure.revisionId)) this.#bySlide.delete(slideId);
    }
    for (const id of this.#reported) if (!revisions.has(id)) this.#reported.delete(id);
  }

  slideIds(at: EpochMs): readonly string[] {
    return [...this.#bySlide].filter(([, failure]) => at < failure.untilMs).map(([id]) => id);
  }

  #leaveOut({ id, revisionId }: Slide, how: Omit<Failure, 'revisionId'>): void {
    this.#bySlide.set(id, { revisionId, ...how });
  }
}

function retryAt(error: unknown, at: EpochMs): EpochMs {
  if (error instanceof NotInTime) return error.turnEndMs;
  return at + (error instanceof MediaMissing ? MISSING_RETRY_MS : RETRY_MS);
}
