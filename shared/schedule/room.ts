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
interface Demand {
  /** Its advertiser: bookings of one share its turns (S5). */
  readonly advertiser: string;
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
  const full = hours.filter(
    (hour) =>
      own?.windows.some((window) => overlapMs(window, hour) > 0) &&
      roundMs([...demands.values()], hour) > givenMs(after, hour, organizationId),
  );
  if (!own || full.length === 0) return { fullHours: full, freeWindows: [] };
  const everywhere = new Map(demands).set(booking.id, { ...own, windows: [opening] });
  const share = manifest.organizations.find((one) => one.id === organizationId)?.sharePercent ?? 0;
  const free = hours.filter((hour) => {
    const shareMs = Math.floor(((hour.toMs - hour.fromMs) * share) / 100);
    const openMs = givenMs(before, hour, organizationId) + givenMs(before, hour, null);
    return roundMs([...everywhere.values()], hour) <= Math.max(shareMs, openMs);
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
function demandsOf(
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
  for (const booking of bookings) {
    if (booking.organizationId !== organizationId) continue;
    const dwells = booking.slideIds.flatMap((id) => dwellOf.get(id) ?? []);
    if (dwells.length === 0) continue;
    const meanMs = dwells.reduce((sum, ms) => sum + ms, 0) / dwells.length;
    demands.set(booking.id, {
      advertiser: booking.shopId === null ? `booking ${booking.id}` : `shop ${booking.shopId}`,
      turnMs: Math.floor(meanMs * booking.weight),
      windows: bookingWindows(booking, opening, around),
    });
  }
  return demands;
}

/** One turn of everybody, of those that are live for a part of the hour only that part. */
function roundMs(demands: readonly Demand[], hour: Interval): number {
  const turns = new Map<string, number>();
  for (const { advertiser, turnMs, windows } of demands) {
    let liveMs = 0;
    for (const window of windows) liveMs += overlapMs(window, hour);
    const partMs = Math.floor((turnMs * liveMs) / (hour.toMs - hour.fromMs));
    if (partMs > (turns.get(advertiser) ?? 0)) turns.set(advertiser, partMs);
  }
  let sum = 0;
  for (const ms of turns.values()) sum += ms;
  return sum;
}

/** What `slots` give an organization, or null for the house, in `hour`. */
function givenMs(slots: readonly Slot[], hour: Interval, organizationId: string | null): number {
  let given = 0;
  for (const slot of slots)
    if (slot.organizationId === organizationId)
      given += overlapMs({ fromMs: slot.startMs, toMs: slot.endMs }, hour);
  return given;
}

/** The clock hours of the zone within `opening`, the first and the last cut by it. */
function clockHours(offsets: readonly ZoneOffset[], opening: Interval): readonly Interval[] {
  const hours: Interval[] = [];
  for (let fromMs = opening.fromMs; fromMs < opening.toMs;) {
    const toMs = Math.min(hourEnd(offsets, fromMs), opening.toMs);
    hours.push({ fromMs, toMs });
    fromMs = toMs;
  }
  return hours;
}

function overlapMs(one: Interval, two: Interval): number {
  return Math.max(0, Math.min(one.toMs, two.toMs) - Math.max(one.fromMs, two.fromMs));
}
