/** The way in for all that people bring: received here, decoded in a process of its own, stored by hash. */
import { mkdir, rm } from 'node:fs/promises';
import { mostBytesOf, type Media, type UploadKind } from '../../shared/content/media.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Ffmpeg, Job, Made, MadeFile, MadeFilm, MadePicture } from './job.ts';
import type { MediaFiles } from './media-files.ts';
import { asRefusal, receive, type Incoming } from './receive.ts';
import { Decoder, type Run } from './decoder.ts';

type Stored = Pick<Media, 'sha256' | 'mime' | 'widthPx' | 'heightPx' | 'bytes'>;
export type StoredPicture = Stored & Pick<Media, 'renditions'>;
export type StoredFilm = Stored & { readonly video: NonNullable<Media['video']> };
export type StoredMedia = StoredPicture | (StoredFilm & { readonly poster: StoredPicture });

/** What is made of the files once they are stored; no clean-up runs until it is done. */
type Then<T> = (stored: readonly StoredMedia[]) => Promise<T>;

/** One job at a time, off the event loop; up to `MOST_WAITING` wait. */
export interface Intake {
  readonly files: MediaFiles;
  /** Whether films can be taken. */
  readonly takesFilms: boolean;
  /**
   * Takes a photo in, in one piece.
   * @throws Refusal as `receive` and `take` say.
   */
  photo<T>(incoming: Incoming, then: Then<T>): Promise<T>;
  /**
   * Takes in the file at `path`, of any kind; it stays where it is. One for a photo or a film, one a page for a PDF.
   * @throws Refusal by what the file is (`unsupported-media`, `unreadable-media`, `too-large`), `unavailable` when
   *   too many wait, `storage-full`; `signal.reason` when it was ended.
   */
  take<T>(path: string, run: Run, then: Then<T>): Promise<T>;
  /** A turned copy of a stored picture; `degrees` clockwise. @throws Refusal as `take`. */
  straighten<T>(sha256: string, degrees: number, then: Then<T>): Promise<T>;
  /** Stores drawings of our own (SVG), each `widthPx` wide, in their order. */
  drawings(svgs: readonly string[], widthPx: number): Promise<readonly StoredPicture[]>;
  /** Ends what is under way and refuses what waits; resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

const MOST_WAITING = 20;

/** What is asked of the process, but where to put what it makes. */
type Order = Job extends infer J ? (J extends Job ? Omit<J, 'folder'> : never) : never;

/** An intake into `files`; without `ffmpeg` it takes no films. */
export function createIntake(files: MediaFiles, ffmpeg: Ffmpeg | null): Intake {
  const inTurn = oneByOne(MOST_WAITING);
  const decoder = new Decoder();
  const stopping = new AbortController();
  const alone: Run = { signal: stopping.signal, onPart: () => undefined };
  const work = async <T>(order: Order, run: Run, then: Then<T>): Promise<T> => {
    const folder = await files.newPart();
    try {
      const made = await inTurn(async () => {
        const signal = AbortSignal.any([run.signal, stopping.signal]);
        signal.throwIfAborted();
        await mkdir(folder);
        return decoder.run({ ...order, folder }, { ...run, signal });
      });
      return await files.alone(async () => then(await keepAll(files, made)));
    } catch (error) {
      throw asRefusal(error);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  const taking = (path: string, kinds: readonly UploadKind[]) =>
    ({ task: 'take', path, kinds, ffmpeg }) as const;
  return {
    files,
    takesFilms: ffmpeg !== null,
    photo: async (incoming, then) => {
      const part = await files.newPart();
      try {
        await receive(incoming, part, mostBytesOf.photo);
        return await work(taking(part, ['photo']), alone, then);
      } finally {
        await rm(part, { force: true });
      }
    },
    take: (path, run, then) => work(taking(path, ['photo', 'pdf', 'film']), run, then),
    straighten: (sha256, degrees, then) =>
      work({ task: 'straighten', path: files.pathOf(sha256), degrees }, alone, then),
    drawings: async (svgs, widthPx) =>
      svgs.length === 0
        ? []
        : work({ task: 'draw', svgs, widthPx }, alone, (stored) =>
            Promise.resolve(stored.filter((one) => !('poster' in one))),
          ),
    stop: async () => {
      stopping.abort(
        new Refusal('unavailable', '서버를 다시 시작하고 있습니다. 잠시 뒤에 다시 올려 주십시오.'),
      );
      await inTurn(() => Promise.resolve()).catch(() => undefined); // Too many waited: all refused by now.
      decoder.stop();
    },
  };
}

async function keepAll(files: MediaFiles, made: readonly Made[]): Promise<StoredMedia[]> {
  const stored: StoredMedia[] = [];
  for (const one of made)
    stored.push(
      'film' in one ? await keepFilm(files, one.film) : await keepPicture(files, one.picture),
    );
  return stored;
}

async function keepFilm(files: MediaFiles, film: MadeFilm): Promise<StoredMedia> {
  const poster = await keepPicture(files, film.poster);
  const { durationMs, flashesPerSecond } = film;
  await files.adopt(film.file);
  const video = { posterSha256: poster.sha256, durationMs, flashesPerSecond };
  return { ...sizeOf(film.file), mime: 'video/mp4', video, poster };
}

async function keepPicture(files: MediaFiles, picture: MadePicture): Promise<StoredPicture> {
  const largest = picture.at(-1);
  if (!largest) throw new Error('a picture without a rendition');
  for (const file of picture) await files.adopt(file);
  const stored = { ...sizeOf(largest), mime: 'image/webp' } as const;
  return picture.length > 1 ? { ...stored, renditions: picture.map(sizeOf) } : stored;
}

function sizeOf({ sha256, widthPx, heightPx, bytes }: MadeFile) {
  return { sha256, widthPx, heightPx, bytes };
}

function oneByOne(mostWaiting: number) {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting >= mostWaiting)
      throw new Refusal(
        'unavailable',
        '다른 파일을 처리하고 있습니다. 잠시 뒤에 다시 올려 주십시오.',
      );
    waiting += 1;
    const done = last.then(work).finally(() => (waiting -= 1));
    last = done.catch(() => undefined); // Its own caller gets the error; the next one must run all the same.
    return done;
  };
}
