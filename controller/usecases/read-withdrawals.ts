import { zoneOf } from '../../shared/content/screen.ts';
import type { Withdrawal } from '../../shared/content/withdrawal.ts';
import type { WithdrawalReport } from '../../shared/protocol/http/approvals.ts';
import { dateInZone } from '../manifest/offsets.ts';
import type { Records, StoredReceipt } from '../store/store.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';

type ShownQuarter = Awaited<ReturnType<Records['slidePlays']['quarters']>>[number];

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
  return withdrawals.map((withdrawal, index) => ({
    withdrawal,
    screens: confirmations(withdrawal, receipts, withdrawals[index - 1]?.at ?? Infinity),
    shown: shownDays(
      quarters.filter(({ firstAt }) => firstAt < withdrawal.at),
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
export function shownDays(
  quarters: readonly ShownQuarter[],
  zone: string,
): WithdrawalReport['shown'] {
  const byDay = new Map<string, WithdrawalReport['shown'][number]>();
  for (const { screenId, plays, shownMs, firstAt, lastAt } of quarters) {
    const date = dateInZone(zone, firstAt);
    const key = `${date} ${screenId}`;
    const before = byDay.get(key);
    byDay.set(key, {
      ...{ screenId, date },
      plays: (before?.plays ?? 0) + plays,
      shownMs: (before?.shownMs ?? 0) + shownMs,
      firstAt: Math.min(before?.firstAt ?? firstAt, firstAt),
      lastAt: Math.max(before?.lastAt ?? lastAt, lastAt),
    });
  }
  return [...byDay.values()].sort(
    (a, b) => compare(b.date, a.date) || compare(a.screenId, b.screenId),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
