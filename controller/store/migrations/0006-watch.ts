/** Trouble with boards, the messages about it, and what boards sent of their glass. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const STATEMENTS = [
  `create table "troubles" (
    "id" text primary key,
    "screenId" text not null,
    "startedAt" bigint not null,
    "endedAt" bigint,
    "doc" text not null)`,
  `create index "troubles_startedAt" on "troubles" ("startedAt")`,
  `create index "troubles_endedAt" on "troubles" ("endedAt")`,
  `create table "alerts" (
    "id" text primary key,
    "at" bigint not null,
    "isPending" integer not null,
    "doc" text not null)`,
  `create index "alerts_pending" on "alerts" ("isPending", "at")`,
  `create table "boardReports" (
    "id" text primary key,
    "screenId" text not null,
    "isFault" integer not null,
    "receivedAt" bigint not null,
    "doc" text not null,
    "jpeg" blob)`,
  `create index "boardReports_screen" on "boardReports" ("screenId", "receivedAt")`,
  `create index "boardReports_faults" on "boardReports" ("isFault", "receivedAt")`,
];

export const watch: Migration = {
  version: 6,
  name: 'watch',
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
