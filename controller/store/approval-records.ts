/** Withdrawals, and the words that wait for submitters. */
import type { Kysely } from 'kysely';
import type { ReviewNote } from '../../shared/content/review-note.ts';
import type { Withdrawal } from '../../shared/content/withdrawal.ts';
import type { ReviewNotes, Withdrawals } from './approval-store.ts';
import type { Tables } from './tables.ts';

export function withdrawalRecords(db: Kysely<Tables>): Withdrawals {
  const docs = () => db.selectFrom('withdrawals').select('doc');
  return {
    get: async (id) => {
      const row = await docs().where('id', '=', id).executeTakeFirst();
      return row && (JSON.parse(row.doc) as Withdrawal);
    },
    ofSlide: async (slideId) => {
      const rows = await docs()
        .where('slideId', '=', slideId)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(({ doc }) => JSON.parse(doc) as Withdrawal);
    },
    add: async (withdrawal) => {
      const { id, slideId, at } = withdrawal;
      const doc = JSON.stringify(withdrawal);
      await db.insertInto('withdrawals').values({ id, slideId, at, doc }).execute();
    },
  };
}

export function reviewNoteRecords(db: Kysely<Tables>): ReviewNotes {
  return {
    ofPerson: async (personId) => {
      const rows = await db
        .selectFrom('reviewNotes')
        .select('doc')
        .where('personId', '=', personId)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(({ doc }) => JSON.parse(doc) as ReviewNote);
    },
    put: async (personId, note) => {
      const { id, slideId, at } = note;
      await db
        .deleteFrom('reviewNotes')
        .where('personId', '=', personId)
        .where('slideId', '=', slideId)
        .execute();
      const row = { id, personId, slideId, at, doc: JSON.stringify(note) };
      await db.insertInto('reviewNotes').values(row).execute();
    },
    remove: async (personId, id) => {
      await db
        .deleteFrom('reviewNotes')
        .where('id', '=', id)
        .where('personId', '=', personId)
        .execute();
    },
    removeOfSlide: async (slideId) => {
      await db.deleteFrom('reviewNotes').where('slideId', '=', slideId).execute();
    },
    removeBefore: async (at) => {
      const { numDeletedRows } = await db
        .deleteFrom('reviewNotes')
        .where('at', '<', at)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
