/** Stored photos as bitmaps for the previews. */
import type { Fetch } from './api.ts';

const KEPT = 40;

export class PictureShelf {
  readonly #fetch: Fetch;
  readonly #blobs = new Map<string, Promise<Blob>>();

  constructor(fetcher: Fetch) {
    this.#fetch = fetcher;
  }

  /** A new bitmap each time: whoever draws it closes it. Rejects when the photo cannot be read. */
  readonly load = async (sha256: string): Promise<ImageBitmap> =>
    createImageBitmap(await this.#blob(sha256));

  #blob(sha256: string): Promise<Blob> {
    const known = this.#blobs.get(sha256);
    if (known) return known;
    const read = this.#read(sha256);
    this.#blobs.set(sha256, read);
    // A failure is not remembered, so that the next preview asks again.
    read.catch(() => this.#blobs.delete(sha256));
    const oldest = this.#blobs.keys().next().value;
    if (this.#blobs.size > KEPT && oldest !== undefined) this.#blobs.delete(oldest);
    return read;
  }

  async #read(sha256: string): Promise<Blob> {
    const response = await this.#fetch(`/media/${sha256}`, {});
    if (!response.ok) throw new Error(`media ${sha256}: ${response.status}`);
    return response.blob();
  }
}
