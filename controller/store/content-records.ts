/** Slides' frozen revisions, announcements and settings. */
import type { Kysely } from 'kysely';
import { ALL_CLEAR_MS } from '../../shared/content/announcement.ts';
import type { Announcement } from '../../shared/content/announcement.ts';
import type { SlideRevision } from '../../shared/content/slide.ts';
import { inChunks } from './collection.ts';
import type { Announcements, Revisions, Settings } from './store.ts';
import { SEQ_FLOOR } from './tables.ts';
import type { Tables } from './tables.ts';

export function revisionRecords(db: Kysely<Tables>): Revisions {
  return {
    get: async (id) => {
      const row = await db
        .selectFrom('revisions')
        .select('doc')
        .where('id', '=', id)
        .executeTakeFirst();
      return row && (JSON.parse(row.doc) as SlideRevision);
    },
    ofSlide: async (slideId) => {
      const rows = await db
        .selectFrom('revisions')
        .select('doc')
        .where('slideId', '=', slideId)
        .orderBy('number')
        .execute();
      return rows.map((row) => JSON.parse(row.doc) as SlideRevision);
    },
    some: async (ids) => {
      const rows = await inChunks(ids, (chunk) =>
        db.selectFrom('revisions').select('doc').where('id', 'in', chunk).execute(),
      );
      return rows.map((row) => JSON.parse(row.doc) as SlideRevision);
    },
    add: async (revision) => {
      const { id, slideId, number } = revision;
      await db
        .insertInto('revisions')
        .values({ id, slideId, number, doc: JSON.stringify(revision) })
        .execute();
    },
    setPages: async (id, pages) => {
      const { doc } = await db
        .selectFrom('revisions')
        .select('doc')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const revision: SlideRevision = { ...(JSON.parse(doc) as SlideRevision), pages };
      await db
        .updateTable('revisions')
        .set({ doc: JSON.stringify(revision) })
        .where('id', '=', id)
        .execute();
    },
  };
}

export function announcementRecords(db: Kysely<Tables>): Announcements {
  const docs = () => db.selectFrom('announcements').select('doc');
  return {
    get: async (id) => {
      const row = await docs().where('id', '=', id).executeTakeFirst();
      return row && (JSON.parse(row.doc) as Announcement);
    },
    all: async () => {
      const rows = await docs().orderBy('id').execute();
      return rows.map((row) => JSON.parse(row.doc) as Announcement);
    },
    put: async (announcement) => {
      const { id, seq, sentAt, expiresAt, clearedAt } = announcement;
      const columns = { seq, sentAt, expiresAt, clearedAt, doc: JSON.stringify(announcement) };
      await db
        .insertInto('announcements')
        .values({ id, ...columns })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .execute();
    },
    newestSeq: async () => {
      const row = await db
        .selectFrom('announcements')
        .select((e) => e.fn.max('seq').as('seq'))
        .executeTakeFirst();
      const floor = await db
        .selectFrom('settings')
        .select('value')
        .where('key', '=', SEQ_FLOOR)
        .executeTakeFirst();
      return Math.max(row?.seq ?? 0, Number(floor?.value ?? 0));
    },
    current: async (now) => {
      const rows = await docs()
        .where((e) =>
          e.or([
            e.and([e('clearedAt', 'is', null), e('expiresAt', '>', now)]),
            e('clearedAt', '>', now - ALL_CLEAR_MS),
          ]),
        )
        .orderBy('seq')
        .execute();
      return rows.map((row) => JSON.parse(row.doc) as Announcement);
    },
    recent: async (limit) => {
      const rows = await docs()
        .orderBy('sentAt', 'desc')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => JSON.parse(row.doc) as Announcement);
    },
  };
}

export function settingRecords(db: Kysely<Tables>): Settings {
  return {
    get: async (key) => {
      const row = await db
        .selectFrom('settings')
        .select('value')
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.value;
    },
    set: async (key, value) => {
      await db
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    },
  };
}
