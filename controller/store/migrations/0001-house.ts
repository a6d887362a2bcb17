/** The first schema. Append-only: a released migration is never edited. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const DOCUMENTS = ['organizations', 'shops', 'slides', 'bookings', 'screens', 'media', 'manifests'];

const CONTENT = [
  `create table "revisions" (
    "id" text primary key,
    "slideId" text not null references "slides" ("id") deferrable initially deferred,
    "number" integer not null,
    "doc" text not null,
    unique ("slideId", "number"))`,
  `create table "announcements" (
    "id" text primary key,
    "seq" bigint not null unique,
    "sentAt" bigint not null,
    "expiresAt" bigint not null,
    "clearedAt" bigint,
    "doc" text not null)`,
  `create index "announcements_expiresAt" on "announcements" ("expiresAt")`,
  `create table "settings" ("key" text primary key, "value" text not null)`,
];

const PEOPLE = [
  `create table "people" (
    "id" text primary key,
    "loginName" text not null unique,
    "passwordHash" text,
    "doc" text not null)`,
  `create table "sessions" (
    "id" text primary key,
    "personId" text not null references "people" ("id") on delete cascade,
    "createdAt" bigint not null,
    "seenAt" bigint not null,
    "expiresAt" bigint not null)`,
  `create index "sessions_personId" on "sessions" ("personId")`,
  `create table "secrets" (
    "hash" text primary key,
    "purpose" text not null,
    "subjectId" text,
    "expiresAt" bigint not null)`,
  `create table "audit" (
    "id" integer primary key autoincrement,
    "at" bigint not null,
    "personId" text,
    "actor" text not null,
    "action" text not null,
    "subjectId" text not null,
    "before" text,
    "after" text)`,
];

const DEVICES = [
  `create table "devices" (
    "id" text primary key,
    "screenId" text not null references "screens" ("id"),
    "pairedAt" bigint not null,
    "lastSeenAt" bigint,
    "revokedAt" bigint,
    "tokenHash" text not null unique)`,
  `create unique index "devices_live" on "devices" ("screenId") where "revokedAt" is null`,
  `create table "pairings" (
    "id" text primary key,
    "secretHash" text not null,
    "code" text not null,
    "expiresAt" bigint not null,
    "screenId" text)`,
  `create index "pairings_code" on "pairings" ("code")`,
];

const PROOF = [
  `create table "receipts" (
    "id" text primary key,
    "kind" text not null,
    "subjectId" text not null,
    "version" bigint not null,
    "paintedAt" bigint not null,
    "screenId" text not null,
    "receivedAt" bigint not null,
    "latencyMs" double precision)`,
  `create index "receipts_subjectId" on "receipts" ("subjectId")`,
  `create table "plays" (
    "id" text primary key,
    "slideId" text not null,
    "revisionId" text not null,
    "bookingId" text,
    "slotStartMs" bigint not null,
    "startedAt" bigint not null,
    "endedAt" bigint not null,
    "outcome" text not null,
    "manifestRevision" bigint not null,
    "screenId" text not null,
    "receivedAt" bigint not null)`,
  `create index "plays_screenId_startedAt" on "plays" ("screenId", "startedAt")`,
];

export const house: Migration = {
  version: 1,
  name: 'house',
  up: async (db) => {
    for (const table of DOCUMENTS) {
      await sql
        .raw(`create table "${table}" ("id" text primary key, "doc" text not null)`)
        .execute(db);
    }
    for (const statement of [...CONTENT, ...PEOPLE, ...DEVICES, ...PROOF]) {
      await sql.raw(statement).execute(db);
    }
  },
};
