/** Emergencies that wait for a second person, and the notes about those that did not. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const STATEMENTS = [
  `create table "releaseRequests" (
    "id" text primary key,
    "requestedAt" bigint not null,
    "state" text not null,
    "announcementId" text,
    "doc" text not null)`,
  `create index "releaseRequests_requestedAt" on "releaseRequests" ("requestedAt")`,
  `create unique index "releaseRequests_announcementId" on "releaseRequests" ("announcementId")`,
  `create table "alarmNotes" ("id" text primary key, "at" bigint not null, "doc" text not null)`,
  `create index "alarmNotes_at" on "alarmNotes" ("at")`,
  `create table "alarmAcknowledgements" (
    "noteId" text not null,
    "personId" text not null,
    "at" bigint not null,
    primary key ("noteId", "personId"))`,
];

export const alarms: Migration = {
  version: 10,
  name: 'alarms',
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
