/** What was taken off the boards, what submitters are to see, and the plays of one slide. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const STATEMENTS = [
  `create table "withdrawals" (
    "id" text primary key,
    "slideId" text not null references "slides" ("id"),
    "at" bigint not null,
    "doc" text not null)`,
  `create index "withdrawals_slideId" on "withdrawals" ("slideId", "at")`,
  `create table "reviewNotes" (
    "id" text primary key,
    "personId" text not null references "people" ("id"),
    "slideId" text not null,
    "at" bigint not null,
    "doc" text not null)`,
  `create index "reviewNotes_personId" on "reviewNotes" ("personId", "at")`,
  `create index "plays_slideId" on "plays" ("slideId", "startedAt")`,
];

export const approvals: Migration = {
  version: 12,
  name: 'approvals',
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
