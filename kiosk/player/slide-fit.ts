import type { Geometry } from '../../shared/slides/scene.ts';

/** Remembers for which size slides are built, and which strip took its part of the board. */
export class SlideFit {
  #size = '';
  /** `seq` of the announcement in the strip. */
  #strip: number | undefined;

  /** What is new since the last question: nothing, the strip's words, or the size of slides too. */
  changeTo(geometry: Geometry, strip: number | undefined): 'nothing' | 'strip' | 'size' {
    const { widthPx, heightPx, pitchMm, viewingDistanceM } = geometry;
    const size = [widthPx, heightPx, pitchMm, viewingDistanceM].join('/');
    const isSameSize = size === this.#size;
    const isSameStrip = strip === this.#strip;
    this.#size = size;
    this.#strip = strip;
    if (isSameSize) return isSameStrip ? 'nothing' : 'strip';
    return 'size';
  }
}
