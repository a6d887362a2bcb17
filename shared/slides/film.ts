/** Plays a stored film in a `<video>`; whatever goes wrong, the film stays hidden and the poster beneath it stands. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Scene } from './scene.ts';

export interface FilmSource {
  readonly sha256: string;
  readonly load: NonNullable<Scene['loadVideo']>;
}

/** Nobody waits longer for the first frame. */
const LOAD_MS = 3_000;
/** A film that stands still for so long is given up. */
const STALL_MS = 5_000;
/** 4K in either direction: what is larger, a small PC does not decode in time. */
const MAX_PIXELS = 4096 * 2304;

export class Film implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #find: () => HTMLVideoElement | null;
  readonly #onFault: (error: Error) => void;
  #source: FilmSource | null = null;
  #url: string | null = null;
  #loaded: Promise<void> = Promise.resolve();
  #stall: ReturnType<typeof setTimeout> | undefined;
  #isPlaying = false;

  /** Why the film cannot be shown; null while nothing is wrong with it. */
  fault: Error | null = null;

  /**
   * `find` gives the element to play in, which is the same for as long as the host is connected. `onFault` is called
   * once with what is wrong with a film that was there.
   */
  constructor(
    host: ReactiveControllerHost,
    find: () => HTMLVideoElement | null,
    onFault: (error: Error) => void = () => undefined,
  ) {
    this.#host = host;
    this.#find = find;
    this.#onFault = onFault;
    host.addController(this);
  }

  /** Resolves when the first frame is decoded, or cannot be, or was waited for long enough. Never rejects. */
  get ready(): Promise<void> {
    return this.#loaded;
  }

  /** Holds this film from now on; null for none. The same one goes on as it is. */
  hold(source: FilmSource | null): void {
    if (source?.sha256 === this.#source?.sha256 && source?.load === this.#source?.load) return;
    this.#release();
    this.fault = null;
    this.#source = source;
    if (source) this.#loaded = Promise.race([this.#load(source), waited(LOAD_MS)]);
  }

  /** From the start, over and over, until the host leaves the page. */
  play(): void {
    this.#isPlaying = true;
    const video = this.#find();
    if (!video || this.#url === null) return;
    video.currentTime = 0;
    video.play().then(
      () => video.requestVideoFrameCallback(() => this.#reveal(video)),
      (error: unknown) => this.#giveUp(error),
    );
    this.#expectProgress();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#release();
    this.#source = null;
    this.#isPlaying = false;
  }

  async #load(source: FilmSource): Promise<void> {
    const blob = await source.load(source.sha256).catch(() => null);
    const video = this.#find();
    if (!blob || !video || source !== this.#source) return;
    this.#url = URL.createObjectURL(blob);
    video.src = this.#url;
    video.onerror = () => this.#giveUp(video.error?.message);
    video.ontimeupdate = () => this.#expectProgress();
    const loaded = new Promise((done) => {
      video.onloadeddata = done;
      video.addEventListener('error', done, { once: true });
    });
    // Asked to play before the file was here.
    if (this.#isPlaying) this.play();
    await loaded;
    // It was let go meanwhile.
    if (!video.hasAttribute('src')) return;
    const { videoWidth, videoHeight } = video;
    if (videoWidth === 0) this.#giveUp('no picture in it');
    else if (videoWidth * videoHeight > MAX_PIXELS)
      this.#giveUp(`too large: ${videoWidth} × ${videoHeight}`);
  }

  #reveal(video: HTMLVideoElement): void {
    if (this.#url !== null) video.classList.add('playing');
  }

  #expectProgress(): void {
    clearTimeout(this.#stall);
    if (this.#isPlaying) this.#stall = setTimeout(() => this.#giveUp('it stood still'), STALL_MS);
  }

  #giveUp(cause: unknown): void {
    // Playing a film that has just been let go fails, too: that is no news.
    if (this.#url === null) return;
    this.#release();
    this.fault = new Error(`film: ${String(cause)}`);
    this.#onFault(this.fault);
  }

  /** An object URL keeps its file in memory, a source its decoder. */
  #release(): void {
    clearTimeout(this.#stall);
    this.#loaded = Promise.resolve();
    if (this.#url === null) return;
    URL.revokeObjectURL(this.#url);
    this.#url = null;
    const video = this.#find();
    if (!video) return;
    video.classList.remove('playing');
    video.onerror = video.ontimeupdate = video.onloadeddata = null;
    video.removeAttribute('src');
    video.load();
  }
}

function waited(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms);
  });
}
