/** A day's plan at a glance: what each clock hour gives each organization, against what it was due (S4). */
import type { Manifest, ManifestBooking, Slot } from '../protocol/manifest.ts';
import type { CivilDate, EpochMs } from '../time.ts';
import { chargedTo, liveTimes } from './live-time.ts';
import { clockHours, demandsOf, overlapMs, roundMs } from './room.ts';
import {
  bookingWindows,
  dayIndexOf,
  instantsAround,
  unite,
  without,
  type Interval,
} from './window.ts';

/** One organization in one clock hour. */
export interface PartyHour {
  readonly organizationId: string;
  /** What is charged to it; a slot that crosses the hour counts with what falls into it. */
  readonly ms: number;
  /** Its share of the time in which it is live (S4); null in hours of which the manifest does not know it. */
  readonly dueMs: number | null;
  /** Not behind by more than one slot; null where `dueMs` is. */
  readonly isKept: boolean | null;
}

/** A clock hour of the zone, cut by the opening and the closing. */
export interface HourOverview extends Interval {
  /** In the manifest's order. Together with `houseMs` and `handMs` they are all that is planned in the hour. */
  readonly parties: readonly PartyHour[];
  /** House slides: nothing was booked. */
  readonly houseMs: number;
  /** Put on by hand for nobody. */
  readonly handMs: number;
  /** Advertisers (S5) that start at least one slot in it. */
  readonly advertisers: number;
  /** Organizations of which not everybody has a turn in it (S12). */
  readonly fullFor: readonly string[];
  /** Exclusive bookings that may play in it, and those that they displace in it (S3). */
  readonly exclusiveIds: readonly string[];
  readonly displacedIds: readonly string[];
}

/** One shop over the day. */
export interface ShopOverview {
  readonly shopId: string;
  readonly plays: number;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  /** The longest time from the end of one play to the start of the next; 0 with a single one. */
  readonly largestGapMs: number;
}

export interface DayOverview {
  readonly hours: readonly HourOverview[];
  /** By id. */
  readonly shops: readonly ShopOverview[];
  /** Slots that are not the house's. */
  readonly plays: number;
  readonly houseMs: number;
}

export interface DayQuestion {
  readonly date: CivilDate;
  /** The plan of record of the screen day: sorted and gapless; empty when the board is dark. */
  readonly slots: readonly Slot[];
  /** From when on the manifest knows what was live; without it from its carry on, or from the opening. */
  readonly knownFrom?: EpochMs;
}

interface Day extends Required<DayQuestion> {
  readonly opening: Interval;
  readonly hours: readonly Interval[];
}

/** Costs one walk over the slots, and for every hour one over the bookings. */
export function dayOverview(manifest: Manifest, question: DayQuestion): DayOverview {
  const { slots } = question;
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return { hours: [], shops: [], plays: 0, houseMs: 0 };
  const opening = { fromMs: first.startMs, toMs: last.endMs };
  const carry = manifest.carry?.date === question.date ? manifest.carry : null;
  const knownFrom = Math.max(question.knownFrom ?? carry?.fromMs ?? 0, opening.fromMs);
  const hours = clockHours(manifest.calendar.offsets, opening);
  const day = { ...question, knownFrom, opening, hours };
  const given = givenIn(hours, slots, manifest);
  return {
    hours: withBookings(manifest, day, withDues(manifest, day, given)),
    shops: shopsOf(slots),
    plays: slots.filter(({ kind }) => kind !== 'house').length,
    houseMs: given.reduce((sum, hour) => sum + hour.houseMs, 0),
  };
}

/** What the slots of an hour say by themselves. */
interface Given extends Interval {
  readonly msOf: Map<string, number>;
  readonly advertisers: Set<string>;
  houseMs: number;
  handMs: number;
  longestMs: number;
}

function givenIn(
  hours: readonly Interval[],
  slots: readonly Slot[],
  { bookings }: Manifest,
): readonly Given[] {
  const shopOf = new Map(bookings.map(({ id, shopId }) => [id, shopId]));
  const given = hours.map((hour): Given => ({
    ...hour,
    ...{ msOf: new Map(), advertisers: new Set(), houseMs: 0, handMs: 0, longestMs: 0 },
  }));
  let index = 0;
  for (const slot of slots) {
    while ((given[index]?.toMs ?? Infinity) <= slot.startMs) index += 1;
    given[index]?.advertisers.add(advertiserOf(slot, shopOf));
    for (let at = index; (given[at]?.fromMs ?? Infinity) < slot.endMs; at += 1)
      count(slot, given[at]);
  }
  for (const { advertisers } of given) advertisers.delete('');
  return given;
}

function count(slot: Slot, hour: Given | undefined): void {
  if (!hour) return;
  const ms = overlapMs({ fromMs: slot.startMs, toMs: slot.endMs }, hour);
  hour.longestMs = Math.max(hour.longestMs, slot.endMs - slot.startMs);
  const owner = chargedTo(slot);
  if (owner !== null) hour.msOf.set(owner, (hour.msOf.get(owner) ?? 0) + ms);
  else if (slot.kind === 'house') hour.houseMs += ms;
  else hour.handMs += ms;
}

