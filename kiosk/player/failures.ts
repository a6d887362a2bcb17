/** Slides that cannot be shown on this board for now. */
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import type { EpochMs } from '../../shared/time.ts';

interface Failure {
  readonly revisionId: string;
  /** Exclusive; a slide whose bytes did not come is tried again, one that does not draw is not. */
  readonly untilMs: EpochMs;
}

/** A picture that could not be had (yet), as against one that is broken. */
export class MediaMissing extends Error {
  override readonly name = 'MediaMissing';
}

const MISSING_RETRY_MS = 60_000;

export class Failures {
  readonly #bySlide = new Map<string, Failure>();
  readonly #reported = new Set<string>();

  /** Leaves `slide` out. Answers whether this is news, so that it is reported once. */
  add(slide: Pick<ManifestSlide, 'id' | 'revisionId'>, error: unknown, at: EpochMs): boolean {
    const untilMs = error instanceof MediaMissing ? at + MISSING_RETRY_MS : Infinity;
    this.#bySlide.set(slide.id, { revisionId: slide.revisionId, untilMs });
    if (this.#reported.has(slide.revisionId)) return false;
    this.#reported.add(slide.revisionId);
    return true;
  }

  /** Whether `slide`, in this revision, is left out at `at`. */
  has(slide: ManifestSlide, at: EpochMs): boolean {
    const failure = this.#bySlide.get(slide.id);
    return failure?.revisionId === slide.revisionId && at < failure.untilMs;
  }

  /** A file came: what only lacked bytes is tried again at once. */
  retryMissing(): void {
    for (const [slideId, { untilMs }] of this.#bySlide)
      if (untilMs !== Infinity) this.#bySlide.delete(slideId);
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
}
