/** Decodes stored pictures for the slides. */

export class Pictures {
  readonly #loadMedia: (sha256: string) => Promise<Blob>;
  readonly #fileOf: (sha256: string) => string;
  readonly #missing: (error: unknown) => Error;

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
    return createImageBitmap(blob);
  };

  /** A stored film, or any file, whole. One function for ever, too. */
  readonly loadFilm = (sha256: string): Promise<Blob> =>
    this.#loadMedia(sha256).catch((error: unknown) => {
      throw this.#missing(error);
    });
}
