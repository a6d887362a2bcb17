import { change } from './change.ts';
import type { Context } from './context.ts';

/**
 * Ends the bookings of notices that have expired or were cleared, so that they leave the loop. Boards drop an
 * expired announcement by themselves; this is for the plan, and for the list of bookings.
 */
export async function endExpiredNotices(context: Context): Promise<object | null> {
  if ((await over(context)).length === 0) return null;
  const { value } = await change(context, { job: '공지 만료' }, async (records, noted) => {
    let ended = 0;
    for (const bookingId of await over(context)) {
      const before = await records.bookings.get(bookingId);
      if (before?.state !== 'live') continue;
      const after = { ...before, state: 'ended' as const, version: before.version + 1 };
      await records.bookings.put(after);
      noted.record({ action: 'booking.end', subjectId: bookingId, before, after });
      noted.touch('bookings');
      ended += 1;
    }
    return ended;
  });
  return { ended: value };
}

/** Live bookings of notices that are over. */
async function over({ store, now }: Context): Promise<string[]> {
  const at = now();
  const live = new Set(
    (await store.records.bookings.all())
      .filter((booking) => booking.state === 'live')
      .map((booking) => booking.id),
  );
  return (await store.records.announcements.all())
    .filter(({ expiresAt, clearedAt }) => expiresAt <= at || clearedAt !== null)
    .flatMap(({ bookingId }) => (bookingId !== null && live.has(bookingId) ? [bookingId] : []));
}
