/** `DATA_DIR/audit/heads.jsonl`: the head of the audit chain, a line a day. */
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { sha256Schema } from '../../shared/content/fields.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Head } from './chain.ts';

const lineSchema = z.strictObject({
  /** ISO, UTC. */
  date: z.iso.datetime(),
  lastId: z.int().check(z.minimum(1)),
  hash: sha256Schema,
});

export function headsPath(dataDir: string): string {
  return join(dataDir, 'audit', 'heads.jsonl');
}

/** What is kept of a head, here and elsewhere: one line of JSON, without its end. */
export function headLine({ lastId, hash }: Head, at: EpochMs): string {
  return JSON.stringify({ date: new Date(at).toISOString(), lastId, hash });
}

/** Adds one line, durably: when this resolves, it is on the disk. */
export async function appendHead(dataDir: string, head: Head, at: EpochMs): Promise<void> {
  const path = headsPath(dataDir);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(`${headLine(head, at)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The heads in a file that was exported, whole or some of its lines. @throws Error that names a line that is none. */
export async function readHeads(path: string): Promise<readonly Head[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    return [parseHead(line, `${path}:${index + 1}`)];
  });
}

function parseHead(line: string, where: string): Head {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (error) {
    throw new Error(`${where}: not a head of the audit log`, { cause: error });
  }
}
