/** What boards noticed of themselves. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const STATEMENTS = [
  `create table "boardProblems" (
    "screenId" text not null,
    "kind" text not null,
    "slideId" text not null,
    "message" text not null,
    "firstAt" bigint not null,
    "lastAt" bigint not null,
    "times" bigint not null,
    primary key ("screenId", "kind", "slideId"))`,
  `create index "boardProblems_lastAt" on "boardProblems" ("lastAt")`,
];

export const boardProblems: Migration = {
  version: 8,
  name: 'board-problems',
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
