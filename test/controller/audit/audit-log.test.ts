/** The audit log in a real database, and the program that checks it. */
import { execFile } from 'node:child_process';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportHead } from '../../../controller/audit/export-head.ts';
import { headsPath, readHeads } from '../../../controller/audit/heads.ts';
import { verifyChain } from '../../../controller/audit/verify-chain.ts';
import { readAuditRows } from '../../../controller/store/audit-file.ts';
import { migrations } from '../../../controller/store/migrations.ts';
import { openStore } from '../../../controller/store/sqlite-store.ts';
import type { Store } from '../../../controller/store/store.ts';
import type { Context } from '../../../controller/usecases/context.ts';
import { Alerts } from '../../../controller/watch/alerts.ts';
import { temporaryFolder } from '../../support/controller-process.ts';

const root = resolve(import.meta.dirname, '../../..');
const AT = Date.UTC(2026, 10, 22, 18, 20);

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
let store: Store;
beforeEach(async () => {
  folder = temporaryFolder();
  path = join(folder.path, 'plaza.sqlite');
  store = await openStore({ path });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const write = (count: number, actor = '김창동') =>
  store.transact(async (records) => {
    for (let index = 0; index < count; index += 1) {
      const named = { at: AT + index, personId: 'kim', actor, action: 'slide.save' };
      await records.audit.add({ ...named, subjectId: `s${index}`, before: null, after: { index } });
    }
  });

/** As somebody with the file in hand: the guards are taken away first. */
function tamper(...statements: string[]): void {
  const database = new DatabaseSync(path);
  database.exec('drop trigger "audit_never_changed"; drop trigger "audit_never_removed"');
  for (const statement of statements) database.exec(statement);
  database.close();
}

function verify(...args: string[]) {
  const options = { cwd: root, env: { ...process.env, DATA_DIR: folder.path } };
  return new Promise<{ code: number; printed: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['controller/audit/main.ts', ...args],
      options,
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, printed: stdout + stderr }),
    );
  });
}

describe('the audit log', () => {
  it('[U3] is linked across transactions, and goes on where one was rolled back', async () => {
    await write(3);
    const failing = store.transact(async (records) => {
      const named = { at: AT, personId: null, actor: '시스템', action: 'x.y', subjectId: 'z' };
      await records.audit.add({ ...named, before: null, after: null });
      throw new Error('something else failed');
    });
    await expect(failing).rejects.toThrow('something else');
    await write(2);
    const verdict = verifyChain(readAuditRows(path));
    expect(verdict).toMatchObject({ rows: 5, bad: null, head: { lastId: 5 } });
    expect(await store.records.audit.head()).toEqual(verdict.head);
  });

  it.each(['half a character \ud800', 'NUL \u0000.', "'; drop table audit; --", '\u202e‏가́'])(
    '[U1] reads %j back as it was hashed',
    async (name) => {
      await write(1, name);
      expect(verifyChain(readAuditRows(path)).bad).toBeNull();
    },
  );

  it.each([`update "audit" set "actor" = '남'`, `delete from "audit" where "id" = 1`])(
    '[U4] refuses to %s',
    async (statement) => {
      await write(2);
      const database = new DatabaseSync(path);
      expect(() => database.exec(statement)).toThrow('only ever added');
      database.close();
      expect(verifyChain(readAuditRows(path))).toMatchObject({ rows: 2, bad: null });
    },
  );

  it('[U3] is linked afterwards where an older version wrote it', async () => {
    await store.close();
    const old = join(folder.path, 'old.sqlite');
    const before = migrations.filter(({ version }) => version < 11);
    await (await openStore({ path: old, migrations: before })).close();
    const database = new DatabaseSync(old);
    const insert = database.prepare(
      `insert into "audit" ("at", "personId", "actor", "action", "subjectId", "before", "after")
       values (?, null, '시스템', 'slide.save', 's', null, '{"a":1.50}')`,
    );
    for (let index = 0; index < 1203; index += 1) insert.run(AT + index);
    database.close();
    store = await openStore({ path: old });
    expect(verifyChain(readAuditRows(old))).toMatchObject({ rows: 1203, bad: null });
  });
});

describe('the head', () => {
  const exported = (at = AT) => {
    const context = { store, now: () => at, newId: () => 'a1' } as unknown as Context;
    return exportHead({ context, alerts: new Alerts(context, []), dataDir: folder.path });
  };

  it('[U6] is exported a line a day, for nobody else to read', async () => {
    expect(await exported()).toBeNull();
    await write(2);
    const first = await exported();
    await write(1);
    const second = await exported(AT + 86_400_000);
    expect(await readHeads(headsPath(folder.path))).toMatchObject([first, second]);
    expect(readFileSync(headsPath(folder.path), 'utf8')).toMatch(
      /^\{"date":"2026-11-22T18:20:00.000Z","lastId":2,"hash":"[0-9a-f]{64}"\}\n/,
    );
    expect(statSync(headsPath(folder.path)).mode & 0o777).toBe(0o600);
    expect(await store.records.alerts.recent(1)).toEqual([]);
  });

  it('[U6] tells of a line that is none', async () => {
    await write(1);
    await exported();
    appendFileSync(headsPath(folder.path), '{"lastId":1}\n');
    await expect(readHeads(headsPath(folder.path))).rejects.toThrow('heads.jsonl:2');
  });
});

describe('npm run audit:verify', () => {
  it('[U5] prints rows and head while the store is open, and ends well', async () => {
    await write(4);
    const { lastId, hash } = (await store.records.audit.head())!;
    const { code, printed } = await verify();
    expect(printed).toContain(`4 rows are linked. ${lastId} ${hash}`);
    expect(code).toBe(0);
  });

  it('[U5] names the first bad row, and ends with 1', async () => {
    await write(6);
    tamper(`update "audit" set "after" = '{"index":9}' where "id" in (3, 5)`);
    const { code, printed } = await verify();
    expect(printed).toContain('Row 3 is bad');
    expect(code).toBe(1);
  });

  it('[U5] finds a number that is too large to be read', async () => {
    await write(2);
    tamper(`update "audit" set "at" = 9223372036854775807 where "id" = 2`);
    expect((await verify()).printed).toContain('Row 2 is bad');
  });

  it('[U5] notices by an exported head that the end was cut off', async () => {
    await write(5);
    const head = join(folder.path, 'head.jsonl');
    const { lastId, hash } = (await store.records.audit.head())!;
    writeFileSync(head, JSON.stringify({ date: new Date(AT).toISOString(), lastId, hash }));
    expect((await verify('--head', head)).code).toBe(0);
    tamper('delete from "audit" where "id" > 3');
    expect((await verify()).code).toBe(0);
    const { code, printed } = await verify('--head', head);
    expect(printed).toContain('Row 4 is bad');
    expect(code).toBe(1);
  });

  it('ends with 2 where there is nothing to check', async () => {
    expect(await verify('--head', join(folder.path, 'none'))).toMatchObject({ code: 2 });
    const options = { cwd: root, env: { ...process.env, DATA_DIR: join(folder.path, 'none') } };
    await expect(
      promisify(execFile)(process.execPath, ['controller/audit/main.ts'], options),
    ).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('DATA_DIR') as unknown });
  });
});
