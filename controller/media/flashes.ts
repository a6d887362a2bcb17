/** General flashes of a film by WCAG 2.3.1, from its frames as they come. */

export interface Frames {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
}

/** A change of relative luminance counts from here (a tenth of the most), where the darker state is below `DARKER`. */
const LEAST_CHANGE = 0.1;
const DARKER = 0.8;
/** Part of the frame that must change the same way at once. */
const LEAST_PART = 0.25;
/** What changes within so many seconds is one change: a flash need not be done within one frame. */
const AT_ONCE_SECONDS = 0.1;

type Way = 1 | -1;

/** Relative luminance of each of the 256 values of one channel, not weighted yet (WCAG 2.2). */
const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

export class FlashCounter {
  readonly #frames: Frames;
  readonly #cells: number;
  /** The luminance where each cell last turned, since then the furthest it came. */
  readonly #turned: Float64Array;
  /** Which way each cell last changed, and in which frame. 0 is not yet. */
  readonly #way: Int8Array;
  readonly #changedIn: Float64Array;
  #rest = new Uint8Array(0);
  #frame = 0;
  #lastWay: Way | 0 = 0;
  /** Frames in which the picture as a whole changed, each the opposite way to the one before. */
  readonly #changes: number[] = [];

  constructor(frames: Frames) {
    this.#frames = frames;
    this.#cells = frames.width * frames.height;
    this.#turned = new Float64Array(this.#cells);
    this.#way = new Int8Array(this.#cells);
    this.#changedIn = new Float64Array(this.#cells).fill(-Infinity);
  }

  /** The next bytes of the frames, 8-bit RGB, in pieces of any length. */
  add(bytes: Uint8Array): void {
    const all = new Uint8Array(this.#rest.length + bytes.length);
    all.set(this.#rest);
    all.set(bytes, this.#rest.length);
    const size = this.#cells * 3;
    let from = 0;
    for (; from + size <= all.length; from += size) this.#look(all.subarray(from, from + size));
    this.#rest = all.slice(from);
  }

  /** The most flashes in any one second; a flash is a pair of opposite changes, one alone counts one half. */
  mostPerSecond(): number {
    let most = 0;
    let first = 0;
    for (const [index, frame] of this.#changes.entries()) {
      while ((this.#changes[first] ?? frame) <= frame - this.#frames.framesPerSecond) first += 1;
      most = Math.max(most, index - first + 1);
    }
    return most / 2;
  }

  #look(rgb: Uint8Array): void {
    const atOnce = Math.round(AT_ONCE_SECONDS * this.#frames.framesPerSecond);
    let brighter = 0;
    let darker = 0;
    for (let cell = 0; cell < this.#cells; cell += 1) {
      this.#lookAt(cell, luminanceAt(rgb, cell * 3));
      if ((this.#changedIn[cell] ?? 0) <= this.#frame - atOnce) continue;
      if (this.#way[cell] === 1) brighter += 1;
      else darker += 1;
    }
    const way: Way = brighter > darker ? 1 : -1;
    const isLarge = Math.max(brighter, darker) >= this.#cells * LEAST_PART;
    if (isLarge && way !== this.#lastWay) {
      this.#lastWay = way;
      this.#changes.push(this.#frame);
    }
    this.#frame += 1;
  }

  #lookAt(cell: number, luminance: number): void {
    const turned = this.#turned[cell] ?? 0;
    const way = this.#way[cell];
    if (this.#frame === 0) {
      this.#turned[cell] = luminance;
      return;
    }
    const change = luminance - turned;
    const isOnward = (way === 1 && change > 0) || (way === -1 && change < 0);
    if (isOnward) {
      this.#turned[cell] = luminance;
      return;
    }
    const isChange = Math.abs(change) >= LEAST_CHANGE && Math.min(luminance, turned) < DARKER;
    if (!isChange) return;
    this.#turned[cell] = luminance;
    this.#way[cell] = change > 0 ? 1 : -1;
    this.#changedIn[cell] = this.#frame;
  }
}

function luminanceAt(rgb: Uint8Array, at: number): number {
  const linear = (offset: number) => LINEAR[rgb[at + offset] ?? 0] ?? 0;
  return 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
}
