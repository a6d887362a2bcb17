/** Plays that a board could only count, and whether each play's clock was sure. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const STATEMENTS = [
  `alter table "plays" add column "clockSure" integer not null default 1`,
  `create table "playTotals" (
    "id" text primary key,
    "screenId" text not null,
    "date" text not null,
    "slideId" text not null,
    "revisionId" text not null,
    "bookingId" text,
    "played" bigint not null,
    "cut" bigint not null,
    "failed" bigint not null,
    "shownMs" bigint not null,
    "clockSure" integer not null,
    "receivedAt" bigint not null)`,
  `create index "playTotals_screenId_date" on "playTotals" ("screenId", "date")`,
];

export const playTotals: Migration = {
  version: 7,
  name: 'play-totals',
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
