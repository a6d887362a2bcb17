/** Slides by their id and their short code, and how often their links were followed. */
import type { Kysely } from 'kysely';
import type { Slide } from '../../shared/content/slide.ts';
import { collection } from './collection.ts';
import type { Scans, Slides } from './store.ts';
import type { Tables } from './tables.ts';

export function slideRecords(db: Kysely<Tables>): Slides {
  return {
    ...collection<Slide>(db, 'slides', ({ id }) => id),
    put: async (slide) => {
      const columns = { shortCode: slide.shortLink?.code ?? null, doc: JSON.stringify(slide) };
      await db
        .insertInto('slides')
        .values({ id: slide.id, ...columns })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .execute();
    },
    byShortCode: async (code) => {
      const row = await db
        .selectFrom('slides')
        .select('doc')
        .where('shortCode', '=', code)
        .executeTakeFirst();
      return row && (JSON.parse(row.doc) as Slide);
    },
  };
}

export function scanRecords(db: Kysely<Tables>): Scans {
  return {
    add: async (slideId, date) => {
      await db
        .insertInto('scans')
        .values({ slideId, date, scans: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['slideId', 'date'])
            .doUpdateSet((e) => ({ scans: e('scans.scans', '+', 1) })),
        )
        .execute();
    },
    ofSlide: (slideId) =>
      db
        .selectFrom('scans')
        .select(['date', 'scans'])
        .where('slideId', '=', slideId)
        .orderBy('date')
        .execute(),
    removeBefore: async (date) => {
      const { numDeletedRows } = await db
        .deleteFrom('scans')
        .where('date', '<', date)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
