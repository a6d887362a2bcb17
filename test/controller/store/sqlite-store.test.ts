import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../../controller/store/migrations.ts';
import type { Migration } from '../../../controller/store/migrations/migration.ts';
import { openStore } from '../../../controller/store/sqlite-store.ts';
import type { Store } from '../../../controller/store/store.ts';
import { aPlay, aPlayTotal, aScreen } from '../../support/values.ts';
import { describeStore } from './store-suite.ts';

const NEWEST = migrations.at(-1)!.version;
const NEXT = NEWEST + 1;

describeStore('the SQLite store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plaza-store-'));
  const path = join(folder, 'plaza.db');
  let store = await openStore({ path });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openStore({ path });
      return store;
    },
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

describe('a SQLite file', () => {
  let folder: string;
  let path: string;
  const open: Store[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plaza-store-'));
    path = join(folder, 'plaza.db');
  });
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
    await rm(folder, { recursive: true });
  });
  const opened = async (options: Partial<Parameters<typeof openStore>[0]> = {}) => {
    const store = await openStore({ path, ...options });
    open.push(store);
    return store;
  };
  const step = (version: number, up: Migration['up']): Migration => ({
    version,
    name: `step ${version}`,
    up,
  });

  it('is durable by what it reports of itself', async () => {
    const store = await opened();
    expect(await store.health()).toEqual({
      sqlite: expect.stringMatching(/^3\./) as unknown,
      journalMode: 'wal',
      synchronous: 'full',
      foreignKeys: true,
    });
  });

  it('refuses writes outside of a transaction', async () => {
    const store = await opened();
    await expect(store.records.settings.set('a', '1')).rejects.toThrow('readonly');
  });

  it('is copied whole while in use, never over another file', async () => {
    const store = await opened();
    await store.transact((r) => r.settings.set('a', '1'));
    const copy = join(folder, "it's a copy.db");
    await store.copyTo(copy);
    expect((await stat(copy)).size).toBeGreaterThan(0);
    const copied = await opened({ path: copy });
    expect(await copied.records.settings.get('a')).toBe('1');
    await expect(store.copyTo(copy)).rejects.toThrow();
  });

  it('is moved on step by step, after the backup hook', async () => {
    const calls: string[] = [];
    await (await opened()).close();
    const next = step(NEXT, async (db) => {
      calls.push('next');
      await sql`create table extra (id text)`.execute(db);
    });
    const options = {
      migrations: [...migrations, next],
      beforeMigrate: (at: string) => {
        calls.push(at);
        return Promise.resolve();
      },
    };
    await (await opened(options)).close();
    await opened(options);
    expect(calls).toEqual([path, 'next']);
  });

  it('does not ask for a backup of a new file', async () => {
    const beforeMigrate = () => Promise.reject(new Error('nothing to back up'));
    await expect(opened({ beforeMigrate })).resolves.toBeDefined();
  });

  it('stays as it was when the hook or a step fails', async () => {
    await (await opened()).close();
    const failing = step(NEXT, async (db) => {
      await sql`create table half (id text)`.execute(db);
      throw new Error('half way');
    });
    const steps = [...migrations, failing];
    const beforeMigrate = () => Promise.reject(new Error('disk full'));
    await expect(opened({ migrations: steps, beforeMigrate })).rejects.toThrow('disk full');
    await expect(opened({ migrations: steps })).rejects.toThrow('half way');
    const raw = new DatabaseSync(path, { readOnly: true });
    expect(raw.prepare(`select name from sqlite_master where name = 'half'`).all()).toEqual([]);
    raw.close();
    await expect(opened()).resolves.toBeDefined();
  });

  it('of a program that did not count plays by day has them counted', async () => {
    const midnight = Date.UTC(2026, 10, 22, 15);
    const shown = { slideId: 'a', endedAt: midnight + 15_000 };
    const store = await opened();
    await store.transact(async (r) => {
      await r.screens.put(aScreen({ id: 'board', zone: 'Asia/Seoul' }));
      await r.plays.add([
        aPlay({ ...shown, startedAt: midnight }),
        aPlay({ ...shown, startedAt: midnight + 1 }),
        aPlay({ ...shown, startedAt: midnight - 1 }),
        aPlay({ ...shown, startedAt: midnight, outcome: 'failed' }),
      ]);
      await r.plays.addTotals([aPlayTotal({ slideId: 'a', date: '2026-11-22', played: 10 })]);
    });
    await store.close();
    const raw = new DatabaseSync(path);
    raw.exec('drop table "playDays"; delete from "schemaVersion" where "version" = 13');
    raw.close();
    const { playDays } = (await opened()).records;
    const counted = [{ slideId: 'a', onDate: 11, inAll: 13 }];
    expect(await playDays.counts(['a'], '2026-11-22')).toEqual(counted);
  });

  it('of a newer program is refused by naming both versions', async () => {
    const newer = [...migrations, step(NEXT, () => Promise.resolve())];
    await (await opened({ migrations: newer })).close();
    await expect(opened()).rejects.toMatchObject({
      code: 'outdated',
      message: expect.stringMatching(new RegExp(`${NEXT}판.*${NEWEST}판`)) as unknown,
    });
  });

  it('is migrated once by two controllers that start together', async () => {
    const program = `
      const { workerData } = require('node:worker_threads');
      import(workerData.module)
        .then(({ openStore }) => openStore({ path: workerData.path }))
        .then((store) => store.close());`;
    const module = new URL('../../../controller/store/sqlite-store.ts', import.meta.url).href;
    const codes = await Promise.all(
      [1, 2].map(async () => {
        const worker = new Worker(program, { eval: true, workerData: { module, path } });
        const [code] = (await once(worker, 'exit')) as [number];
        return code;
      }),
    );
    expect(codes).toEqual([0, 0]);
    const raw = new DatabaseSync(path, { readOnly: true });
    expect(raw.prepare('select count(*) as n from "schemaVersion"').get()?.n).toBe(
      migrations.length,
    );
    raw.close();
  });

  it('that another process holds for long is unavailable, and free again afterwards', async () => {
    const store = await opened({ busyMs: 20 });
    const other = new DatabaseSync(path);
    other.exec('begin immediate');
    const write = () => store.transact((r) => r.settings.set('a', '1'));
    await expect(write()).rejects.toMatchObject({ code: 'unavailable' });
    other.exec('rollback');
    other.close();
    await expect(write()).resolves.toBeUndefined();
  });

  it('on a full disk refuses to grow, keeps what it has, and heals', async () => {
    const store = await opened({ maxPages: 120 });
    const fill = (text: string) => store.transact((r) => r.settings.set('big', text));
    await fill('small');
    await expect(fill('x'.repeat(2_000_000))).rejects.toMatchObject({ code: 'storage-full' });
    expect(await store.records.settings.get('big')).toBe('small');
    await fill('smaller');
    expect(await store.records.settings.get('big')).toBe('smaller');
  });

  it('that is no database is refused', async () => {
    const raw = new DatabaseSync(path);
    raw.exec('create table x (y)');
    raw.close();
    await writeFile(path, 'not a database, but long enough to be read as one'.repeat(100));
    await expect(opened()).rejects.toThrow('not a database');
  });
});
