/** Which clock hours hold a turn of everybody, and where there is room for one more (S12). */
import type { Manifest, ManifestBooking, Slot } from '../protocol/manifest.ts';
import type { CivilDate, EpochMs, ZoneOffset } from '../time.ts';
import { MIN_SLOT_MS } from './roster.ts';
import { hourEnd } from './shares.ts';
import {
  bookingWindows,
  dayIndexOf,
  instantsAround,
  openingOf,
  unite,
  type Interval,
} from './window.ts';

export interface Room {
  /**
   * The clock hours of the booking's windows in which a round of its organization takes longer than the time
   * that the organization gets: not everybody has a turn in them. Sorted.
   */
  readonly fullHours: readonly Interval[];
  /**
   * Whole clock hours of the day, united, into which a round with the booking would fit: those after its own
   * start first, three at most. Empty where no hour is full.
   */
  readonly freeWindows: readonly Interval[];
}

interface Question {
  readonly booking: ManifestBooking;
  readonly date: CivilDate;
  /** The plan without the booking's change, and with it. */
  readonly before: readonly Slot[];
  readonly after: readonly Slot[];
}

/** One booking's turn in a round, and when it asks for it. */
export interface Demand {
  /** A number for its advertiser: bookings of one share its turns (S5). */
  readonly advertiser: number;
  readonly turnMs: number;
  readonly windows: readonly Interval[];
}

/** How many free windows are offered. */
const OFFERED = 3;

/** `manifest` holds the booking. A day on which the board is dark has neither full nor free hours. */
export function roomOf(manifest: Manifest, { booking, date, before, after }: Question): Room {
  const { organizationId } = booking;
  const opening = openingOf(manifest.calendar, date);
  if (!opening) return { fullHours: [], freeWindows: [] };
  const demands = demandsOf(manifest, organizationId, { date, opening });
  const own = demands.get(booking.id);
  const hours = clockHours(manifest.calendar.offsets, opening);
  const all = [...demands.values()];
  const afterMs = givenMs(after, hours, organizationId);
  const full = hours.filter(
    (hour, index) =>
      own?.windows.some((window) => overlapMs(window, hour) > 0) &&
      roundMs(all, hour) > (afterMs[index] ?? 0),
  );
  if (!own || full.length === 0) return { fullHours: full, freeWindows: [] };
  const everywhere = all.map((one) => (one === own ? { ...own, windows: [opening] } : one));
  const [ownMs, houseMs] = [organizationId, null].map((id) => givenMs(before, hours, id));
  const share = manifest.organizations.find((one) => one.id === organizationId)?.sharePercent ?? 0;
  const free = hours.filter((hour, index) => {
    const shareMs = Math.floor(((hour.toMs - hour.fromMs) * share) / 100);
    const openMs = (ownMs?.[index] ?? 0) + (houseMs?.[index] ?? 0);
    return roundMs(everywhere, hour) <= Math.max(shareMs, openMs);
  });
  return { fullHours: full, freeWindows: offered(free, own.windows[0]?.fromMs ?? 0) };
}

/** Those that begin at `fromMs` or later, then the earlier ones. */
function offered(hours: readonly Interval[], fromMs: EpochMs): readonly Interval[] {
  const windows = unite(hours);
  const later = windows.filter((window) => window.fromMs >= fromMs);
  return [...later, ...windows.filter((window) => window.fromMs < fromMs)].slice(0, OFFERED);
}

/** The bookings of one organization that can play on the day, by id. */
export function demandsOf(
  { calendar, slides, bookings }: Manifest,
  organizationId: string,
  { date, opening }: { readonly date: CivilDate; readonly opening: Interval },
): ReadonlyMap<string, Demand> {
  const dwellOf = new Map(slides.map(({ id, dwellMs }) => [id, Math.max(MIN_SLOT_MS, dwellMs)]));
  const around = {
    dayIndex: dayIndexOf(calendar, date),
    instant: instantsAround(calendar, date),
  };
  const demands = new Map<string, Demand>();
  const numbers = new Map<string, number>();
  for (const booking of bookings) {
    if (booking.organizationId !== organizationId) continue;
    const dwells = booking.slideIds.flatMap((id) => dwellOf.get(id) ?? []);
    if (dwells.length === 0) continue;
    const meanMs = dwells.reduce((sum, ms) => sum + ms, 0) / dwells.length;
    const { shopId } = booking;
    let advertiser = shopId === null ? undefined : numbers.get(shopId);
    if (advertiser === undefined) {
      advertiser = demands.size;
      if (shopId !== null) numbers.set(shopId, advertiser);
    }
    demands.set(booking.id, {
      advertiser,
      turnMs: Math.floor(meanMs * booking.weight),
      windows: bookingWindows(booking, opening, around),
    });
  }
  return demands;
}

/** One turn of everybody, of those that are live for a part of the hour only that part. */
export function roundMs(demands: readonly Demand[], hour: Interval): number {
  const turns = new Array<number>(demands.length).fill(0);
  let sum = 0;
  for (const { advertiser, turnMs, windows } of demands) {
    let liveMs = 0;
    for (const window of windows) liveMs += overlapMs(window, hour);
    const partMs = Math.floor((turnMs * liveMs) / (hour.toMs - hour.fromMs));
    const before = turns[advertiser] ?? 0;
    if (partMs <= before) continue;
    sum += partMs - before;
    turns[advertiser] = partMs;
  }
  return sum;
}

/** What `slots` give an organization, or null for the house, in each of `hours`. Both are sorted. */
function givenMs(
  slots: readonly Slot[],
  hours: readonly Interval[],
  organizationId: string | null,
): readonly number[] {
  const given = hours.map(() => 0);
  let first = 0;
  for (const { startMs, endMs, organizationId: owner } of slots) {
    if (owner !== organizationId) continue;
    for (let index = first; index < hours.length; index += 1) {
      const hour = hours[index];
      if (!hour || hour.fromMs >= endMs) break;
      if (hour.toMs <= startMs) first = index + 1;
      else given[index] = (given[index] ?? 0) + overlapMs({ fromMs: startMs, toMs: endMs }, hour);
    }
  }
  return given;
}

/** The clock hours of the zone within `opening`, the first and the last cut by it. */
export function clockHours(offsets: readonly ZoneOffset[], opening: Interval): readonly Interval[] {
  const hours: Interval[] = [];
  for (let fromMs = opening.fromMs; fromMs < opening.toMs;) {
    const toMs = Math.min(hourEnd(offsets, fromMs), opening.toMs);
    hours.push({ fromMs, toMs });
    fromMs = toMs;
  }
  return hours;
}

export function overlapMs(one: Interval, two: Interval): number {
  return Math.max(0, Math.min(one.toMs, two.toMs) - Math.max(one.fromMs, two.fromMs));
}
