/** `DATA_DIR/backups`: one folder a backup, named after its local time and its reason. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { epochMsSchema, sha256Schema } from '../../shared/content/fields.ts';
import { DAY_MS, type EpochMs } from '../../shared/time.ts';

const backupReasons = ['nightly', 'by-hand', 'before-migration', 'before-restore'] as const;
export type BackupReason = (typeof backupReasons)[number];

export const DATABASE_NAME = 'database.sqlite';
const SUMMARY_NAME = 'backup.json';
const MEDIA_NAME = 'media.json';
/** Older ones of the same reason go. */
const KEPT = 14;

const mediaListSchema = z.array(z.object({ sha256: sha256Schema, bytes: z.int() }));
/** The files that the database of a backup names; they themselves stay in `DATA_DIR/media`. */
export type MediaList = z.infer<typeof mediaListSchema>;

const summarySchema = z.object({
  createdAt: epochMsSchema,
  reason: z.enum(backupReasons),
  version: z.string(),
  rows: z.record(z.string(), z.int()),
});
export type BackupSummary = z.infer<typeof summarySchema>;

export function backupsIn(dataDir: string): string {
  return join(dataDir, 'backups');
}

/** `2026-11-22-033000-nightly`, in the zone. */
export function backupName(at: EpochMs, zone: string, reason: BackupReason): string {
  // Swedish writes ISO dates; the letters of the result are fixed below, whatever the runtime's locale data.
  const local = new Date(at).toLocaleString('sv-SE', { timeZone: zone }).replace(/\D/g, '');
  const date = `${local.slice(0, 4)}-${local.slice(4, 6)}-${local.slice(6, 8)}`;
  return `${date}-${local.slice(8, 14)}-${reason}`;
}

/** Names of the finished backups, oldest first; empty before the first. */
export async function listBackups(dataDir: string): Promise<readonly string[]> {
  try {
    const names = await readdir(backupsIn(dataDir));
    return names.filter((name) => /^\d{4}-\d{2}-\d{2}-\d{6}-[a-z-]+(\.\d+)?$/.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

export async function readSummary(folder: string): Promise<BackupSummary> {
  return summarySchema.parse(await readJson(join(folder, SUMMARY_NAME)));
}

export async function readMediaList(folder: string): Promise<MediaList> {
  return mediaListSchema.parse(await readJson(join(folder, MEDIA_NAME)));
}

export async function writeLists(
  folder: string,
  lists: { readonly summary: BackupSummary; readonly media: MediaList },
): Promise<void> {
  await writeFile(join(folder, MEDIA_NAME), JSON.stringify(lists.media, null, 1));
  await writeFile(join(folder, SUMMARY_NAME), JSON.stringify(lists.summary, null, 1));
}

/** Every hash that any kept backup names: their files must stay, or the backup is worth nothing. */
export async function hashesInBackups(dataDir: string): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>();
  for (const name of await listBackups(dataDir)) {
    const list = await readMediaList(join(backupsIn(dataDir), name));
    for (const { sha256 } of list) hashes.add(sha256);
  }
  return hashes;
}

/** Removes all but the newest `KEPT` backups of each reason, and what one that was interrupted a day ago has left. */
export async function pruneBackups(dataDir: string, now: EpochMs): Promise<void> {
  for (const name of await readdir(backupsIn(dataDir))) {
    if (!/^part-\d+-\d+$/.test(name) || now - Number(name.split('-')[2]) < DAY_MS) continue;
    await rm(join(backupsIn(dataDir), name), { recursive: true, force: true });
  }
  const names = await listBackups(dataDir);
  for (const reason of backupReasons) {
    const ofReason = names.filter((name) => name.slice(18).replace(/\.\d+$/, '') === reason);
    for (const name of ofReason.slice(0, -KEPT)) {
      await rm(join(backupsIn(dataDir), name), { recursive: true, force: true });
    }
  }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8')) as unknown;
}
