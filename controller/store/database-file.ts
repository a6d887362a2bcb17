/** A database as a file: copied while it is in use, and looked into without moving its schema. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { programDir } from '../program.ts';
import { SEQ_FLOOR } from './tables.ts';

/** What a look into a database file finds. */
export interface DatabaseReport {
  /** `ok`, or the first things that are wrong. */
  readonly integrity: string;
  /** Rows that point to nothing. */
  readonly brokenReferences: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** The files that SQLite keeps beside a database; left beside another one, they would be replayed into it. */
export const SIDECARS = ['-wal', '-shm'] as const;

type LiftedTable = 'manifests' | 'screens';
const LIFTED: readonly (readonly [LiftedTable, string])[] = [
  ['manifests', 'revision'],
  ['screens', 'version'],
];
/** Above any number that a lost database can have reached. */
const UNKNOWN_LIFT = 1_000_000;

/** A consistent copy of the database at `path` as the new file `target`, made in a thread of its own. */
export function copyDatabase(path: string, target: string): Promise<void> {
  return inThread('copy-worker.ts', { path, target });
}

/** Reads the whole file in a thread of its own: quick enough for a night, too slow between two emergencies. */
export function inspectDatabase(path: string): Promise<DatabaseReport> {
  return inThread('inspect-worker.ts', { path });
}

/** The documents of one table, parsed, straight from the file. Empty where the table does not exist. */
export function documentsIn(path: string, table: 'media' | 'manifests' | 'screens'): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const named = database.prepare(`select 1 from sqlite_master where type = 'table' and name = ?`);
    if (named.get(table) === undefined) return [];
    const rows = database.prepare(`select "doc" from "${table}" order by "id"`).all();
    return rows.map((row) => JSON.parse(String(row.doc)) as unknown);
  } finally {
    database.close();
  }
}

/**
 * Raises the numbers that boards compare in the database at `path` above its own and those of the one at
 * `present` (null when that is lost): revisions of manifests, versions of screens, and the announcements'
 * stream. A board would take a smaller one for old news, and not show the next emergency.
 */
export function liftAbove(path: string, present: string | null): void {
  const database = new DatabaseSync(path);
  try {
    database.exec('pragma journal_mode = delete; begin immediate');
    for (const [table, number] of LIFTED) {
      const least = present === null ? UNKNOWN_LIFT : highest(present, table, number);
      database
        .prepare(
          `update "${table}" set "doc" = json_set("doc", '$.${number}', max(json_extract("doc", '$.${number}'), ?) + 1)`,
        )
        .run(least);
    }
    const floor =
      Math.max(...[path, present].map(newestSeq)) + (present === null ? UNKNOWN_LIFT : 1);
    database
      .prepare(`insert or replace into "settings" ("key", "value") values (?, ?)`)
      .run(SEQ_FLOOR, String(floor));
    database.exec('commit');
  } finally {
    database.close();
  }
}

function highest(path: string, table: LiftedTable, number: string): number {
  const numbers = documentsIn(path, table).map((doc) =>
    Number((doc as Readonly<Record<string, unknown>>)[number]),
  );
  return Math.max(0, ...numbers);
}

function newestSeq(path: string | null): number {
  if (path === null) return 0;
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const row = database
      .prepare(
        `select max((select coalesce(max("seq"), 0) from "announcements"),
          (select coalesce(max(cast("value" as integer)), 0) from "settings" where "key" = ?)) as n`,
      )
      .get(SEQ_FLOOR);
    return Number(row?.n);
  } finally {
    database.close();
  }
}

/** `file` of this folder, from its source: it is no part of what is built. */
function inThread<T>(file: string, workerData: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(programDir, 'controller/store', file), { workerData });
    let answer: T | undefined;
    worker.once('message', (value: T) => (answer = value));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve(answer as T);
      else reject(new Error(`${file} ended with code ${String(code)}`));
    });
  });
}
