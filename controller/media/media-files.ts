/** The media folder: files named by the SHA-256 of their bytes, in `ab/abcdef…`, written whole or not at all. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EpochMs } from '../../shared/time.ts';

interface StoredFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly modifiedAt: EpochMs;
}

interface StoredPart {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface MediaFiles {
  /** Where the file of this hash lies, whether it exists or not. */
  pathOf(sha256: string): string;
  /** A path for bytes on their way in, in a folder on the same disk; nothing is there yet. */
  newPart(): Promise<string>;
  /** A folder for uploads that come in pieces; it is made with the first one. */
  readonly uploads: string;
  /** Stores the file at `path`, whose hash is known, durably under it. Bytes that are here already are left alone. */
  adopt(part: StoredPart): Promise<void>;
  /** Every stored file, in no order. */
  list(): Promise<readonly StoredFile[]>;
  remove(sha256: string): Promise<void>;
  /** Removes parts and unfinished uploads last written before `before`: what a crash or a lost phone has left. Returns how many. */
  removeParts(before: EpochMs): Promise<number>;
  /** Runs `work` alone among all such work, so that a clean-up never meets an upload of the same bytes. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

const HASH = /^[0-9a-f]{64}$/;

/** The media folder at `path`; it is made with the first file. */
export function openMediaFiles(path: string): MediaFiles {
  const parts = join(path, 'parts');
  const uploads = join(path, 'uploads');
  const pathOf = (sha256: string) => join(path, sha256.slice(0, 2), sha256);
  let last: Promise<unknown> = Promise.resolve();
  const newPart = async () => {
    await mkdir(parts, { recursive: true });
    return join(parts, randomUUID());
  };
  return {
    pathOf,
    uploads,
    newPart,
    adopt: async (part) => {
      const target = pathOf(part.sha256);
      if ((await sizeOf(target)) !== part.bytes) await move(part.path, target);
    },
    list: () => list(path),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    removeParts: async (before) =>
      (await removeOlder(parts, before)) + (await removeOlder(uploads, before)),
    alone: (work) => {
      const done = last.then(work);
      last = done.catch(() => undefined); // Whoever asked for it gets the error; the next one must run all the same.
      return done;
    },
  };
}

/** By a rename, so that nobody sees half a file, and onto the disk first, so that a power cut leaves a whole one. */
async function move(part: string, target: string): Promise<void> {
  const file = await open(part, 'r+');
  try {
    await file.chmod(0o640);
    await file.sync();
  } finally {
    await file.close();
  }
  await mkdir(dirname(target), { recursive: true });
  await rename(part, target);
  await syncFolder(dirname(target));
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // Windows opens no folders.
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function list(path: string): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for (const folder of await namesIn(path)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const name of await namesIn(join(path, folder))) {
      if (!HASH.test(name)) continue;
      const { size, mtimeMs } = await stat(join(path, folder, name));
      files.push({ sha256: name, bytes: size, modifiedAt: Math.floor(mtimeMs) });
    }
  }
  return files;
}

async function removeOlder(folder: string, before: EpochMs): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined); // An upload may have taken it away by now.
    if (found === undefined || found.mtimeMs >= before) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined); // Absent is the usual case.
  return found?.size;
}
