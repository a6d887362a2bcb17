/** When something was last changed, without reading what it was before and after. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const auditSubjects: Migration = {
  version: 3,
  name: 'audit subjects',
  up: async (db) => {
    await sql
      .raw(`create index "audit_subjects" on "audit" ("action", "subjectId", "at")`)
      .execute(db);
  },
};
