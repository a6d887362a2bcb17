/** What a booking that is not saved yet would change for everybody (S12): differences of day plans, exact. */
import {
  MANIFEST_DAYS,
  type Calendar,
  type Manifest,
  type ManifestBooking,
  type ManifestSlide,
  type Slot,
} from '../protocol/manifest.ts';
import { addDays, HOUR_MS, offsetAt, type CivilDate, type EpochMs } from '../time.ts';
import { dayPlan, windowsOf } from './day-plan.ts';
import { roomOf, type Room } from './room.ts';
import { dayIndexOf, openingOf, planDateAt } from './window.ts';

/** A booking to be saved, with those of its slides that the manifest lacks, or one to be dropped. */
export type Draft =
  | { readonly put: ManifestBooking; readonly slides: readonly ManifestSlide[] }
  | { readonly drop: string };

/** One booking on one day. */
export interface BookingDay {
  readonly plays: number;
  readonly playMs: number;
  /** Null without a play. */
  readonly firstAt: EpochMs | null;
  /** Clock hours in which it starts at least once. */
  readonly hours: number;
}

/** What an advertiser, or the house, has on a day by either plan. */
export interface Change {
  /** Null for the house. */
  readonly organizationId: string | null;
  readonly kind: 'shop' | 'booking' | 'house';
  /** Of the shop or the booking; empty for the house. */
  readonly id: string;
  readonly playsBefore: number;
  readonly playsAfter: number;
  readonly msBefore: number;
  readonly msAfter: number;
}

export interface DayEffect extends Room {
  readonly date: CivilDate;
  /** The other days of the week ahead with the same hours and windows: the same but for the day's ties (S5). */
  readonly alike: readonly CivilDate[];
  /** The booking itself; null where it is not there. */
  readonly before: BookingDay | null;
  readonly after: BookingDay | null;
  /** Its advertiser with all its bookings. */
  readonly own: Change;
  /** Everybody else who gains or loses a play or a millisecond, the house too, by organization and id. */
  readonly others: readonly Change[];
}

const WEEK = 7;

/**
 * The effect on the first full day after `at` on which the booking runs, with or without the draft, and on each
 * other day of the seven from then that differs in hours or windows. Empty when it runs on none that the
 * manifest reaches. Costs two day plans for each day that differs.
 */
export function effect(manifest: Manifest, draft: Draft, at: EpochMs): readonly DayEffect[] {
  const next = drafted(manifest, draft);
  const id = 'put' in draft ? draft.put.id : draft.drop;
  const runs = (date: CivilDate) => [manifest, next].some((one) => runsOn(one, id, date));
  let first = planDateAt(manifest.calendar, at);
  const opening = openingOf(manifest.calendar, first);
  if (opening && opening.fromMs < at) first = addDays(first, 1);
  const last = addDays(manifest.calendar.firstDate, MANIFEST_DAYS - 1);
  while (first <= last && !runs(first)) first = addDays(first, 1);
  const all = [...manifest.bookings, ...('put' in draft ? [draft.put] : [])];
  const alikeByKind = new Map<string, [CivilDate, ...CivilDate[]]>();
  for (let day = 0; day < WEEK; day += 1) {
    const date = addDays(first, day);
    if (date > last || !runs(date)) continue;
    const kind = kindOf(manifest.calendar, all, date);
    const alike = alikeByKind.get(kind);
    if (alike) alike.push(date);
    else alikeByKind.set(kind, [date]);
  }
  return [...alikeByKind.values()].map(([date, ...alike]) => ({
    ...dayEffect({ manifest, next, id, date }),
    alike,
  }));
}

function drafted(manifest: Manifest, draft: Draft): Manifest {
  const id = 'put' in draft ? draft.put.id : draft.drop;
  const others = manifest.bookings.filter((booking) => booking.id !== id);
  if ('drop' in draft) return { ...manifest, bookings: others };
  const known = new Set(manifest.slides.map((slide) => slide.id));
  const slides = [...manifest.slides, ...draft.slides.filter((slide) => !known.has(slide.id))];
  return { ...manifest, slides, bookings: [...others, draft.put] };
}

function runsOn(manifest: Manifest, bookingId: string, date: CivilDate): boolean {
  const opening = openingOf(manifest.calendar, date);
  return opening !== undefined && windowsOf(manifest, bookingId, { date, opening }).length > 0;
}

