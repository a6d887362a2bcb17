/** The stored files of the slides: which copies this board needs, kept here, and decoded to be drawn. */
import type { Beat } from '../shared/protocol/events.ts';
import type { ManifestSlide } from '../shared/protocol/manifest.ts';
import { keepFonts } from '../shared/slides/fonts.ts';
import type { EpochMs } from '../shared/time.ts';
import type { MediaCache } from './cache/media-cache.ts';
import { boardFilesOf, pictureFiles, type BoardSize } from './player/board-files.ts';
import { MediaMissing } from './player/failures.ts';
import type { Held } from './player/held.ts';
import { waitingSlides } from './player/waiting-slides.ts';
import { SingleFlight } from './single-flight.ts';
import { Pictures } from './stage/pictures.ts';

export interface BoardMediaParts {
  readonly cache: MediaCache;
  readonly held: () => Held;
  /** Of a page that is no paired board yet. */
  readonly viewport: () => BoardSize;
}

/** The copy of each picture that is drawn, and what it was chosen for. */
interface Chosen extends BoardSize {
  readonly slides: readonly ManifestSlide[] | undefined;
  readonly files: ReadonlyMap<string, string>;
}

export class BoardMedia {
  readonly pictures: Pictures;
  readonly #parts: BoardMediaParts;
  readonly #keeping = new SingleFlight(() => this.#keep());
  #chosen: Chosen = { slides: undefined, widthPx: 0, heightPx: 0, files: new Map() };
  #kept: Chosen | undefined;

  constructor(parts: BoardMediaParts) {
    this.#parts = parts;
    this.pictures = new Pictures({
      loadMedia: (sha256) => parts.cache.load(sha256),
      fileOf: (sha256) => this.#choose().files.get(sha256) ?? sha256,
      missing: (error) => new MediaMissing('a file could not be had', { cause: error }),
    });
  }

  /** Whether other files may be needed than when this was asked last. */
  changed(): boolean {
    const before = this.#kept;
    this.#kept = this.#choose();
    return before !== this.#kept;
  }

  /** Brings in what is needed and lets go of what no longer is. */
  keep(): Promise<void> {
    return this.#keeping.run();
  }

  waiting(at: EpochMs): Pick<Beat, 'waitingSlideIds'> {
    const { cache, held } = this.#parts;
    return waitingSlides(held().plan, at, { size: this.#boardSize(), media: cache });
  }

  /** The copies for what is held now; chosen anew only when that has changed. */
  #choose(): Chosen {
    const slides = this.#parts.held().plan?.manifest.slides;
    const { widthPx, heightPx } = this.#boardSize();
    const known = this.#chosen;
    if (slides === known.slides && widthPx === known.widthPx && heightPx === known.heightPx)
      return known;
    const files = pictureFiles(slides ?? [], { widthPx, heightPx });
    this.#chosen = { slides, widthPx, heightPx, files };
    return this.#chosen;
  }

  async #keep(): Promise<void> {
    const slides = this.#parts.held().plan?.manifest.slides ?? [];
    const wanted = slides.flatMap((slide) => boardFilesOf(slide, this.#boardSize()));
    await this.#parts.cache.keep([...new Set(wanted)]);
    await keepFonts(slides.map(({ content }) => content));
  }

  #boardSize(): BoardSize {
    return this.#parts.held().screen ?? this.#parts.viewport();
  }
}
