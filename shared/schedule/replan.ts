/** Whether a change of entities moves slots, so that the plan must be made anew (S9). */
import { MANIFEST_DAYS, type Manifest } from '../protocol/manifest.ts';
import { addDays, type CivilDate } from '../time.ts';
import { dayIndexOf } from './window.ts';

type Entities = Omit<Manifest, 'id' | 'revision' | 'carry'>;

/**
 * Whether `after` may give other slots than `before` on a day that both reach. A corrected text, a renamed
 * shop or a calendar that moved on by days does not; hours, days, windows, weights, sets of slides, dwells,
 * shares and trades do. `showing` names slides that play without a booking (지금 송출).
 */
export function planRelevant(
  before: Entities,
  after: Entities,
  showing: readonly string[] = [],
): boolean {
  if (isCalendarMoved(before, after)) return true;
  if (differ(before.organizations, after.organizations, (one) => one.sharePercent)) return true;
  const shared = daysShared(before, after);
  const isBookingMoved = differ(before.bookings, after.bookings, (one, isAfter) => {
    const { organizationId, shopId, slideIds, fromMinute, toMinute, endsAt } = one;
    const days = one.days.slice(...(isAfter ? shared.after : shared.before));
    const window = [fromMinute, toMinute, endsAt, days];
    return [organizationId, shopId, slideIds, one.weight, one.exclusive, ...window].join();
  });
  if (isBookingMoved) return true;
  const played = new Set([...after.calendar.houseSlideIds, ...showing]);
  for (const booking of after.bookings) for (const id of booking.slideIds) played.add(id);
  const isPlayed = ({ id }: { readonly id: string }) => played.has(id);
  const slides = after.slides.filter(isPlayed);
  if (differ(before.slides.filter(isPlayed), slides, (one) => `${one.dwellMs} ${one.shopId ?? ''}`))
    return true;
  const shops = new Set([...after.bookings, ...slides].map((one) => one.shopId));
  const isSeen = ({ id }: { readonly id: string }) => shops.has(id);
  return differ(before.shops.filter(isSeen), after.shops.filter(isSeen), (one) => one.trade);
}

function isCalendarMoved(before: Entities, after: Entities): boolean {
  if (before.calendar === after.calendar) return false;
  const shared = daysShared(before, after);
  const text = ({ calendar }: Entities, [from, to]: readonly [number, number]) =>
    JSON.stringify([calendar.offsets, calendar.houseSlideIds, calendar.hours.slice(from, to)]);
  return text(before, shared.before) !== text(after, shared.after);
}

/** The positions, in the days of either, of the days that both reach. */
function daysShared(before: Entities, after: Entities) {
  const [one, two] = [before.calendar.firstDate, after.calendar.firstDate];
  const first: CivilDate = one > two ? one : two;
  const end = addDays(one < two ? one : two, MANIFEST_DAYS);
  const span = ({ calendar }: Entities): [number, number] => [
    dayIndexOf(calendar, first),
    Math.max(dayIndexOf(calendar, first), dayIndexOf(calendar, end)),
  ];
  return { before: span(before), after: span(after) };
}

/** Whether the lists hold other ids, or one id with another `value`. The same object is never looked into. */
function differ<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  value: (one: T, isAfter: boolean) => unknown,
): boolean {
  if (before === after) return false;
  if (before.length !== after.length) return true;
  const known = new Map(before.map((one) => [one.id, one]));
  return after.some((one) => {
    const other = known.get(one.id);
    return !other || (other !== one && value(other, false) !== value(one, true));
  });
}
