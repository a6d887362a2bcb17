import { longDate, longDateTime } from '../../shared/korean-date.ts';
import { Refusal } from '../../shared/problem.ts';
import { MANIFEST_DAYS } from '../../shared/protocol/manifest.ts';
import { planDateAt } from '../../shared/schedule/window.ts';
import { addDays, DAY_MS, type EpochMs } from '../../shared/time.ts';
import { dateInZone } from '../manifest/offsets.ts';
import type { Context, DayRecord } from './context.ts';
import { KEPT_DAYS } from './forget-history.ts';
import { plannedDay } from './planned-day.ts';
import { heldByScreen } from './read-plan.ts';

/**
 * The screen day that `at` belongs to: last night's while its hours go on. From now on it is the plan in memory.
 * Throws `not-found` for an unknown screen, and before and beyond what is known of it; the message then says
 * from when to when it is.
 */
export async function recordAt(
  context: Context,
  screenId: string,
  at: EpochMs,
): Promise<DayRecord> {
  const { calendar } = heldByScreen(context, screenId).manifest;
  const day =
    at >= context.now()
      ? plannedDay(context, screenId, planDateAt(calendar, at))
      : await recordedAt(context, screenId, { zone: calendar.zone, at });
  if (day) return day;
  throw await unknownInstant(context, screenId);
}

async function recordedAt(
  { store, manifests }: Context,
  screenId: string,
  { zone, at }: { readonly zone: string; readonly at: EpochMs },
): Promise<DayRecord | undefined> {
  // On its first day the screen had no plan before it was there.
  if ((await store.records.history.assigned(screenId, at, at)).length === 0) return undefined;
  const civil = dateInZone(zone, at);
  const today = await manifests.recordOf(screenId, civil);
  const date = today ? planDateAt(today.manifestAt(at).calendar, at) : civil;
  return date === civil ? today : ((await manifests.recordOf(screenId, date)) ?? today);
}

async function unknownInstant(context: Context, screenId: string): Promise<Refusal> {
  const { calendar } = heldByScreen(context, screenId).manifest;
  const [first] = await context.store.records.history.assigned(screenId, 0, context.now());
  const since = Math.max(first?.fromMs ?? context.now(), context.now() - KEPT_DAYS * DAY_MS);
  const from = longDateTime(calendar.offsets, since);
  const to = longDate(addDays(calendar.firstDate, MANIFEST_DAYS - 1));
  return new Refusal(
    'not-found',
    `이 화면은 ${from}부터 ${to}까지 볼 수 있습니다. 그 사이의 시각을 골라 주십시오.`,
  );
}
