/** The stored files of the slides: which copies this board needs, kept here, and decoded to be drawn. */
import type { Beat } from '../shared/protocol/events.ts';
import type { ManifestSlide } from '../shared/protocol/manifest.ts';
import { keepFonts } from '../shared/slides/fonts.ts';
import type { EpochMs } from '../shared/time.ts';
import type { BoardDatabase } from './cache/database.ts';
import { readDocument, writeDocument } from './cache/documents.ts';
import type { MediaCache } from './cache/media-cache.ts';
import { boardFilesOf, pictureFiles, type BoardSize } from './player/board-files.ts';
import { downloadOrder } from './player/download-order.ts';
import { MediaMissing } from './player/failures.ts';
import type { Held } from './player/held.ts';
import { waitingSlides } from './player/waiting-slides.ts';
import { WholeSlides } from './player/whole-slides.ts';
import { SingleFlight } from './single-flight.ts';
import { Pictures } from './stage/pictures.ts';

export interface BoardMediaParts {
  readonly cache: MediaCache;
  readonly held: () => Held;
  /** Of a page that is no paired board yet. */
  readonly viewport: () => BoardSize;
  readonly now: () => EpochMs;
  /** Keeps the revisions that stand for later ones, for the next page. */
  readonly database: BoardDatabase | null;
  readonly onSaveFailed: (error: unknown) => void;
}

const NO_SLIDES: readonly ManifestSlide[] = [];

/** What the copy of each picture was chosen for, and what was wanted. */
interface Chosen extends BoardSize {
  readonly slides: readonly ManifestSlide[];
}

export class BoardMedia {
  readonly pictures: Pictures;
  readonly #parts: BoardMediaParts;
  readonly #whole = new WholeSlides((slide) => this.#isLacking(slide));
  readonly #keeping = new SingleFlight(() => this.#keep());
  #chosen: Chosen | null = null;
  /** The copy of each picture that is drawn. */
  #files: ReadonlyMap<string, string> = new Map();

  constructor(parts: BoardMediaParts) {
    this.#parts = parts;
    this.pictures = new Pictures({
      loadMedia: (sha256) => parts.cache.load(sha256),
      fileOf: (sha256) => this.#files.get(sha256) ?? sha256,
      missing: (error) => new MediaMissing('a file could not be had', { cause: error }),
    });
  }

  /** Looks what is stored; before that nothing is known to be missing. */
  async look(): Promise<void> {
    const { cache, database } = this.#parts;
    const [earlier] = await Promise.all([
      database && readDocument(database, 'earlierSlides'),
      cache.look(),
    ]);
    this.#whole.restore(earlier ?? []);
  }

  /** To be told of every change of what is held. Answers whether other files may be needed than before. */
  changed(): boolean {
    const slides = this.#parts.held().plan?.manifest.slides ?? NO_SLIDES;
    const { widthPx, heightPx } = this.#boardSize();
    const known = this.#chosen;
    if (slides === known?.slides && widthPx === known.widthPx && heightPx === known.heightPx)
      return false;
    this.#chosen = { slides, widthPx, heightPx };
    const isOther = this.#whole.change(slides, this.#parts.now());
    const { earlier } = this.#whole;
    if (isOther) void this.#saveEarlier(earlier);
    this.#files = pictureFiles([...slides, ...earlier], { widthPx, heightPx });
    return true;
  }

  /** What of `slide` may go on air (B22); null while nothing of it is whole. */
  airable(slide: ManifestSlide, at: EpochMs): ManifestSlide | null {
    return this.#whole.airable(slide, at);
  }

  /** Brings in what is needed and lets go of what no longer is. */
  keep(): Promise<void> {
    return this.#keeping.run();
  }

  /** The network is back: what did not come is asked for again at once. */
  retryNow(): void {
    this.#parts.cache.retryNow();
  }

  waiting(at: EpochMs): Pick<Beat, 'waitingSlideIds'> {
    const { cache, held } = this.#parts;
    return waitingSlides(held().plan, at, { size: this.#boardSize(), media: cache });
  }

  #saveEarlier(earlier: readonly ManifestSlide[]): Promise<void> {
    const { database, onSaveFailed } = this.#parts;
    return writeDocument(database, 'earlierSlides', [...earlier]).catch(onSaveFailed);
  }

  #isLacking(slide: ManifestSlide): boolean {
    return this.#filesOf(slide).some((sha256) => this.#parts.cache.isMissing(sha256));
  }

  async #keep(): Promise<void> {
    const slides = this.#parts.held().plan?.manifest.slides ?? [];
    const fonts = keepFonts(slides.map(({ content }) => content));
    await this.#parts.cache.keep(() => this.#wanted());
    await fonts;
  }

  #wanted(): readonly string[] {
    const { held, now } = this.#parts;
    const coming = downloadOrder(held(), now(), this.#boardSize());
    return [...coming, ...this.#whole.earlier.flatMap((slide) => this.#filesOf(slide))];
  }

  #filesOf(slide: ManifestSlide): readonly string[] {
    return boardFilesOf(slide, this.#boardSize());
  }

  #boardSize(): BoardSize {
    return this.#parts.held().screen ?? this.#parts.viewport();
  }
}
