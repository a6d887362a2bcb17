/** Audit rows are linked by hashes and only ever added; what is searched for is found by an index. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { FIRST_PREV_HASH, hashOfRow } from '../../audit/chain.ts';
import type { Tables } from '../tables.ts';
import type { Migration } from './migration.ts';

const BATCH = 500;

const COLUMNS = [
  `alter table "audit" add column "prevHash" text not null default ''`,
  `alter table "audit" add column "hash" text not null default ''`,
];
const GUARDS = [
  `create index "audit_at" on "audit" ("at")`,
  `create index "audit_personId" on "audit" ("personId")`,
  `create index "audit_subjectId" on "audit" ("subjectId")`,
  `create trigger "audit_never_changed" before update on "audit"
    begin select raise(abort, 'audit rows are only ever added'); end`,
  `create trigger "audit_never_removed" before delete on "audit"
    begin select raise(abort, 'audit rows are only ever added'); end`,
];

export const auditChain: Migration = {
  version: 11,
  name: 'audit-chain',
  up: async (db) => {
    for (const statement of COLUMNS) await sql.raw(statement).execute(db);
    await linkRows(db);
    for (const statement of GUARDS) await sql.raw(statement).execute(db);
  },
};

/** Links what earlier versions wrote, oldest first. */
async function linkRows(db: Kysely<Tables>): Promise<void> {
  let prevHash = FIRST_PREV_HASH;
  for (let lastId = 0; ;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('id', '>', lastId)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      const hash = hashOfRow(prevHash, row);
      await db.updateTable('audit').set({ prevHash, hash }).where('id', '=', row.id).execute();
      prevHash = hash;
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    lastId = last.id;
  }
}
