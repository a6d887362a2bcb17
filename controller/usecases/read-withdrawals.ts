import { zoneOf } from '../../shared/content/screen.ts';
import type { Withdrawal } from '../../shared/content/withdrawal.ts';
import type { WithdrawalReport } from '../../shared/protocol/http/approvals.ts';
import { dateInZone } from '../manifest/offsets.ts';
import type { Records, StoredReceipt } from '../store/store.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';

type ShownQuarter = Awaited<ReturnType<Records['slidePlays']['quarters']>>[number];
type CountedDay = Awaited<ReturnType<Records['slidePlays']['counted']>>[number];
type ShownDay = WithdrawalReport['shown'][number];

/** [V30] Every withdrawal of the slide, newest first, with what boards said of it and what was shown until then. */
export async function readWithdrawals(
  { store: { records } }: Context,
  slideId: string,
): Promise<WithdrawalReport[]> {
  await findOrRefuse(records.slides, slideId, '슬라이드를');
  const withdrawals = await records.withdrawals.ofSlide(slideId);
  const [newest] = withdrawals;
  if (!newest) return [];
  const receipts = await records.receipts.ofSubjects([slideId]);
  const zone = zoneOf(await records.screens.all());
  const quarters = await records.slidePlays.quarters([slideId], newest.at);
  const counted = await records.slidePlays.counted([slideId]);
  return withdrawals.map((withdrawal, index) => ({
    withdrawal,
    screens: confirmations(withdrawal, receipts, withdrawals[index - 1]?.at ?? Infinity),
    shown: shownDays(
      quarters.filter(({ firstAt }) => firstAt < withdrawal.at),
      counted.filter(({ date }) => date <= dateInZone(zone, withdrawal.at)),
      zone,
    ),
  }));
}

/** Each board's first word between this withdrawal and the next. */
function confirmations(
  { screenIds, at }: Withdrawal,
  receipts: readonly StoredReceipt[],
  nextAt: number,
): WithdrawalReport['screens'] {
  const words = receipts.filter(
    ({ kind, receivedAt }) => kind === 'withdrawal' && receivedAt >= at && receivedAt < nextAt,
  );
  return screenIds.map((screenId) => {
    const word = words.find((receipt) => receipt.screenId === screenId);
    return { screenId, confirmedAt: word?.paintedAt ?? null, latencyMs: word?.latencyMs ?? null };
  });
}

/** Added up by day in the zone and by board, the newest day first. */
function shownDays(
  quarters: readonly ShownQuarter[],
  counted: readonly CountedDay[],
  zone: string,
): WithdrawalReport['shown'] {
  const byDay = new Map<string, ShownDay>();
  const add = (day: ShownDay) => {
    const key = `${day.date} ${day.screenId}`;
    const before = byDay.get(key);
    byDay.set(key, before ? sumOf(before, day) : day);
  };
  for (const { screenId, plays, shownMs, firstAt, lastAt } of quarters)
    add({ screenId, date: dateInZone(zone, firstAt), plays, shownMs, firstAt, lastAt });
  for (const { screenId, date, plays, shownMs } of counted)
    add({ screenId, date, plays, shownMs, firstAt: null, lastAt: null });
  return [...byDay.values()].sort(
    (a, b) => compare(b.date, a.date) || compare(a.screenId, b.screenId),
  );
}

/** Of what was only counted nobody knows when: the others' times would be those of a part. */
function sumOf(a: ShownDay, b: ShownDay): ShownDay {
  const [firsts, lasts] = [
    [a.firstAt, b.firstAt].filter((at) => at !== null),
    [a.lastAt, b.lastAt].filter((at) => at !== null),
  ];
  const isTimed = firsts.length === 2 && lasts.length === 2;
  return {
    ...a,
    plays: a.plays + b.plays,
    shownMs: a.shownMs + b.shownMs,
    firstAt: isTimed ? Math.min(...firsts) : null,
    lastAt: isTimed ? Math.max(...lasts) : null,
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
