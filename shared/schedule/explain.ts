/** Why a booking is on the board at an instant, when it will be, or why not (S11). */
import type { Announcement } from '../content/announcement.ts';
import {
  MANIFEST_DAYS,
  type Manifest,
  type ManifestBooking,
  type Slot,
} from '../protocol/manifest.ts';
import { addDays, dateAt, type CivilDate, type EpochMs } from '../time.ts';
import { dayPlan } from './day-plan.ts';
import { onAir, slotOnAir } from './on-air.ts';
import { MIN_SLOT_MS } from './roster.ts';
import {
  bookingWindows,
  dayIndexOf,
  instantsAround,
  openingOf,
  planDateAt,
  unite,
  without,
  type Interval,
} from './window.ts';

export const reasons = [
  'not-approved',
  'withdrawn',
  'expired',
  'outside-dates',
  'outside-hours',
  'excluded-date',
  'shop-closed',
  'displaced-by-booking',
  'displaced-by-announcement',
  'blanked',
  'screen-off',
  'media-not-ready',
  'failed-on-board',
] as const;
/** Why a booking cannot be on the board at an instant. */
export type Reason = (typeof reasons)[number];

/** What the records say of a booking and its manifest does not. */
export interface BookingFacts {
  /** Inclusive; null has no end. */
  readonly fromDate: CivilDate;
  readonly toDate: CivilDate | null;
  readonly isEnded: boolean;
  readonly excludedDates: readonly CivilDate[];
  readonly shopId: string | null;
  readonly skipClosedDays: boolean;
  /** How many of its slides are approved and not withdrawn, and how many were withdrawn. */
  readonly slides: { readonly onAir: number; readonly withdrawn: number };
}

/** What lies over the plan on one board, and what that board cannot show. */
export interface BoardFacts {
  readonly announcements: readonly Announcement[];
  /** Exclusive; null is not blanked. */
  readonly blankUntil: EpochMs | null;
  readonly failedSlideIds: readonly string[];
  /** Slides whose media the board does not hold yet. */
  readonly waitingSlideIds: readonly string[];
}

export interface Question {
  readonly manifest: Manifest;
  readonly bookingId: string;
  readonly at: EpochMs;
  readonly facts: BookingFacts;
  /** Undefined asks the plan alone. */
  readonly board?: BoardFacts | undefined;
  /** The plan of record of the screen day of `at`; without it the manifest's plan, which holds no past. */
  readonly slots?: readonly Slot[] | undefined;
}

/** `slot` is the one on the board or the next one; null where the days looked at hold none. */
export type Explanation =
  | { readonly state: 'on-air'; readonly slot: Slot }
  /** It may play at that instant, and others are due before it. */
  | { readonly state: 'waiting'; readonly slot: Slot | null }
  /** It cannot play at that instant: `reason` says why. */
  | { readonly state: 'not'; readonly reason: Reason; readonly slot: Slot | null };

/** How many later days on which the booking runs are planned to find its next slot. */
const DAYS_PLANNED = 3;
const ALWAYS: Interval = { fromMs: -Infinity, toMs: Infinity };

/**
 * Never contradicts the plan: `on-air` exactly when the plan, what lies over it and the board agree on it,
 * and the next slot is the plan's. A booking that the manifest does not hold is explained by its facts.
 * Costs a day plan where no slots are given, and up to three more where the rest of the day holds no slot.
 */
export function explain(question: Question): Explanation {
  const { manifest, bookingId, at } = question;
  const date = planDateAt(manifest.calendar, at);
  const slots = question.slots ?? dayPlan(manifest, date);
  const planned = slotOnAir(slots, at);
  const own = planned?.bookingId === bookingId ? planned : undefined;
  const booking = manifest.bookings.find((one) => one.id === bookingId);
  const reason =
    (own ? undefined : bookingReason(question, booking, date)) ??
    overlayReason(question, slots, own) ??
    boardReason(question, own ? [own.slideId] : (booking?.slideIds ?? []));
  if (own && reason === undefined) return { state: 'on-air', slot: own };
  const slot = nextSlot(question, { booking, date, slots });
  return reason === undefined ? { state: 'waiting', slot } : { state: 'not', reason, slot };
}

