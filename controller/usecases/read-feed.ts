import type { Feed } from '../../shared/content/feed.ts';
import { mayDo, mayDoSomewhere } from '../../shared/content/person.ts';
import { zoneOf } from '../../shared/content/screen.ts';
import { addDays, HOUR_MS, type CivilDate } from '../../shared/time.ts';
import { bookingCalendar } from '../calendar/booking-calendar.ts';
import { dateInZone } from '../manifest/offsets.ts';
import { hashSecret } from '../people/secret.ts';
import type { Records } from '../store/store.ts';
import type { Context } from './context.ts';
import { feedEntries } from './feed-entries.ts';

const SPAN_DAYS = 400;
const READ_EVERY_MS = HOUR_MS;

/**
 * The bookings of the feed that the secret opens, as iCalendar: those that its owner may read now and that did
 * not end, from the first day of last month on. Undefined for a secret that opens none, or whose owner may no
 * longer come in. `publicUrl` is the console's origin where it is known.
 */
export async function readFeed(
  context: Context,
  secret: string,
  publicUrl: string | null,
): Promise<string | undefined> {
  const { records } = context.store;
  const feed = await records.feeds.byHash(hashSecret(secret));
  const owner = feed && (await records.people.get(feed.personId));
  if (!owner || !mayDoSomewhere(owner, 'content.read')) return undefined;
  await noteReading(context, feed);
  const today = dateInZone(zoneOf(await records.screens.all()), context.now());
  const span = { firstDate: monthBefore(today), count: SPAN_DAYS };
  const entries = await feedEntries(context, span, {
    publicUrl,
    changedAt: feed.createdAt,
    wants: (booking) =>
      booking.state === 'live' &&
      (feed.organizationId === null || booking.organizationId === feed.organizationId) &&
      (feed.shopId === null || booking.shopId === feed.shopId) &&
      mayDo(owner, 'content.read', booking),
  });
  return bookingCalendar(await titleOf(records, feed), entries, span);
}

/** Kept to the hour: a phone that asks often must not write often. */
async function noteReading({ store, consoles, now }: Context, feed: Feed): Promise<void> {
  const at = now();
  if (feed.readAt !== null && at - feed.readAt < READ_EVERY_MS) return;
  await store.transact((records) => records.feeds.read(feed.id, at));
  consoles.contentChanged(['feeds']);
}

async function titleOf(records: Records, { organizationId, shopId }: Feed): Promise<string> {
  const shop = shopId === null ? undefined : await records.shops.get(shopId);
  const organization =
    organizationId === null ? undefined : await records.organizations.get(organizationId);
  const whose = shop ?? organization;
  return whose ? `전자게시대 편성 · ${whose.name.ko}` : '전자게시대 편성';
}

/** The first day of the month before `date`'s. */
function monthBefore(date: CivilDate): CivilDate {
  const lastOfMonthBefore = addDays(`${date.slice(0, 7)}-01`, -1);
  return `${lastOfMonthBefore.slice(0, 7)}-01`;
}
