import { sql, type Kysely } from 'kysely';
import type { ShownQuarter, SlidePlays } from './approval-store.ts';
import { inChunks } from './collection.ts';
import { QUARTER_MS } from './play-day-records.ts';
import type { Tables } from './tables.ts';

export function slidePlayRecords(db: Kysely<Tables>): SlidePlays {
  return {
    quarters: async (slideIds, beforeMs) => {
      const rows = await inChunks(slideIds, (chunk) =>
        db
          .selectFrom('plays')
          .select(({ fn, eb }) => [
            'slideId',
            'screenId',
            fn.countAll<number>().as('plays'),
            fn.sum<number>(eb('endedAt', '-', eb.ref('startedAt'))).as('shownMs'),
            fn.min('startedAt').as('firstAt'),
            fn.max('startedAt').as('lastAt'),
          ])
          .where('slideId', 'in', chunk)
          .where('startedAt', '<', beforeMs)
          .where('outcome', '<>', 'failed')
          .groupBy(['slideId', 'screenId', sql`"startedAt" / ${sql.lit(QUARTER_MS)}`])
          .execute(),
      );
      return rows.toSorted(byFirst);
    },
    counted: (slideIds) =>
      inChunks(slideIds, (chunk) =>
        db
          .selectFrom('playTotals')
          .select(({ fn, eb }) => [
            ...(['slideId', 'screenId', 'date'] as const),
            fn.sum<number>(eb('played', '+', eb.ref('cut'))).as('plays'),
            fn.sum<number>('shownMs').as('shownMs'),
          ])
          .where('slideId', 'in', chunk)
          .groupBy(['slideId', 'screenId', 'date'])
          .having((e) => e(e.fn.sum(e('played', '+', e.ref('cut'))), '>', 0))
          .execute(),
      ),
  };
}

function byFirst(a: ShownQuarter, b: ShownQuarter): number {
  return a.firstAt - b.firstAt || (a.screenId < b.screenId ? -1 : 1);
}
