import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { programDir } from '../program.ts';
import type { Context } from '../usecases/context.ts';
import type { Handlers } from './handler.ts';

/** Below this much free disk the state is `degraded`: a backup or a few uploads would fill it. */
const LEAST_FREE_BYTES = 200 * 1024 * 1024;

export interface Build {
  readonly version: string;
  /** Commit of the sources; `unknown` outside of a clone. */
  readonly revision: string;
}

/** The version of the package and the commit that is checked out, read from files once. */
export function readBuild(): Build {
  const { version } = JSON.parse(readFileSync(join(programDir, 'package.json'), 'utf8')) as Build;
  return { version, revision: revisionIn(join(programDir, '.git')) ?? 'unknown' };
}

/** `/healthz`. `startedAt` is epoch milliseconds. */
export function healthHandlers(
  context: Context,
  process: { readonly build: Build; readonly startedAt: number; readonly dataDir: string },
): Handlers<'readHealth'> {
  return {
    readHealth: async () => {
      const database = await context.store.health();
      const disk = await statfs(process.dataDir);
      const freeDiskBytes = disk.bavail * disk.bsize;
      const isWell =
        freeDiskBytes >= LEAST_FREE_BYTES &&
        database.journalMode === 'wal' &&
        database.synchronous === 'full' &&
        database.foreignKeys;
      return {
        status: isWell ? 'ok' : 'degraded',
        ...process.build,
        uptimeSeconds: Math.round((context.now() - process.startedAt) / 1000),
        database,
        freeDiskBytes,
      };
    },
  };
}

function revisionIn(git: string): string | undefined {
  const head = read(join(git, 'HEAD'));
  const reference = head?.startsWith('ref: ') ? head.slice(5) : undefined;
  if (reference === undefined) return head;
  const packed = read(join(git, 'packed-refs'))
    ?.split('\n')
    .find((line) => line.endsWith(` ${reference}`));
  return read(join(git, reference)) ?? packed?.split(' ')[0];
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined; // No clone, or a reference that is packed.
  }
}
