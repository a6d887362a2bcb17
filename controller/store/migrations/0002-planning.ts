/** The history of manifests, the place's calendar, and calendar subscriptions. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const STATEMENTS = [
  `create table "placeCalendars" ("id" text primary key, "doc" text not null)`,
  `create table "manifestSteps" (
    "manifestId" text not null,
    "revision" bigint not null,
    "at" bigint not null,
    "isWhole" integer not null,
    "doc" text not null,
    primary key ("manifestId", "revision"))`,
  `create index "manifestSteps_at" on "manifestSteps" ("manifestId", "at")`,
  `create table "screenPlans" (
    "screenId" text not null references "screens" ("id"),
    "fromMs" bigint not null,
    "manifestId" text not null,
    primary key ("screenId", "fromMs"))`,
  `create table "feeds" (
    "id" text primary key,
    "hash" text not null unique,
    "createdAt" bigint not null,
    "doc" text not null)`,
];

export const planning: Migration = {
  version: 2,
  name: 'planning',
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