function advertiserOf(slot: Slot, shopOf: ReadonlyMap<string, string | null>): string {
  const { bookingId, shopId, organizationId } = slot;
  if (bookingId === null) return '';
  const shop = shopOf.has(bookingId) ? shopOf.get(bookingId) : shopId;
  return `${organizationId ?? ''} ${shop ?? bookingId}`;
}

/** Each organization's part, and what it was due. */
function withDues(manifest: Manifest, day: Day, given: readonly Given[]): readonly HourParts[] {
  const live = liveTimes(manifest, day.slots, { ...day, fromMs: day.knownFrom });
  const carried = manifest.carry?.date === day.date ? manifest.carry : null;
  return given.map(({ msOf, advertisers, longestMs, ...hour }, index) => {
    const isCut = hour.fromMs < day.knownFrom && day.knownFrom < hour.toMs;
    const before = isCut && carried?.fromMs === day.knownFrom ? carried.ledger.hourDueMicros : null;
    const isKnown = hour.fromMs >= day.knownFrom || before !== null;
    const parties = manifest.organizations.map(({ id, sharePercent }) => {
      const ms = msOf.get(id) ?? 0;
      if (!isKnown) return { organizationId: id, ms, dueMs: null, isKept: null };
      const shareMs = Math.floor(((live[index]?.get(id) ?? 0) * sharePercent) / 100);
      const dueMs = shareMs + Math.floor((before?.[id] ?? 0) / 1000);
      return { organizationId: id, ms, dueMs, isKept: ms + longestMs >= dueMs };
    });
    return { ...hour, advertisers: advertisers.size, parties };
  });
}

type HourParts = Omit<HourOverview, 'fullFor' | 'exclusiveIds' | 'displacedIds'>;

/** Who has no turn in an hour: for want of time (S12), or because of an exclusive booking (S3). */
function withBookings(
  manifest: Manifest,
  day: Day,
  parts: readonly HourParts[],
): readonly HourOverview[] {
  const windows = windowsOf(manifest, day);
  const exclusive = windows.filter(({ booking }) => booking.exclusive);
  const open = unite(exclusive.flatMap((one) => one.windows));
  const displaced = windows
    .filter(({ booking }) => !booking.exclusive && open.length > 0)
    .map((one) => ({ ...one, windows: within(one.windows, open) }));
  const demands = manifest.organizations.map(({ id }) => ({
    id,
    demands: [...demandsOf(manifest, id, day).values()],
  }));
  return parts.map((hour) => {
    if (hour.toMs <= day.knownFrom)
      return { ...hour, fullFor: [], exclusiveIds: [], displacedIds: [] };
    const msOf = new Map(hour.parties.map(({ organizationId, ms }) => [organizationId, ms]));
    return {
      ...hour,
      fullFor: demands
        .filter((one) => roundMs(one.demands, hour) > (msOf.get(one.id) ?? 0))
        .map(({ id }) => id),
      exclusiveIds: idsIn(exclusive, hour),
      displacedIds: idsIn(displaced, hour),
    };
  });
}

interface Windows {
  readonly booking: ManifestBooking;
  readonly windows: readonly Interval[];
}

/** Of the bookings that have something to show. */
function windowsOf({ calendar, slides, bookings }: Manifest, { date, opening }: Day): Windows[] {
  const known = new Set(slides.map(({ id }) => id));
  const around = { dayIndex: dayIndexOf(calendar, date), instant: instantsAround(calendar, date) };
  return bookings
    .filter(({ slideIds }) => slideIds.some((id) => known.has(id)))
    .map((booking) => ({ booking, windows: bookingWindows(booking, opening, around) }));
}

function within(windows: readonly Interval[], open: readonly Interval[]): readonly Interval[] {
  return without(windows, without(windows, open));
}

function idsIn(bookings: readonly Windows[], hour: Interval): readonly string[] {
  return bookings
    .filter(({ windows }) => windows.some((window) => overlapMs(window, hour) > 0))
    .map(({ booking }) => booking.id);
}

function shopsOf(slots: readonly Slot[]): readonly ShopOverview[] {
  const shops = new Map<string, { -readonly [K in keyof ShopOverview]: ShopOverview[K] }>();
  const ends = new Map<string, EpochMs>();
  for (const { shopId, startMs, endMs } of slots) {
    if (shopId === null) continue;
    const known = shops.get(shopId);
    const gapMs = startMs - (ends.get(shopId) ?? startMs);
    ends.set(shopId, endMs);
    if (!known) {
      shops.set(shopId, { shopId, plays: 1, firstAt: startMs, lastAt: startMs, largestGapMs: 0 });
      continue;
    }
    known.plays += 1;
    known.lastAt = startMs;
    known.largestGapMs = Math.max(known.largestGapMs, gapMs);
  }
  return [...shops.values()].sort((a, b) => (a.shopId < b.shopId ? -1 : 1));
}
