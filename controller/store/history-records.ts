/** Steps of manifests. A whole manifest is some hundred kilobytes of text that repeats itself, so it is packed. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { History, HistoryStep } from './store.ts';
import type { Tables } from './tables.ts';

type Doc = Pick<HistoryStep, 'patch' | 'manifest'>;

export function historyRecords(db: Kysely<Tables>): History {
  return {
    add: async (step) => {
      const { manifestId, revision, at, patch, manifest } = step;
      const isWhole = manifest === null ? 0 : 1;
      await db
        .insertInto('manifestSteps')
        .values({ manifestId, revision, at, isWhole, doc: pack({ patch, manifest }) })
        .execute();
    },
    steps: async (manifestId, fromMs, toMs) => {
      const steps = () => db.selectFrom('manifestSteps').where('manifestId', '=', manifestId);
      const whole = await steps()
        .select('revision')
        .where('isWhole', '=', 1)
        .where('at', '<=', fromMs)
        .orderBy('revision', 'desc')
        .limit(1)
        .executeTakeFirst();
      const rows = await steps()
        .selectAll()
        .where('revision', '>=', whole?.revision ?? 0)
        .where('at', '<', toMs)
        .orderBy('revision')
        .execute();
      return rows.map(({ revision, at, doc }) => ({ manifestId, revision, at, ...unpack(doc) }));
    },
    assign: (screenId, manifestId, at) => assign(db, { screenId, manifestId, fromMs: at }),
    assigned: async (screenId, fromMs, toMs) => {
      const plans = () =>
        db
          .selectFrom('screenPlans')
          .select(['manifestId', 'fromMs'])
          .where('screenId', '=', screenId);
      const before = await plans()
        .where('fromMs', '<=', fromMs)
        .orderBy('fromMs', 'desc')
        .limit(1)
        .executeTakeFirst();
      const within = await plans()
        .where('fromMs', '>', fromMs)
        .where('fromMs', '<', toMs)
        .orderBy('fromMs')
        .execute();
      return (before ? [before, ...within] : within).map((plan) => ({ ...plan }));
    },
    newestAssigned: () => newestAssigned(db),
    removeBefore: (at) => removeBefore(db, at),
  };
}

async function assign(db: Kysely<Tables>, plan: Tables['screenPlans']): Promise<void> {
  const { screenId, manifestId, fromMs } = plan;
  // Only after the clock was set back are there later ones.
  await db
    .deleteFrom('screenPlans')
    .where('screenId', '=', screenId)
    .where('fromMs', '>', fromMs)
    .execute();
  await db
    .insertInto('screenPlans')
    .values({ screenId, manifestId, fromMs })
    .onConflict((conflict) => conflict.columns(['screenId', 'fromMs']).doUpdateSet({ manifestId }))
    .execute();
}

async function newestAssigned(db: Kysely<Tables>): Promise<ReadonlyMap<string, string>> {
  const newest = db
    .selectFrom('screenPlans')
    .select((e) => ['screenId', e.fn.max('fromMs').as('fromMs')])
    .groupBy('screenId');
  const rows = await db
    .selectFrom('screenPlans')
    .innerJoin(newest.as('newest'), (join) =>
      join
        .onRef('newest.screenId', '=', 'screenPlans.screenId')
        .onRef('newest.fromMs', '=', 'screenPlans.fromMs'),
    )
    .select(['screenPlans.screenId', 'screenPlans.manifestId'])
    .execute();
  return new Map(rows.map(({ screenId, manifestId }) => [screenId, manifestId]));
}

/** Of each manifest the newest whole step before `at` stays, and all from it on. */
async function removeBefore(db: Kysely<Tables>, at: number): Promise<number> {
  const kept = await db
    .selectFrom('manifestSteps')
    .select((e) => ['manifestId', e.fn.max('revision').as('revision')])
    .where('isWhole', '=', 1)
    .where('at', '<=', at)
    .groupBy('manifestId')
    .execute();
  let removed = 0;
  for (const { manifestId, revision } of kept) {
    const { numDeletedRows } = await db
      .deleteFrom('manifestSteps')
      .where('manifestId', '=', manifestId)
      .where('revision', '<', revision)
      .executeTakeFirst();
    removed += Number(numDeletedRows);
  }
  return removed;
}

function pack(doc: Doc): string {
  const text = JSON.stringify(doc);
  return doc.manifest === null ? text : gzipSync(text).toString('base64');
}

function unpack(doc: string): Doc {
  const text = doc.startsWith('{') ? doc : gunzipSync(Buffer.from(doc, 'base64')).toString();
  return JSON.parse(text) as Doc;
}
