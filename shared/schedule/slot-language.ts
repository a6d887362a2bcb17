import type { Language } from '../content/fields.ts';
import type { Manifest, Slot } from '../protocol/manifest.ts';
import { MINUTE_MS, type CivilDate } from '../time.ts';

/** The plan of a slot's own screen day, so far as it is at hand. */
export interface PlannedDay {
  readonly date: CivilDate;
  /** Sorted. */
  readonly slots: readonly Slot[];
  readonly manifest: Pick<Manifest, 'carry' | 'bookings'>;
}

/**
 * [S13] Which of `spoken` (not empty) the slot speaks. Boards that hold more or less of the day agree: what the
 * plan had before its last change is counted by the ledger. O(n).
 */
export function slotLanguage(slot: Slot, spoken: readonly Language[], day: PlannedDay): Language {
  const turn =
    slot.bookingId === null
      ? Math.floor(slot.startMs / MINUTE_MS)
      : Math.floor(turnsBefore(slot, slot.bookingId, day) / slidesOf(slot, day.manifest));
  return spoken[turn % spoken.length] ?? 'ko';
}

/** Slots of the booking since the opening. */
function turnsBefore(slot: Slot, bookingId: string, { date, slots, manifest }: PlannedDay): number {
  const carry = manifest.carry?.date === date ? manifest.carry : null;
  const isBefore = (one: Slot) => one.bookingId === bookingId && one.startMs < slot.startMs;
  if (!carry) return slots.filter(isBefore).length;
  const carried = carry.ledger.bookingTurns[bookingId] ?? 0;
  // The slot that may finish is the last one in the ledger.
  if (slot.startMs === carry.finishing?.startMs) return Math.max(0, carried - 1);
  if (slot.startMs < carry.fromMs) return slots.filter(isBefore).length;
  return carried + slots.filter((one) => one.startMs >= carry.fromMs && isBefore(one)).length;
}

function slidesOf(slot: Slot, { bookings }: PlannedDay['manifest']): number {
  const booking = bookings.find(({ id }) => id === slot.bookingId);
  return Math.max(1, booking?.slideIds.length ?? 1);
}
