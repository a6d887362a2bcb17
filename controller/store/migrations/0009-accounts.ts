/** Sign-in in two steps, where a session is and when its person last proved who they are, addresses of people. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const STATEMENTS = [
  `alter table "sessions" add column "confirmedAt" bigint`,
  `alter table "sessions" add column "device" text not null default ''`,
  `create table "twoSteps" (
    "personId" text primary key references "people" ("id") on delete cascade,
    "key" text not null,
    "onSince" bigint,
    "lastStep" bigint not null)`,
  `create table "recoveryCodes" (
    "hash" text primary key,
    "personId" text not null references "people" ("id") on delete cascade)`,
  `create index "recoveryCodes_personId" on "recoveryCodes" ("personId")`,
  `create table "knownDevices" (
    "hash" text not null,
    "personId" text not null references "people" ("id") on delete cascade,
    "expiresAt" bigint not null,
    primary key ("hash", "personId"))`,
  `create index "knownDevices_personId" on "knownDevices" ("personId")`,
];

export const accounts: Migration = {
  version: 9,
  name: 'accounts',
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
    for (const { id, doc } of await db.selectFrom('people').select(['id', 'doc']).execute()) {
      const person = { ...(JSON.parse(doc) as object), email: null };
      await db
        .updateTable('people')
        .set({ doc: JSON.stringify(person) })
        .where('id', '=', id)
        .execute();
    }
  },
};
