import { longDate, longDateTime } from '../../shared/korean-date.ts';
import { Refusal } from '../../shared/problem.ts';
import { MANIFEST_DAYS } from '../../shared/protocol/manifest.ts';
import { dayIndexOf, planDateAt } from '../../shared/schedule/window.ts';
import { addDays, type CivilDate, type EpochMs } from '../../shared/time.ts';
import { dateInZone } from '../manifest/offsets.ts';
import type { Context, DayRecord } from './context.ts';
import { heldByScreen } from './read-plan.ts';

/**
 * The screen day that `at` belongs to: last night's while its hours go on. Throws `not-found` for an unknown
 * screen, and before and beyond what is known of it; the message then says from when to when it is.
 */
export async function recordAt(
  context: Context,
  screenId: string,
  at: EpochMs,
): Promise<DayRecord> {
  const { calendar } = heldByScreen(context, screenId).manifest;
  const civil = dateInZone(calendar.zone, at);
  const today = (await wasThere(context, screenId, at)) && (await reached(civil));
  if (!today) throw await unknownInstant(context, screenId);
  const date = planDateAt(today.manifestAt(at).calendar, at);
  return date === civil ? today : ((await reached(date)) ?? today);

  async function reached(date: CivilDate): Promise<DayRecord | undefined> {
    if (dayIndexOf(calendar, date) >= MANIFEST_DAYS) return undefined;
    return context.manifests.recordOf(screenId, date);
  }
}

/** Whether the screen had a plan at `at`; of what comes it has. */
async function wasThere({ store, now }: Context, screenId: string, at: EpochMs): Promise<boolean> {
  return at >= now() || (await store.records.history.assigned(screenId, at, at)).length > 0;
}

async function unknownInstant(context: Context, screenId: string): Promise<Refusal> {
  const { calendar } = heldByScreen(context, screenId).manifest;
  const [first] = await context.store.records.history.assigned(screenId, 0, context.now());
  const from = longDateTime(calendar.offsets, first?.fromMs ?? context.now());
  const to = longDate(addDays(calendar.firstDate, MANIFEST_DAYS - 1));
  return new Refusal(
    'not-found',
    `이 화면은 ${from}부터 ${to}까지 볼 수 있습니다. 그 사이의 시각을 골라 주십시오.`,
  );
}
