/** One connection to the database file, and the shape in which Kysely's SQLite dialect takes it. */
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type { Tables } from './tables.ts';

/** Below this, SQLite can corrupt a write-ahead log that two connections use (3.7.0 to 3.51.2). */
const LEAST_SQLITE = [3, 51, 3] as const;
const BUSY_MS = 5000;
/** What boards report comes under random ids, and each may land on any page of their index. */
const CACHE_KIB = 32_000;
/** Pages of the log before they are copied into the file, 32 MB: less often, more of them are the same. */
const LOG_PAGES = 8000;
/** Statements kept per connection; texts that vary with the number of ids push each other out. */
const KEPT_STATEMENTS = 300;

export interface ConnectionOptions {
  readonly path: string;
  readonly mode: 'write' | 'read';
  /** How long to wait for another process that writes, milliseconds. */
  readonly busyMs?: number;
  /** The most pages that the file may have. */
  readonly maxPages?: number;
}

/** A PRAGMA's value on this connection. */
export type Pragma = 'journal_mode' | 'synchronous' | 'foreign_keys';

/**
 * Opens `path` (made when missing, unless read-only) and asserts what durability rests on: a
 * write-ahead log, a sync before every commit returns, foreign keys. Throws when one does not hold.
 */
export function openConnection(options: ConnectionOptions): DatabaseSync {
  const { path, mode, busyMs = BUSY_MS, maxPages } = options;
  const database = new DatabaseSync(path, { readOnly: mode === 'read', timeout: busyMs });
  try {
    assertVersion(database);
    if (mode === 'write')
      database.exec(
        `pragma journal_mode = wal; pragma wal_autocheckpoint = ${LOG_PAGES}; pragma cache_size = -${CACHE_KIB}`,
      );
    // After WAL: SQLite may lower it when the journal's mode changes.
    database.exec(
      'pragma synchronous = full; pragma foreign_keys = on; pragma trusted_schema = off',
    );
    if (maxPages !== undefined) database.exec(`pragma max_page_count = ${maxPages}`);
    assertPragma(database, 'journal_mode', 'wal');
    assertPragma(database, 'synchronous', 2);
    assertPragma(database, 'foreign_keys', 1);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The value of one PRAGMA, as SQLite reports it. */
export function pragma(database: DatabaseSync, name: Pragma): unknown {
  return Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];
}

/** Kysely over `database`, which stays its opener's to close. */
export function kyselyOver(database: DatabaseSync): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }) });
}

function adapt(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      kept.clear();
    },
    prepare: (sql) => {
      const found = kept.get(sql);
      if (found) return found;
      const made = adaptStatement(database.prepare(sql));
      kept.set(sql, made);
      if (kept.size > KEPT_STATEMENTS) kept.delete(kept.keys().next().value ?? sql);
      return made;
    },
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

function assertVersion(database: DatabaseSync): void {
  const text = String(database.prepare('select sqlite_version() as v').get()?.v);
  const found = text.split('.').map(Number);
  const first = LEAST_SQLITE.findIndex((least, index) => found[index] !== least);
  if (first >= 0 && (found[first] ?? 0) < (LEAST_SQLITE[first] ?? 0)) {
    throw new Error(`SQLite ${LEAST_SQLITE.join('.')} or newer is needed, this is ${text}`);
  }
}

function assertPragma(database: DatabaseSync, name: Pragma, expected: unknown): void {
  const found = pragma(database, name);
  if (found !== expected) {
    throw new Error(`SQLite refused ${name}: it is ${String(found)}, not ${String(expected)}`);
  }
}