/** Equal for two days whose plans differ by the rotation of ties alone. */
function kindOf(calendar: Calendar, bookings: readonly ManifestBooking[], date: CivilDate): string {
  const index = dayIndexOf(calendar, date);
  const opening = openingOf(calendar, date);
  const hours = calendar.hours[index];
  if (!opening || !hours) return '';
  let kind = `${String(opening.toMs - opening.fromMs)} ${String(hours.fromMinute)}`;
  kind += ` ${String(offsetAt(calendar.offsets, opening.fromMs))}`;
  kind += ` ${String(offsetAt(calendar.offsets, opening.toMs))} `;
  for (const { days, toMinute } of bookings) {
    kind += days[index] ?? '';
    if (toMinute > 1440) kind += days[index - 1] ?? '';
    if (hours.toMinute > 1440) kind += days[index + 1] ?? '';
  }
  return kind;
}

interface Drafted {
  readonly manifest: Manifest;
  readonly next: Manifest;
  readonly id: string;
  readonly date: CivilDate;
}

function dayEffect(of: Drafted): Omit<DayEffect, 'alike'> {
  const { manifest, next, id, date } = of;
  const [before, after] = [dayPlan(manifest, date), dayPlan(next, date)];
  const booking = next.bookings.find((one) => one.id === id);
  const old = manifest.bookings.find((one) => one.id === id);
  const changes = changesOf(of, before, after);
  const ownKey = keyOf(booking ?? old);
  const own = changes.get(ownKey) ?? emptyChange(booking ?? old);
  changes.delete(ownKey);
  const room = booking && roomOf(next, { booking, date, before, after });
  return {
    date,
    before: old ? bookingDay(manifest, old.id, before) : null,
    after: booking ? bookingDay(next, booking.id, after) : null,
    own,
    others: [...changes.entries()]
      .filter(([, one]) => one.playsBefore !== one.playsAfter || one.msBefore !== one.msAfter)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, change]) => change),
    ...(room ?? { fullHours: [], freeWindows: [] }),
  };
}

const NOTHING = { playsBefore: 0, playsAfter: 0, msBefore: 0, msAfter: 0 };
const HOUSE: Change = { organizationId: null, kind: 'house', id: '', ...NOTHING };

type Counted = { -readonly [K in keyof Change]: Change[K] };

/** Everybody who has a slot in either plan, by advertiser. */
function changesOf(
  { manifest, next, id }: Drafted,
  before: readonly Slot[],
  after: readonly Slot[],
): Map<string, Change> {
  const changes = new Map<string, Counted>();
  const byBooking = new Map<string | null, Counted>();
  const counted = (bookings: Bookings, bookingId: string | null): Counted => {
    const known = byBooking.get(bookingId);
    if (known) return known;
    const booking = bookingId === null ? undefined : bookings.get(bookingId);
    const key = keyOf(booking);
    const change = changes.get(key) ?? emptyChange(booking);
    changes.set(key, change);
    byBooking.set(bookingId, change);
    return change;
  };
  const old = byId(manifest);
  for (const { bookingId, startMs, endMs } of before) {
    const change = counted(old, bookingId);
    change.playsBefore += 1;
    change.msBefore += endMs - startMs;
  }
  // The draft may have another advertiser than what it replaces.
  byBooking.delete(id);
  const now = byId(next);
  for (const { bookingId, startMs, endMs } of after) {
    const change = counted(now, bookingId);
    change.playsAfter += 1;
    change.msAfter += endMs - startMs;
  }
  return changes;
}

type Bookings = ReadonlyMap<string, ManifestBooking>;

function byId({ bookings }: Manifest): Bookings {
  return new Map(bookings.map((booking) => [booking.id, booking]));
}

function emptyChange(booking: ManifestBooking | undefined): Counted {
  if (!booking) return { ...HOUSE };
  const { organizationId, shopId, id } = booking;
  if (shopId === null) return { organizationId, kind: 'booking', id, ...NOTHING };
  return { organizationId, kind: 'shop', id: shopId, ...NOTHING };
}

function keyOf(booking: ManifestBooking | undefined): string {
  if (!booking) return '';
  const { organizationId, shopId, id } = booking;
  return `${organizationId} ${shopId === null ? `booking ${id}` : `shop ${shopId}`}`;
}

function bookingDay({ calendar }: Manifest, bookingId: string, slots: readonly Slot[]): BookingDay {
  const own = slots.filter((slot) => slot.bookingId === bookingId);
  const hourOf = ({ startMs }: Slot) =>
    Math.floor((startMs + offsetAt(calendar.offsets, startMs)) / HOUR_MS);
  return {
    plays: own.length,
    playMs: own.reduce((sum, slot) => sum + slot.endMs - slot.startMs, 0),
    firstAt: own[0]?.startMs ?? null,
    hours: new Set(own.map(hourOf)).size,
  };
}
