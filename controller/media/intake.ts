import { rm } from 'node:fs/promises';
import { MAX_PHOTO_BYTES, type Media } from '../../shared/content/media.ts';
import { Refusal } from '../../shared/problem.ts';
import type { MediaFiles } from './media-files.ts';
import { asRefusal, receive, type Incoming } from './receive.ts';
import type { Picture } from './picture.ts';

export type StoredPicture = Pick<Media, 'sha256' | 'mime' | 'widthPx' | 'heightPx' | 'bytes'>;

/** The way in for pictures: one is decoded at a time, off the event loop. */
export interface Intake {
  readonly files: MediaFiles;
  /**
   * Takes an uploaded photo in and hands it to `then` once its file is stored; no clean-up runs until `then` is done.
   * @throws Refusal as `receive` and `readPhoto` say; `unavailable` when too many wait.
   */
  photo<T>(incoming: Incoming, then: (stored: StoredPicture) => Promise<T>): Promise<T>;
  /** Stores a drawing of our own, `widthPx` wide. */
  drawing(svg: Buffer, widthPx: number): Promise<StoredPicture>;
}

const MOST_WAITING = 20;

/** An intake into `files`. */
export function createIntake(files: MediaFiles): Intake {
  const decode = oneByOne(MOST_WAITING);
  return {
    files,
    photo: async (incoming, then) => {
      const part = await files.newPart();
      try {
        const bytes = await receive(incoming, part, MAX_PHOTO_BYTES);
        const picture = await decode(async () => (await decoder()).readPhoto(part, bytes));
        return await files.alone(async () => then(await keep(files, picture)));
      } catch (error) {
        throw asRefusal(error);
      } finally {
        await rm(part, { force: true });
      }
    },
    drawing: async (svg, widthPx) => keep(files, await (await decoder()).drawPicture(svg, widthPx)),
  };
}

/** Loaded with the first picture: sharp would double the time of a start. */
function decoder() {
  return import('./picture.ts');
}

async function keep(files: MediaFiles, picture: Picture): Promise<StoredPicture> {
  const { bytes, widthPx, heightPx } = picture;
  const sha256 = await files.keep(bytes);
  return { sha256, mime: 'image/webp', widthPx, heightPx, bytes: bytes.length };
}

function oneByOne(mostWaiting: number) {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting >= mostWaiting)
      throw new Refusal(
        'unavailable',
        '다른 사진을 처리하고 있습니다. 잠시 뒤에 다시 올려 주십시오.',
      );
    waiting += 1;
    const done = last.then(work).finally(() => (waiting -= 1));
    last = done.catch(() => undefined); // Its own caller gets the error; the next one must run all the same.
    return done;
  };
}