/** Why the booking itself may not play at the instant; undefined when only others are before it. */
function bookingReason(
  { manifest, at, facts }: Question,
  booking: ManifestBooking | undefined,
  date: CivilDate,
): Reason | undefined {
  const { calendar } = manifest;
  const today = dateAt(calendar.offsets, at);
  if (facts.isEnded) return 'expired';
  const dwellsMs = booking ? dwellsOf(manifest, booking) : [];
  const own = booking ? windowsAround(manifest, booking, { date: today, opening: ALWAYS }) : [];
  if (!isWithin(own, at, 1) && facts.toDate !== null && today > facts.toDate) return 'expired';
  if (facts.slides.withdrawn > 0 && dwellsMs.length === 0) return 'withdrawn';
  if (!booking || dwellsMs.length === 0)
    return facts.slides.onAir === 0 ? 'not-approved' : dayReason(manifest, facts, today);
  if (!isWithin(own, at, 1)) {
    const isToday = booking.days[dayIndexOf(calendar, today)] === '1';
    return isToday ? 'outside-hours' : dayReason(manifest, facts, today);
  }
  const shortestMs = Math.max(MIN_SLOT_MS, Math.min(...dwellsMs));
  if (!isWithin(own, at, shortestMs)) return 'outside-hours';
  const opening = openingOf(calendar, date);
  if (!opening) return 'screen-off';
  const lit = windowsAround(manifest, booking, { date, opening });
  if (!isWithin(lit, at, shortestMs)) return 'screen-off';
  const free = booking.exclusive ? lit : without(lit, exclusiveWindows(manifest, date, opening));
  return isWithin(free, at, shortestMs) ? undefined : 'displaced-by-booking';
}

/** Why its rule gives no window on `today`. */
function dayReason(manifest: Manifest, facts: BookingFacts, today: CivilDate): Reason {
  if (today < facts.fromDate) return 'outside-dates';
  if (facts.excludedDates.includes(today)) return 'excluded-date';
  const shop = manifest.shops.find((one) => one.id === facts.shopId);
  const isShut = shop?.closedDays[dayIndexOf(manifest.calendar, today)] === '1';
  return facts.skipClosedDays && isShut ? 'shop-closed' : 'outside-dates';
}

/** What lies over the plan: an important announcement displaces only the slot beneath it. */
function overlayReason(
  { board, at }: Question,
  slots: readonly Slot[],
  own: Slot | undefined,
): Reason | undefined {
  if (!board) return undefined;
  const { announcements, blankUntil } = board;
  const { layer } = onAir({ slots, announcements, blankUntil, at });
  if (layer === 'blank') return 'blanked';
  if (layer === 'emergency' || layer === 'all-clear') return 'displaced-by-announcement';
  return layer === 'important' && own ? 'displaced-by-announcement' : undefined;
}

/** Why the board can show none of `slideIds`. */
function boardReason({ board }: Question, slideIds: readonly string[]): Reason | undefined {
  if (!board || slideIds.length === 0) return undefined;
  const { failedSlideIds, waitingSlideIds } = board;
  const left = slideIds.filter((id) => !failedSlideIds.includes(id));
  if (left.length === 0) return 'failed-on-board';
  return left.every((id) => waitingSlideIds.includes(id)) ? 'media-not-ready' : undefined;
}

/** The next slot after the instant that nothing known now will cover and the board has not failed on. */
function nextSlot(
  question: Question,
  day: {
    readonly booking: ManifestBooking | undefined;
    readonly date: CivilDate;
    readonly slots: readonly Slot[];
  },
): Slot | null {
  const { manifest } = question;
  const today = firstFree(question, day.slots);
  if (today || !day.booking) return today ?? null;
  let planned = 0;
  for (let ahead = 1; ahead < MANIFEST_DAYS && planned < DAYS_PLANNED; ahead += 1) {
    const date = addDays(day.date, ahead);
    const opening = openingOf(manifest.calendar, date);
    if (!opening || windowsAround(manifest, day.booking, { date, opening }).length === 0) continue;
    planned += 1;
    const slot = firstFree(question, dayPlan(manifest, date));
    if (slot) return slot;
  }
  return null;
}

function firstFree({ bookingId, board, at }: Question, slots: readonly Slot[]): Slot | undefined {
  return slots.find((slot) => {
    if (slot.bookingId !== bookingId || slot.startMs <= at) return false;
    if (!board) return true;
    if (board.failedSlideIds.includes(slot.slideId)) return false;
    const { announcements, blankUntil } = board;
    return onAir({ slots, announcements, blankUntil, at: slot.startMs }).layer === 'slot';
  });
}

function dwellsOf({ slides }: Manifest, { slideIds }: ManifestBooking): readonly number[] {
  return slides.filter(({ id }) => slideIds.includes(id)).map(({ dwellMs }) => dwellMs);
}

function windowsAround(
  { calendar }: Manifest,
  booking: ManifestBooking,
  { date, opening }: { readonly date: CivilDate; readonly opening: Interval },
): readonly Interval[] {
  return bookingWindows(booking, opening, {
    dayIndex: dayIndexOf(calendar, date),
    instant: instantsAround(calendar, date),
  });
}

function exclusiveWindows(manifest: Manifest, date: CivilDate, opening: Interval) {
  const exclusive = manifest.bookings.filter(
    (one) => one.exclusive && dwellsOf(manifest, one).length > 0,
  );
  return unite(exclusive.flatMap((one) => windowsAround(manifest, one, { date, opening })));
}

/** Whether `[at, at + lengthMs)` lies inside one of `windows`. */
function isWithin(windows: readonly Interval[], at: EpochMs, lengthMs: number): boolean {
  return windows.some(({ fromMs, toMs }) => fromMs <= at && at + lengthMs <= toMs);
}
