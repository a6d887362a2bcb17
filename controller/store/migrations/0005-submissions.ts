/** What was measured of a revision when it was submitted, and what was judged of it. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const STATEMENTS = [
  `create table "submissions" (
    "revisionId" text primary key references "revisions" ("id"),
    "judgement" text not null,
    "measured" text not null)`,
];

export const submissions: Migration = {
  version: 5,
  name: 'submissions',
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
