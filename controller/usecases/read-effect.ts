import { setImmediate } from 'node:timers/promises';
import type { Booking, BookingFields } from '../../shared/content/booking.ts';
import { includesScreen } from '../../shared/content/fields.ts';
import type { Person } from '../../shared/content/person.ts';
import type { Manifest } from '../../shared/protocol/manifest.ts';
import { effect, type DayEffect, type Draft } from '../../shared/schedule/effect.ts';
import { draftBooking } from '../manifest/build.ts';
import { refuseBadBooking } from './booking-rules.ts';
import { bookingWith } from './booking-with.ts';
import type { Context } from './context.ts';
import { draftWorld } from './draft-world.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { refuseMove } from './refuse-move.ts';
import { requireRight } from './require-right.ts';

interface PlanEffect {
  readonly screenIds: readonly string[];
  readonly days: readonly DayEffect[];
}

/** Its real id is drawn when it is saved; where equals are ordered by id it may then come elsewhere among them. */
const NEW_BOOKING = 'new-booking';

/**
 * [S12] What saving `fields` would change, for each plan that takes the booking in, or took it in before.
 * Slides that are not on the air are counted in their latest revision and named. An ended booking stays
 * ended and changes nothing. Writes nothing. Refuses what saving would refuse, but for the version.
 */
export async function readEffect(
  context: Context,
  person: Person,
  draft: { readonly bookingId: string | null; readonly fields: BookingFields },
): Promise<{ plans: PlanEffect[]; unapprovedSlideIds: string[] }> {
  const { records } = context.store;
  const booking = await draftedBooking(context, person, draft);
  const { world, unapprovedSlideIds } = await draftWorld(records, booking);
  const plans: PlanEffect[] = [];
  if (booking.state === 'live')
    for (const { manifest, screenIds, isIn } of partsOf(context, booking)) {
      const next: Draft = isIn
        ? draftBooking(world, booking, manifest.calendar.firstDate)
        : { drop: booking.id };
      plans.push({ screenIds, days: effect(manifest, next, context.now()) });
      // A plan for each day takes its time; pushes and beats go between the groups.
      await setImmediate();
    }
  return { plans, unapprovedSlideIds };
}

async function draftedBooking(
  { store }: Context,
  person: Person,
  { bookingId, fields }: { readonly bookingId: string | null; readonly fields: BookingFields },
): Promise<Booking> {
  requireRight(person, 'booking.write', fields);
  const before =
    bookingId === null
      ? undefined
      : await findOrRefuse(store.records.bookings, bookingId, '편성을');
  if (before) {
    requireRight(person, 'booking.write', before);
    refuseMove(before, fields);
  }
  await refuseBadBooking(store.records, fields);
  return before
    ? bookingWith(before, fields)
    : { id: NEW_BOOKING, state: 'live', version: 1, ...fields };
}

interface Part {
  readonly manifest: Manifest;
  readonly screenIds: readonly string[];
  readonly isIn: boolean;
}

/** The screens of each plan on which the booking will be, and those that it leaves. */
function partsOf({ manifests }: Context, { id, screens }: Booking): readonly Part[] {
  return manifests.groups().flatMap((group) => {
    const [first = ''] = group.screenIds;
    const manifest = manifests.ofScreen(first)?.manifest;
    if (!manifest) return [];
    const taken = group.screenIds.filter((screenId) => includesScreen(screens, screenId));
    const wasIn = manifest.bookings.some((booking) => booking.id === id);
    const left = wasIn ? group.screenIds.filter((screenId) => !taken.includes(screenId)) : [];
    return [
      { manifest, screenIds: taken, isIn: true },
      { manifest, screenIds: left, isIn: false },
    ].filter(({ screenIds }) => screenIds.length > 0);
  });
}
