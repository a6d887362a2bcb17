/** What boards report: plays and receipts, each stored once under the id that the board gave it. */
import type { Kysely } from 'kysely';
import { inChunks } from './collection.ts';
import { countPlays, countTotals } from './play-day-records.ts';
import type { Plays, Receipts } from './store.ts';
import type { Tables } from './tables.ts';

/** Rows of one insert: 12 columns each, well under SQLite's limit of parameters. */
const BATCH = 100;

export function receiptRecords(db: Kysely<Tables>): Receipts {
  return {
    add: (receipts) =>
      inBatches(receipts, (rows) =>
        db
          .insertInto('receipts')
          .values(rows)
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .execute(),
      ),
    ofSubjects: async (subjectIds) => {
      const rows = await inChunks(subjectIds, (chunk) =>
        db
          .selectFrom('receipts')
          .selectAll()
          .where('subjectId', 'in', chunk)
          .orderBy('paintedAt')
          .execute(),
      );
      return rows.map((row) => ({ ...row }));
    },
  };
}

export function playRecords(db: Kysely<Tables>): Plays {
  return {
    add: async (plays) => {
      const added = await inBatches(plays, (rows) =>
        db
          .insertInto('plays')
          .values(rows.map(({ clockSure = true, ...row }) => ({ ...row, clockSure: +clockSure })))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .execute(),
      );
      await countPlays(db, firstOf(added, plays));
      return added;
    },
    between: async (screenId, fromMs, toMs) => {
      const rows = await db
        .selectFrom('plays')
        .selectAll()
        .where('screenId', '=', screenId)
        .where('startedAt', '>=', fromMs)
        .where('startedAt', '<', toMs)
        .orderBy('startedAt')
        .orderBy('id')
        .execute();
      // Absent is yes, on the wire as here.
      return rows.map(({ clockSure, ...row }) =>
        clockSure === 1 ? { ...row } : { ...row, clockSure: false },
      );
    },
    owners: async (ids) => {
      const rows = await inChunks(ids, (chunk) =>
        db.selectFrom('plays').select(['id', 'screenId']).where('id', 'in', chunk).execute(),
      );
      return new Map(rows.map(({ id, screenId }) => [id, screenId]));
    },
    shownMs: async (screenId, fromMs, toMs) => {
      const row = await db
        .selectFrom('plays')
        .select(({ fn, eb }) =>
          fn.sum<number | null>(eb('endedAt', '-', eb.ref('startedAt'))).as('ms'),
        )
        .where('screenId', '=', screenId)
        .where('startedAt', '>=', fromMs)
        .where('startedAt', '<', toMs)
        .executeTakeFirst();
      return row?.ms ?? 0;
    },
    count: async () => {
      const row = await db
        .selectFrom('plays')
        .select((e) => e.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },
    ...totalRecords(db),
  };
}

function totalRecords(db: Kysely<Tables>): Pick<Plays, 'addTotals' | 'totals'> {
  return {
    addTotals: async (totals) => {
      const added = await inBatches(totals, (rows) =>
        db
          .insertInto('playTotals')
          .values(rows.map((row) => ({ ...row, clockSure: +row.clockSure })))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .execute(),
      );
      await countTotals(db, firstOf(added, totals));
    },
    totals: async (screenId, date) => {
      const rows = await db
        .selectFrom('playTotals')
        .selectAll()
        .where('screenId', '=', screenId)
        .where('date', '=', date)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ ...row, clockSure: row.clockSure === 1 }));
    },
  };
}

/** Of each id the first, which is the one that was stored. */
function firstOf<T extends { readonly id: string }>(
  ids: readonly string[],
  values: readonly T[],
): readonly T[] {
  const byId = new Map(values.toReversed().map((value) => [value.id, value]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function inBatches<T>(
  values: readonly T[],
  insert: (rows: T[]) => Promise<{ id: string }[]>,
): Promise<readonly string[]> {
  const added: string[] = [];
  for (let from = 0; from < values.length; from += BATCH) {
    const rows = await insert(values.slice(from, from + BATCH));
    for (const row of rows) added.push(row.id);
  }
  return added;
}
