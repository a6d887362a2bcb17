/**
 * Which slides may go on air: those whose files are all on the board. Until a new revision is whole, the one
 * before it stays.
 */
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import type { EpochMs } from '../../shared/time.ts';

/** A slide that has just come is waited for as long as one that is slow to draw: most files are here by then. */
const PATIENCE_MS = 4_000;

export class WholeSlides {
  readonly #isLacking: (slide: ManifestSlide) => boolean;
  readonly #earlierBySlide = new Map<string, ManifestSlide>();
  /** When a revision came that lacked files then. */
  readonly #cameAt = new Map<string, EpochMs>();
  #slides: readonly ManifestSlide[] = [];

  /** `isLacking` tells whether a file of the slide is known not to be here. */
  constructor(isLacking: (slide: ManifestSlide) => boolean) {
    this.#isLacking = isLacking;
  }

  /** Revisions that stand for later ones, as before the page started anew. */
  restore(earlier: readonly ManifestSlide[]): void {
    for (const slide of earlier) this.#earlierBySlide.set(slide.id, slide);
  }

  /** The manifest has these slides from `at` on. Answers whether `earlier` changed. */
  change(slides: readonly ManifestSlide[], at: EpochMs): boolean {
    const before = this.earlier;
    const known = new Map(this.#slides.map((slide) => [slide.id, slide]));
    const cameAt = new Map(this.#cameAt);
    this.#cameAt.clear();
    const ids = new Set(slides.map(({ id }) => id));
    for (const id of this.#earlierBySlide.keys()) if (!ids.has(id)) this.#earlierBySlide.delete(id);
    for (const slide of slides) {
      const isLacking = this.#isLacking(slide);
      if (isLacking) this.#cameAt.set(slide.revisionId, cameAt.get(slide.revisionId) ?? at);
      else this.#earlierBySlide.delete(slide.id);
      const previous = known.get(slide.id);
      if (!isLacking || !previous || previous.revisionId === slide.revisionId) continue;
      if (!this.#isLacking(previous)) this.#earlierBySlide.set(slide.id, previous);
    }
    this.#slides = slides;
    const after = this.earlier;
    return after.length !== before.length || after.some((slide, index) => slide !== before[index]);
  }

  /** Whole revisions that stand for later ones, which are not. */
  get earlier(): readonly ManifestSlide[] {
    return [...this.#earlierBySlide.values()];
  }

  /** What of `slide` may go on air at `at`: itself, its revision before, or null while neither is whole. */
  airable(slide: ManifestSlide, at: EpochMs): ManifestSlide | null {
    if (!this.#isLacking(slide)) return slide;
    const earlier = this.#earlierBySlide.get(slide.id);
    if (earlier && !this.#isLacking(earlier)) return earlier;
    const cameAt = this.#cameAt.get(slide.revisionId) ?? -Infinity;
    return at < cameAt + PATIENCE_MS ? slide : null;
  }
}
