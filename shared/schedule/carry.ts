/** How a plan goes on after a change in mid-day (S9). */
import type { Carry, Claims, Ledger, Manifest, ShowNow, Slot } from '../protocol/manifest.ts';
import type { CivilDate, EpochMs } from '../time.ts';
import { startRun, windowsOf } from './day-plan.ts';
import { EMPTY_LEDGER, ledgerOf } from './ledger.ts';
import { hourEnd } from './shares.ts';
import { openingOf, planDateAt, type Interval } from './window.ts';

export interface Change {
  /** What was played up to the change. */
  readonly held: Manifest;
  /** The same with the entities already replaced; its `carry` is not looked at. */
  readonly next: Manifest;
  readonly effectiveAt: EpochMs;
  readonly showNow: ShowNow | null;
  /** The claims of the day from now on (S10); undefined leaves them as they are. */
  readonly claims?: Claims | undefined;
}

/**
 * The `carry` of `next`: everything that has been given by `held` up to `effectiveAt`, and whether the slot
 * then on air may finish. Null while the board is dark by `next` at that instant: nothing to go on from.
 * Every board and the controller get the same answer from the same manifests.
 */
export function carryOver(change: Change): Carry | null {
  const { held, next, effectiveAt } = change;
  const date = planDateAt(next.calendar, effectiveAt);
  const opening = openingOf(next.calendar, date);
  if (!opening || effectiveAt < opening.fromMs || effectiveAt >= opening.toMs) return null;
  const before = held.carry?.date === date ? held.carry : null;
  const carry =
    before && effectiveAt < before.fromMs
      ? whileFinishing(change, before, opening)
      : afterRun(change, { date, opening, before });
  const claims = change.claims ?? before?.claims;
  return claims ? { ...carry, claims } : carry;
}

function afterRun(
  change: Change,
  day: { readonly date: CivilDate; readonly opening: Interval; readonly before: Carry | null },
): Carry {
  const { held, next, effectiveAt, showNow } = change;
  const ledger = day.before?.ledger ?? EMPTY_LEDGER;
  const carry = {
    date: day.date,
    fromMs: effectiveAt,
    finishing: null,
    ledger,
    showNow,
    cutBookingId: null,
  };
  const run = startRun(held, day.date);
  if (!run) return carry;
  let decision = run.decide();
  while (decision && decision.slot.endMs <= effectiveAt) {
    run.take(decision);
    decision = run.decide();
  }
  let finishing: Slot | null = null;
  if (!decision) run.advance(effectiveAt, null);
  else if (decision.slot.startMs < effectiveAt) {
    if (!showNow && mayFinish(decision.slot, change, day)) {
      finishing = decision.slot;
      run.take(decision);
    } else run.cut(decision, effectiveAt);
  }
  return {
    ...carry,
    fromMs: finishing?.endMs ?? effectiveAt,
    finishing,
    ledger: ledgerOf(run, ledger),
    cutBookingId: stillBooked(next, run.owed?.id ?? null),
  };
}

/** A second change while the slot that the first one let finish is still on air. */
function whileFinishing(change: Change, before: Carry, opening: Interval): Carry {
  const { next, effectiveAt, showNow } = change;
  const { finishing, date } = before;
  if (!finishing) return { ...before, showNow: showNow ?? before.showNow };
  const cutBookingId = stillBooked(next, before.cutBookingId);
  if (!showNow && mayFinish(finishing, change, { date, opening }))
    return { ...before, cutBookingId };
  return {
    date,
    fromMs: effectiveAt,
    finishing: null,
    ledger: withoutRest(before.ledger, finishing, change),
    showNow,
    cutBookingId:
      finishing.kind === 'booking' ? stillBooked(next, finishing.bookingId) : cutBookingId,
  };
}

/** Whether the slot on air is still right by `next`: its slide, its booking and its window are there. */
function mayFinish(
  slot: Slot,
  { next, effectiveAt }: Change,
  day: { readonly date: CivilDate; readonly opening: Interval },
): boolean {
  if (slot.endMs > day.opening.toMs) return false;
  if (!next.slides.some((slide) => slide.id === slot.slideId)) return false;
  if (slot.kind === 'house') return next.calendar.houseSlideIds.includes(slot.slideId);
  if (slot.kind === 'now' || slot.bookingId === null) return true;
  const booking = next.bookings.find((one) => one.id === slot.bookingId);
  if (!booking?.slideIds.includes(slot.slideId)) return false;
  return windowsOf(next, booking.id, day).some(
    ({ fromMs, toMs }) => fromMs <= effectiveAt && slot.endMs <= toMs,
  );
}

function stillBooked(next: Manifest, bookingId: string | null): string | null {
  return next.bookings.some((booking) => booking.id === bookingId) ? bookingId : null;
}

/** The ledger without what `slot`, which it counts in full, will not get after the change. */
function withoutRest(ledger: Ledger, slot: Slot, { held, effectiveAt }: Change): Ledger {
  const { bookingId, organizationId, slideId } = slot;
  const hourMs = { ...ledger.hourMs };
  const isSameHour = hourEnd(held.calendar.offsets, effectiveAt) >= slot.endMs;
  if (!isSameHour) return withoutShow({ ...ledger, hourMs: {}, hourDueMicros: {} }, slot, held);
  const counted = organizationId === null ? undefined : hourMs[organizationId];
  if (organizationId !== null && counted !== undefined)
    hourMs[organizationId] = Math.max(0, counted - (slot.endMs - effectiveAt));
  return withoutShow({ ...ledger, hourMs, last: { slideId, bookingId } }, slot, held);
}

/** The ledger with the booking's slides one back and a slot less, so that the cut slide is shown again. */
function withoutShow(ledger: Ledger, slot: Slot, held: Manifest): Ledger {
  const { bookingId } = slot;
  if (slot.kind !== 'booking' || bookingId === null) return ledger;
  const slideIds = held.bookings.find((one) => one.id === bookingId)?.slideIds ?? [];
  const before = slideIds.at(slideIds.indexOf(slot.slideId) - 1);
  const turns = (ledger.bookingTurns[bookingId] ?? 1) - 1;
  return {
    ...ledger,
    bookingTurns: { ...ledger.bookingTurns, [bookingId]: turns },
    lastSlides: before ? { ...ledger.lastSlides, [bookingId]: before } : ledger.lastSlides,
  };
}
