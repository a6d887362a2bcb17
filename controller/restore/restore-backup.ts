import { copyFile, open, readFile, rename, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EpochMs } from '../../shared/time.ts';
import {
  backupsIn,
  DATABASE_NAME,
  listBackups,
  readMediaList,
  readSummary,
} from '../backup/backup-folder.ts';
import { makeBackup, verifiedDatabase } from '../backup/make-backup.ts';
import { DATABASE_FILE, MEDIA_FOLDER } from '../data-folder.ts';
import { openMediaFiles } from '../media/media-files.ts';
import { copyDatabase, liftAbove, SIDECARS } from '../store/database-file.ts';
import { lockData } from '../store/data-lock.ts';

export interface RestoreOrder {
  readonly dataDir: string;
  readonly name: string;
  readonly at: EpochMs;
  readonly version: string;
}

export interface Restored {
  /** Where the database that was replaced lies now; null when there was none. */
  readonly keptAside: string | null;
  /** Hashes of the backup whose file is gone, has another length or other bytes. */
  readonly damagedMedia: readonly string[];
}

/** A restore that was refused; `message` is one line, Korean and English. Nothing was changed. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
}

/**
 * Puts a backup's database in the place of the present one, which is kept aside as a backup of its own. The
 * backup is read from end to end before anything is touched. Numbers that boards compare are lifted above
 * the present ones, so that no board takes the restored state for an old one.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const { dataDir, name } = order;
  const names = await listBackups(dataDir);
  if (!names.includes(name))
    throw new RestoreRefused(
      `그런 백업이 없습니다. / No such backup: ${name}. ${names.join(', ') || '(0)'}`,
    );
  const lock = await lockData(dataDir, 0);
  if (lock === undefined)
    throw new RestoreRefused(
      '컨트롤러가 돌고 있습니다. 먼저 멈추어 주십시오. / The controller is running; stop it first.',
    );
  try {
    return await swap(order, join(backupsIn(dataDir), name));
  } finally {
    lock.release();
  }
}

async function swap(order: RestoreOrder, folder: string): Promise<Restored> {
  const database = join(order.dataDir, DATABASE_FILE);
  const incoming = `${database}.restoring`;
  try {
    await verified(folder);
    await removeDatabase(incoming);
    await copyFile(join(folder, DATABASE_NAME), incoming);
    if (existsSync(database)) liftIfReadable(incoming, database);
    await verifiedDatabase(incoming);
    await sync(incoming);
    const keptAside = existsSync(database) ? await putAside(order, database) : null;
    // A log of the replaced database would be replayed into the restored one.
    for (const sidecar of SIDECARS) await rm(database + sidecar, { force: true });
    await rename(incoming, database);
    return { keptAside, damagedMedia: await damagedMedia(order.dataDir, folder) };
  } finally {
    await removeDatabase(incoming);
  }
}

/** @throws RestoreRefused when the backup is not what it was when it was made. */
async function verified(folder: string): Promise<void> {
  try {
    const summary = await readSummary(folder);
    const { rows } = await verifiedDatabase(join(folder, DATABASE_NAME));
    for (const [table, count] of Object.entries(summary.rows)) {
      if (rows[table] !== count)
        throw new Error(`${table} has ${rows[table] ?? 0} rows, not ${count}`);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RestoreRefused(
      `백업이 깨져서 되살리지 않았습니다. / The backup is damaged, nothing was restored: ${reason}`,
    );
  }
}

function liftIfReadable(incoming: string, database: string): void {
  try {
    liftAbove(incoming, database);
  } catch {
    // A present database that cannot be read may be the very reason to restore.
    liftAbove(incoming, null);
  }
}

/** The present database as a backup; the bare files where it is too damaged to be copied. */
async function putAside(order: RestoreOrder, database: string): Promise<string> {
  const files = openMediaFiles(join(order.dataDir, MEDIA_FOLDER));
  try {
    const copyTo = (target: string) => copyDatabase(database, target);
    return (await makeBackup({ ...order, copyTo, files, reason: 'before-restore' })).folder;
  } catch {
    // Not a backup by name: it is never offered, pruned or trusted.
    const aside = join(backupsIn(order.dataDir), `damaged-${order.at}.sqlite`);
    for (const sidecar of ['', ...SIDECARS]) {
      if (existsSync(database + sidecar)) await copyFile(database + sidecar, aside + sidecar);
    }
    return aside;
  }
}

async function damagedMedia(dataDir: string, folder: string): Promise<string[]> {
  const files = openMediaFiles(join(dataDir, MEDIA_FOLDER));
  const damaged: string[] = [];
  for (const { sha256 } of await readMediaList(folder)) {
    const bytes = await readFile(files.pathOf(sha256)).catch(() => undefined); // Absent is what is asked.
    const found = bytes && createHash('sha256').update(bytes).digest('hex');
    if (found !== sha256) damaged.push(sha256);
  }
  return damaged;
}

async function removeDatabase(path: string): Promise<void> {
  for (const sidecar of ['', ...SIDECARS]) await rm(path + sidecar, { force: true });
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
