import type { Announcement } from '../../shared/content/announcement.ts';
import { includesScreen } from '../../shared/content/fields.ts';
import type { EpochMs } from '../../shared/time.ts';

/**
 * The announcements of a screen as they stood at `at`, in the order of their last change until then: what was
 * sent later is left out, what was cleared later was not cleared yet. `seq` only numbers that order.
 */
export function announcementsThen(
  announcements: readonly Announcement[],
  screenId: string,
  at: EpochMs,
): readonly Announcement[] {
  return announcements
    .filter(({ screens, sentAt }) => sentAt <= at && includesScreen(screens, screenId))
    .map((one) =>
      one.clearedAt !== null && one.clearedAt > at ? { ...one, clearedAt: null } : one,
    )
    .sort((a, b) => changedAt(a) - changedAt(b) || a.seq - b.seq)
    .map((one, index) => ({ ...one, seq: index + 1 }));
}

function changedAt({ sentAt, clearedAt }: Announcement): EpochMs {
  return clearedAt ?? sentAt;
}
