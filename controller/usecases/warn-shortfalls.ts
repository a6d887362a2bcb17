import type { PromiseLineView } from '../../shared/protocol/http/planning.ts';
import { openingOf, planDateAt } from '../../shared/schedule/window.ts';
import { addDays, MINUTE_MS, type CivilDate } from '../../shared/time.ts';
import type { Context } from './context.ts';
import { promisesOfScreen } from './list-promises.ts';

/** The last plays of a day arrive within so long, where the board is connected. */
const ARRIVED_MS = 5 * MINUTE_MS;

/**
 * [S10] Warns of each booking whose promise was not kept on the last day that has closed, with each board that
 * fell short; once for a day, also after a restart. Resolves with how many; null when there is nothing new.
 */
export async function warnShortfalls(context: Context): Promise<object | null> {
  let bookings = 0;
  for (const { manifestId, screenIds } of context.manifests.groups()) {
    const date = lastClosed(context, screenIds[0] ?? '');
    const key = `shortfalls-told:${manifestId}`;
    const told = await context.store.records.settings.get(key);
    if (date === undefined || (told !== undefined && told >= date)) continue;
    bookings += await warnOfDay(context, screenIds, date);
    await context.store.transact((records) => records.settings.set(key, date));
  }
  return bookings === 0 ? null : { bookings };
}

/** The last screen day that was over a while ago; undefined for an unknown screen. */
function lastClosed({ manifests, now }: Context, screenId: string): CivilDate | undefined {
  const calendar = manifests.ofScreen(screenId)?.manifest.calendar;
  if (!calendar) return undefined;
  const at = now() - ARRIVED_MS;
  const today = planDateAt(calendar, at);
  const opening = openingOf(calendar, today);
  return opening !== undefined && opening.toMs <= at ? today : addDays(today, -1);
}

async function warnOfDay(
  context: Context,
  screenIds: readonly string[],
  date: CivilDate,
): Promise<number> {
  const byBooking = new Map<string, PromiseLineView[]>();
  for (const screenId of screenIds)
    for (const line of await promisesOfScreen(context, screenId, date)) {
      if (line.shortfall === 0) continue;
      byBooking.set(line.bookingId, [...(byBooking.get(line.bookingId) ?? []), line]);
    }
  for (const [bookingId, boards] of byBooking)
    context.log.warn({ date, bookingId, boards: boards.map(asLogged) }, 'a promise was not kept');
  return byBooking.size;
}

function asLogged({ screenId, promised, played, shortfall }: PromiseLineView): object {
  return { screenId, promised, played, shortfall };
}
