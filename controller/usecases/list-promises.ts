import { setImmediate } from 'node:timers/promises';
import type { PromiseLineView } from '../../shared/protocol/http/planning.ts';
import type { Manifest } from '../../shared/protocol/manifest.ts';
import { promiseLines, type BoardRecord } from '../../shared/schedule/promise.ts';
import { dayIndexOf, planDateAt } from '../../shared/schedule/window.ts';
import { MINUTE_MS, type CivilDate } from '../../shared/time.ts';
import type { Context, DayRecord } from './context.ts';
import { plannedDay } from './planned-day.ts';
import { heldByScreen } from './read-plan.ts';

/** A play that began a little off its slot still belongs to its day. */
const OFF_MS = MINUTE_MS;

/**
 * [S10] Every promise of `date` on every board that is lit on it, by each board's own calendar; of a day that
 * is over as it stood at closing. Boards of whose day nothing is known are left out.
 */
export async function listPromises(
  context: Context,
  date: CivilDate,
): Promise<{ date: CivilDate; lines: PromiseLineView[] }> {
  const lines: PromiseLineView[] = [];
  for (const screenId of context.manifests.screenIds()) {
    const found = await promisesOfScreen(context, screenId, date);
    lines.push(...found);
    // A day's plays of a board are thousands; pushes and beats go in between.
    if (found.length > 0) await setImmediate();
  }
  return { date, lines };
}

/** The promises of `date` on one board. */
export async function promisesOfScreen(
  context: Context,
  screenId: string,
  date: CivilDate,
): Promise<readonly PromiseLineView[]> {
  const at = context.now();
  const day = await dayOf(context, screenId, date);
  const closing = day?.slots.at(-1)?.endMs;
  if (!day || closing === undefined) return [];
  const manifest = day.manifestAt(Math.min(at, closing - 1));
  if (!hasPromise(manifest, date)) return [];
  const totals = await context.store.records.plays.totals(screenId, date);
  const board = { ...(await boardRecord(context, screenId, day)), totals };
  return promiseLines({ manifest, date, slots: day.slots, boards: [board], at });
}

/** Whether a booking with a promise starts a window on `date`. */
export function hasPromise({ bookings, calendar }: Manifest, date: CivilDate): boolean {
  const index = dayIndexOf(calendar, date);
  return bookings.some((one) => one.promisedPlaysPerDay !== null && one.days[index] === '1');
}

/** What the board recorded of the day so far. */
export async function boardRecord(
  { store }: Context,
  screenId: string,
  { slots }: Pick<DayRecord, 'slots'>,
): Promise<BoardRecord> {
  const fromMs = (slots[0]?.startMs ?? 0) - OFF_MS;
  const toMs = (slots.at(-1)?.endMs ?? 0) + OFF_MS;
  const plays = await store.records.plays.between(screenId, fromMs, toMs);
  return { screenId, plays };
}

async function dayOf(context: Context, screenId: string, date: CivilDate) {
  const { calendar } = heldByScreen(context, screenId).manifest;
  const isPast = date < planDateAt(calendar, context.now());
  if (isPast) return context.manifests.recordOf(screenId, date);
  return plannedDay(context, screenId, date);
}
