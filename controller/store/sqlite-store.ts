/**
 * The default store: one SQLite file. A single connection writes, one transaction after another; a second
 * one, read-only, serves reads, which therefore never see what is not committed and never wait.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/problem.ts';
import { copyDatabase } from './database-file.ts';
import { migrate, migrations, refuseNewer, schemaVersion } from './migrations.ts';
import type { Migration } from './migrations/migration.ts';
import { kyselyOver, openConnection, pragma } from './sqlite-connection.ts';
import { sqlRecords } from './sql-records.ts';
import type { Records, Store, StoreHealth } from './store.ts';
import type { Tables } from './tables.ts';

export interface StoreOptions {
  /** The database file; made when missing. */
  readonly path: string;
  /** Called with `path` before the schema of an existing database is moved on; throwing leaves it as it was. */
  readonly beforeMigrate?: (path: string) => Promise<void>;
  /** Other steps than the released ones, for tests of the mechanism. */
  readonly migrations?: readonly Migration[];
  /** How long a write waits for another process that writes, milliseconds. */
  readonly busyMs?: number;
  /** The most pages (of 4 kB) that the file may have; as many as fit on the disk unless told. */
  readonly maxPages?: number;
}

const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;

/** Opens the store and moves its schema on. Throws `Refusal('outdated')` for a database of a newer program. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { path, beforeMigrate, migrations: steps = migrations, ...limits } = options;
  const writer = openConnection({ path, mode: 'write', ...limits });
  const writing = kyselyOver(writer);
  try {
    const found = await schemaVersion(writing);
    refuseNewer(found, steps);
    if (found > 0 && found < (steps.at(-1)?.version ?? 0)) await beforeMigrate?.(path);
    await migrate(writing, steps, Date.now());
    return sqliteStore({
      path,
      writer,
      writing,
      reader: openConnection({ path, mode: 'read', ...limits }),
    });
  } catch (error) {
    if (writer.isOpen) writer.close();
    throw error;
  }
}

interface Connections {
  readonly path: string;
  readonly writer: DatabaseSync;
  readonly writing: Kysely<Tables>;
  readonly reader: DatabaseSync;
}

function sqliteStore({ path, writer, writing, reader }: Connections): Store {
  const transacting = transactions(writer, sqlRecords(writing));
  const records = sqlRecords(kyselyOver(reader));
  return {
    records,
    transact: transacting.run,
    health: () => Promise.resolve(healthOf(writer)),
    copyTo: (target) => copyDatabase(path, target),
    close: async () => {
      await transacting.stop();
      for (const connection of [reader, writer]) if (connection.isOpen) connection.close();
    },
  };
}

/** Runs one transaction after another on `writer`. */
function transactions(writer: DatabaseSync, records: Records) {
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  let last: Promise<unknown> = Promise.resolve();
  let stopped = false;

  async function once<T>(work: (records: Records) => Promise<T>): Promise<T> {
    writer.exec('begin immediate');
    try {
      const value = await work(records);
      writer.exec('commit');
      return value;
    } catch (error) {
      // A full disk has rolled back by itself.
      if (writer.isTransaction) writer.exec('rollback');
      throw error;
    }
  }

  return {
    run: <T>(work: (records: Records) => Promise<T>): Promise<T> => {
      if (stopped) return Promise.reject(new Error('the store is closed'));
      if (inside.getStore()?.open) {
        return Promise.reject(
          new Error('a transaction inside a transaction would wait for itself'),
        );
      }
      const run = async () => {
        // Timers that `work` starts inherit the mark, and must be free once it is over.
        const mark = { open: true };
        try {
          return await inside.run(mark, () => once(work));
        } catch (error) {
          throw refusalOf(error);
        } finally {
          mark.open = false;
        }
      };
      const next = last.then(run, run);
      last = next.catch(() => undefined);
      return next;
    },
    stop: async () => {
      stopped = true;
      await last;
    },
  };
}

/** What the disk or another process causes is no bug of ours; anything else stays as it is. */
function refusalOf(error: unknown): unknown {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  if (code === SQLITE_FULL) {
    return new Refusal(
      'storage-full',
      '서버의 저장 공간이 가득 차서 저장하지 못했습니다. 쓰지 않는 사진을 지우거나 관리자에게 알려 주십시오.',
    );
  }
  if (code === SQLITE_BUSY) {
    return new Refusal(
      'unavailable',
      '서버가 바빠서 저장하지 못했습니다. 잠시 뒤 다시 시도해 주십시오.',
    );
  }
  return error;
}

function healthOf(database: DatabaseSync): StoreHealth {
  const version = database.prepare('select sqlite_version() as v').get();
  return {
    sqlite: String(version?.v),
    journalMode: String(pragma(database, 'journal_mode')),
    synchronous: pragma(database, 'synchronous') === 2 ? 'full' : 'weaker than full',
    foreignKeys: pragma(database, 'foreign_keys') === 1,
  };
}
