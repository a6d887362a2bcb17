/** Trouble with boards, the alerts about it, and what boards sent of their glass. */
import type { Kysely } from 'kysely';
import type { Alert } from '../../shared/content/alert.ts';
import type { BoardProblem } from '../../shared/content/board-problem.ts';
import type { BoardReport } from '../../shared/content/board-report.ts';
import type { Trouble } from '../../shared/content/trouble.ts';
import type { Tables } from './tables.ts';
import type { Alerts, BoardProblems, BoardReports, Troubles } from './watch-store.ts';

export function troubleRecords(db: Kysely<Tables>): Troubles {
  const rows = () => db.selectFrom('troubles').select('doc');
  return {
    since: async (at) => {
      const found = await rows()
        .where((e) => e.or([e('endedAt', 'is', null), e('endedAt', '>=', at)]))
        .orderBy('startedAt')
        .execute();
      return asTroubles(found);
    },
    recent: async (limit) =>
      asTroubles(await rows().orderBy('startedAt', 'desc').orderBy('id').limit(limit).execute()),
    put: async (trouble) => {
      const { id, screenId, startedAt, endedAt } = trouble;
      const doc = JSON.stringify(trouble);
      await db
        .insertInto('troubles')
        .values({ id, screenId, startedAt, endedAt, doc })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ endedAt, doc }))
        .execute();
    },
    removeBefore: async (at) => {
      const removed = await db.deleteFrom('troubles').where('endedAt', '<', at).executeTakeFirst();
      return Number(removed.numDeletedRows);
    },
  };
}

export function alertRecords(db: Kysely<Tables>): Alerts {
  const rows = () => db.selectFrom('alerts').select('doc');
  return {
    get: async (id) => {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row && (JSON.parse(row.doc) as Alert);
    },
    pending: async () =>
      asAlerts(await rows().where('isPending', '=', 1).orderBy('at').orderBy('id').execute()),
    recent: async (limit) =>
      asAlerts(await rows().orderBy('at', 'desc').orderBy('id').limit(limit).execute()),
    put: async (alert) => {
      const { id, at } = alert;
      const isPending = alert.deliveries.some(({ nextAt }) => nextAt !== null) ? 1 : 0;
      const doc = JSON.stringify(alert);
      await db
        .insertInto('alerts')
        .values({ id, at, isPending, doc })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ isPending, doc }))
        .execute();
    },
    removeBefore: async (at) => {
      const removed = await db.deleteFrom('alerts').where('at', '<', at).executeTakeFirst();
      return Number(removed.numDeletedRows);
    },
  };
}

export function boardReportRecords(db: Kysely<Tables>): BoardReports {
  const ofScreen = (screenId: string) =>
    db.selectFrom('boardReports').select('doc').where('screenId', '=', screenId);
  return {
    ofScreen: async (screenId) =>
      asReports(await ofScreen(screenId).orderBy('receivedAt', 'desc').orderBy('id').execute()),
    picture: async (screenId, id) => {
      const row = await db
        .selectFrom('boardReports')
        .select('jpeg')
        .where('screenId', '=', screenId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.jpeg ?? undefined;
    },
    faultsSince: async (at) => {
      const found = await db
        .selectFrom('boardReports')
        .select((e) => ['screenId', e.fn.countAll<number>().as('faults')])
        .where('isFault', '=', 1)
        .where('receivedAt', '>=', at)
        .groupBy('screenId')
        .execute();
      return new Map(found.map(({ screenId, faults }) => [screenId, faults]));
    },
    add: (report, jpeg) => addReport(db, report, jpeg),
    keepNewest: async (screenId, { isFault, most }) => {
      const kept = ofScreen(screenId)
        .where('isFault', '=', isFault ? 1 : 0)
        .clearSelect()
        .select('id')
        .orderBy('receivedAt', 'desc')
        .orderBy('id')
        .limit(most);
      await db
        .deleteFrom('boardReports')
        .where('screenId', '=', screenId)
        .where('isFault', '=', isFault ? 1 : 0)
        .where('id', 'not in', kept)
        .execute();
    },
    removeBefore: async (at) => {
      const removed = await db
        .deleteFrom('boardReports')
        .where('receivedAt', '<', at)
        .executeTakeFirst();
      return Number(removed.numDeletedRows);
    },
  };
}

/** No slide is kept as the empty text, since nulls are never equal in a key. */
export function boardProblemRecords(db: Kysely<Tables>): BoardProblems {
  return {
    ofScreen: async (screenId) => {
      const rows = await db
        .selectFrom('boardProblems')
        .selectAll()
        .where('screenId', '=', screenId)
        .orderBy('lastAt', 'desc')
        .orderBy('kind')
        .orderBy('slideId')
        .execute();
      return rows.map(({ slideId, ...row }): BoardProblem => ({
        ...row,
        slideId: slideId === '' ? null : slideId,
      }));
    },
    note: async ({ screenId, kind, slideId, message }, at) => {
      const key = { screenId, kind, slideId: slideId ?? '' };
      await db
        .insertInto('boardProblems')
        .values({ ...key, message, firstAt: at, lastAt: at, times: 1 })
        .onConflict((conflict) =>
          conflict.columns(['screenId', 'kind', 'slideId']).doUpdateSet((e) => ({
            ...{ message, lastAt: at },
            times: e('boardProblems.times', '+', 1),
          })),
        )
        .execute();
    },
    keepNewest: async (screenId, most) => {
      const oldest = await db
        .selectFrom('boardProblems')
        .select('lastAt')
        .where('screenId', '=', screenId)
        .orderBy('lastAt', 'desc')
        .offset(most)
        .limit(1)
        .executeTakeFirst();
      if (!oldest) return;
      await db
        .deleteFrom('boardProblems')
        .where('screenId', '=', screenId)
        .where('lastAt', '<=', oldest.lastAt)
        .execute();
    },
    removeBefore: async (at) => {
      const removed = await db
        .deleteFrom('boardProblems')
        .where('lastAt', '<', at)
        .executeTakeFirst();
      return Number(removed.numDeletedRows);
    },
  };
}

async function addReport(
  db: Kysely<Tables>,
  report: BoardReport,
  jpeg: Uint8Array | null,
): Promise<boolean> {
  const { id, screenId, kind, receivedAt } = report;
  const isFault = kind === 'screenshot' ? 0 : 1;
  const doc = JSON.stringify(report);
  const added = await db
    .insertInto('boardReports')
    .values({ id, screenId, isFault, receivedAt, doc, jpeg })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

interface Row {
  readonly doc: string;
}
const asTroubles = (rows: readonly Row[]) => rows.map(({ doc }) => JSON.parse(doc) as Trouble);
const asAlerts = (rows: readonly Row[]) => rows.map(({ doc }) => JSON.parse(doc) as Alert);
const asReports = (rows: readonly Row[]) => rows.map(({ doc }) => JSON.parse(doc) as BoardReport);
