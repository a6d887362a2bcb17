/** Short links of slides, and how often each was followed on a day. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const STATEMENTS = [
  `alter table "slides" add column "shortCode" text`,
  `create unique index "slides_shortCode" on "slides" ("shortCode")`,
  `create table "scans" (
    "slideId" text not null references "slides" ("id"),
    "date" text not null,
    "scans" integer not null,
    primary key ("slideId", "date"))`,
];

export const shortLinks: Migration = {
  version: 4,
  name: 'short links',
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
