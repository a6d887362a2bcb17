/** One controller per data folder: SQLite frees a lock when its process ends, however it ends. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

export interface DataLock {
  release(): void;
}

const RETRY_MS = 100;
const SQLITE_BUSY = 5;

/**
 * Takes `dataDir` (made when missing) for this process. Undefined when another process still holds it after
 * `patienceMs`: 0 asks once.
 */
export async function lockData(dataDir: string, patienceMs: number): Promise<DataLock | undefined> {
  mkdirSync(dataDir, { recursive: true, mode: 0o750 });
  const until = performance.now() + patienceMs;
  for (;;) {
    const lock = tryLock(join(dataDir, 'in-use.lock'));
    if (lock !== undefined || performance.now() >= until) return lock;
    await wait(RETRY_MS);
  }
}

function tryLock(path: string): DataLock | undefined {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('begin exclusive');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY)
      return undefined;
    throw error;
  }
}
