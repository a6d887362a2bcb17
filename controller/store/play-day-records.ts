/** What is counted of plays by slide, board and day, in the transaction that stores them. */
import type { Kysely } from 'kysely';
import type { Screen } from '../../shared/content/screen.ts';
import { MINUTE_MS, type CivilDate } from '../../shared/time.ts';
import { dateInZone } from '../manifest/offsets.ts';
import { inChunks } from './collection.ts';
import type { PlayDays, StoredPlay, StoredPlayTotal } from './store.ts';
import type { Tables } from './tables.ts';

/** No zone cuts a quarter of an hour in two days. */
export const QUARTER_MS = 15 * MINUTE_MS;
/** Rows of one insert. */
const BATCH = 100;

type PlayDay = Tables['playDays'];

export function playDayRecords(db: Kysely<Tables>): PlayDays {
  return {
    counts: (slideIds, date) =>
      inChunks(slideIds, (chunk) =>
        db
          .selectFrom('playDays')
          .select(({ fn, eb }) => [
            'slideId',
            fn.sum<number>('plays').as('inAll'),
            fn
              .sum<number>(eb.case().when('date', '=', date).then(eb.ref('plays')).else(0).end())
              .as('onDate'),
          ])
          .where('slideId', 'in', chunk)
          .groupBy('slideId')
          .execute(),
      ),
  };
}

/** Plays that are new. */
export async function countPlays(db: Kysely<Tables>, plays: readonly StoredPlay[]): Promise<void> {
  const shown = plays.filter(({ outcome }) => outcome !== 'failed');
  const zones = await zonesOf(db, new Set(shown.map(({ screenId }) => screenId)));
  const dates = new Map<string, CivilDate>();
  const dateOf = ({ screenId, startedAt }: StoredPlay): CivilDate => {
    const zone = zones.get(screenId) ?? 'UTC';
    const quarter = Math.floor(startedAt / QUARTER_MS);
    const key = `${zone} ${quarter}`;
    const date = dates.get(key) ?? dateInZone(zone, quarter * QUARTER_MS);
    dates.set(key, date);
    return date;
  };
  await addUp(
    db,
    shown.map((play) => {
      const { slideId, screenId } = play;
      const shownMs = play.endedAt - play.startedAt;
      return { slideId, screenId, date: dateOf(play), plays: 1, shownMs };
    }),
  );
}

/** Totals that are new. */
export function countTotals(db: Kysely<Tables>, totals: readonly StoredPlayTotal[]): Promise<void> {
  return addUp(
    db,
    totals
      .map(({ slideId, screenId, date, played, cut, shownMs }) => {
        return { slideId, screenId, date, plays: played + cut, shownMs };
      })
      .filter(({ plays }) => plays > 0),
  );
}

async function addUp(db: Kysely<Tables>, parts: readonly PlayDay[]): Promise<void> {
  const days = new Map<string, PlayDay>();
  for (const part of parts) {
    const key = `${part.slideId} ${part.date} ${part.screenId}`;
    const { plays = 0, shownMs = 0 } = days.get(key) ?? {};
    days.set(key, { ...part, plays: plays + part.plays, shownMs: shownMs + part.shownMs });
  }
  const rows = [...days.values()];
  for (let from = 0; from < rows.length; from += BATCH)
    await db
      .insertInto('playDays')
      .values(rows.slice(from, from + BATCH))
      .onConflict((conflict) =>
        conflict.columns(['slideId', 'date', 'screenId']).doUpdateSet((eb) => ({
          plays: eb('playDays.plays', '+', eb.ref('excluded.plays')),
          shownMs: eb('playDays.shownMs', '+', eb.ref('excluded.shownMs')),
        })),
      )
      .execute();
}

async function zonesOf(
  db: Kysely<Tables>,
  screenIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await inChunks([...screenIds], (chunk) =>
    db.selectFrom('screens').selectAll().where('id', 'in', chunk).execute(),
  );
  return new Map(rows.map(({ id, doc }) => [id, (JSON.parse(doc) as Screen).zone]));
}
