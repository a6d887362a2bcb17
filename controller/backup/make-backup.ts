import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { mediaSchema, storedFilesOf } from '../../shared/content/media.ts';
import { screenSchema, zoneOf } from '../../shared/content/screen.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { MediaFiles } from '../media/media-files.ts';
import { documentsIn, inspectDatabase, type DatabaseReport } from '../store/database-file.ts';
import {
  backupName,
  backupsIn,
  DATABASE_NAME,
  pruneBackups,
  writeLists,
  type BackupReason,
  type MediaList,
} from './backup-folder.ts';

export interface BackupOrder {
  readonly dataDir: string;
  /** Writes a consistent copy of the database as the new file `target`. */
  readonly copyTo: (target: string) => Promise<void>;
  readonly files: MediaFiles;
  readonly reason: BackupReason;
  readonly at: EpochMs;
  /** The program's. */
  readonly version: string;
}

export interface BackupDone {
  readonly name: string;
  readonly folder: string;
  readonly rows: Readonly<Record<string, number>>;
  /** Hashes that the database names but whose file is gone or has another length. */
  readonly missingMedia: readonly string[];
}

/**
 * One backup: the copied database, verified by opening it, and the list of the media that it names. It gets
 * its name only when it is whole; a failed one leaves nothing and throws.
 */
export async function makeBackup(order: BackupOrder): Promise<BackupDone> {
  const parent = backupsIn(order.dataDir);
  const part = join(parent, `part-${process.pid}-${order.at}`);
  await mkdir(part, { recursive: true, mode: 0o700 });
  try {
    const database = join(part, DATABASE_NAME);
    await order.copyTo(database);
    const { rows } = await verifiedDatabase(database);
    const media = z.array(mediaSchema).parse(documentsIn(database, 'media'));
    const list = media.flatMap(storedFilesOf).map(({ sha256, bytes }) => ({ sha256, bytes }));
    const { at: createdAt, reason, version } = order;
    await writeLists(part, { summary: { createdAt, reason, version, rows }, media: list });
    await syncAll(part);
    const screens = z.array(screenSchema).parse(documentsIn(database, 'screens'));
    const name = freeName(parent, backupName(createdAt, zoneOf(screens), reason));
    const folder = join(parent, name);
    await rename(part, folder);
    await pruneBackups(order.dataDir, order.at);
    return { name, folder, rows, missingMedia: await missingMedia(order.files, list) };
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

/** Opens the copy and reads it from end to end. @throws Error when anything is wrong with it. */
export async function verifiedDatabase(path: string): Promise<DatabaseReport> {
  const report = await inspectDatabase(path);
  if (report.integrity !== 'ok') throw new Error(`the copy is damaged: ${report.integrity}`);
  if (report.brokenReferences > 0)
    throw new Error(`the copy has ${report.brokenReferences} rows that point to nothing`);
  if (report.rows.schemaVersion === undefined)
    throw new Error('the copy is no database of this program');
  return report;
}

/** The hashes of `list` whose file is gone or has another length. */
async function missingMedia(files: MediaFiles, list: MediaList): Promise<string[]> {
  const missing: string[] = [];
  for (const { sha256, bytes } of list) {
    const found = await stat(files.pathOf(sha256)).catch(() => undefined); // Absent is what is asked.
    if (found?.size !== bytes) missing.push(sha256);
  }
  return missing;
}

function freeName(parent: string, name: string): string {
  let free = name;
  for (let number = 2; existsSync(join(parent, free)); number += 1) free = `${name}.${number}`;
  return free;
}

async function syncAll(folder: string): Promise<void> {
  for (const name of [DATABASE_NAME, 'media.json', 'backup.json']) {
    const file = await open(join(folder, name), 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
