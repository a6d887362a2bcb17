/** Decodes stored pictures for the slides, and remembers how bright each one is. */
import { meanLuminance } from './frame-luminance.ts';

const SAMPLE_PX = 16;

export class Pictures {
  readonly #loadMedia: (sha256: string) => Promise<Blob>;
  readonly #fileOf: (sha256: string) => string;
  readonly #missing: (error: unknown) => Error;
  readonly #luminanceBySha = new Map<string, number>();

  /**
   * `fileOf` names the stored copy that is drawn for a picture. `missing` makes the error for what could not be had,
   * as against what does not decode.
   */
  constructor(options: {
    readonly loadMedia: (sha256: string) => Promise<Blob>;
    readonly fileOf: (sha256: string) => string;
    readonly missing: (error: unknown) => Error;
  }) {
    this.#loadMedia = options.loadMedia;
    this.#fileOf = options.fileOf;
    this.#missing = options.missing;
  }

  /** A new bitmap each time; the caller closes it. One function for ever, so that scenes compare equal. */
  readonly load = async (sha256: string): Promise<ImageBitmap> => {
    const blob = await this.loadFilm(this.#fileOf(sha256));
    const bitmap = await createImageBitmap(blob);
    if (!this.#luminanceBySha.has(sha256)) this.#luminanceBySha.set(sha256, sample(bitmap));
    return bitmap;
  };

  /** A stored film, or any file, whole. One function for ever, too. */
  readonly loadFilm = (sha256: string): Promise<Blob> =>
    this.#loadMedia(sha256).catch((error: unknown) => {
      throw this.#missing(error);
    });

  /** Mean linear-light luminance, 0 to 1; undefined before the picture was first decoded. */
  luminanceOf(sha256: string): number | undefined {
    return this.#luminanceBySha.get(sha256);
  }
}

function sample(bitmap: ImageBitmap): number {
  const canvas = new OffscreenCanvas(SAMPLE_PX, SAMPLE_PX);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return 0;
  context.drawImage(bitmap, 0, 0, SAMPLE_PX, SAMPLE_PX);
  return meanLuminance(context.getImageData(0, 0, SAMPLE_PX, SAMPLE_PX).data);
}
