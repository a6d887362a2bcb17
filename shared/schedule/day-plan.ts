import type { Carry, Manifest, ShowNow, Slot } from '../protocol/manifest.ts';
import type { CivilDate, EpochMs } from '../time.ts';
import { restore } from './ledger.ts';
import { rosterOf, MIN_SLOT_MS } from './roster.ts';
import { Run, type Decision } from './run.ts';
import { bookingWindows, dayIndexOf, instantsAround, openingOf, type Interval } from './window.ts';

/**
 * The run sheet of the screen day `date`: sorted, gapless over the opening hours, half-open slots
 * (rules S1 to S9 in RULES.md). Empty when the board is dark that day.
 * After a change in mid-day (`manifest.carry` of that date) it begins with the slot that may finish, or at
 * `carry.fromMs`; what came before is in the plan of the revision before. Of slots that start at `untilMs` or
 * later none is made. O((slots + bookings) × log bookings).
 */
export function dayPlan(
  manifest: Manifest,
  date: CivilDate,
  untilMs: EpochMs = Infinity,
): readonly Slot[] {
  const run = startRun(manifest, date);
  const finishing = carryOf(manifest, date)?.finishing;
  const slots: Slot[] = finishing ? [finishing] : [];
  if (!run) return slots;
  for (let decision = run.decide(); decision; decision = run.decide()) {
    if (decision.slot.startMs >= untilMs) break;
    if (decision.isStretch) slots[slots.length - 1] = decision.slot;
    else slots.push(decision.slot);
    run.take(decision);
  }
  return slots;
}

/** A run of `date`, ready for its first decision after `carry.finishing`; undefined when it is dark. */
export function startRun(manifest: Manifest, date: CivilDate): Run | undefined {
  const opening = openingOf(manifest.calendar, date);
  if (!opening) return undefined;
  const carry = carryOf(manifest, date);
  const span = { fromMs: Math.max(opening.fromMs, carry?.fromMs ?? 0), toMs: opening.toMs };
  if (span.fromMs >= span.toMs) return undefined;
  const run = new Run(
    rosterOf(manifest, date, { opening, fromMs: span.fromMs }),
    manifest.calendar,
    span,
  );
  if (carry) restore(run, carry.ledger, carry.claims ?? {});
  run.open();
  if (carry) takeUp(run, manifest, { carry, opening });
  return run;
}

/** The windows of the booking `bookingId` within `opening` of `date`; empty when it is not there. */
export function windowsOf(
  manifest: Manifest,
  bookingId: string,
  day: { readonly date: CivilDate; readonly opening: Interval },
): readonly Interval[] {
  const booking = manifest.bookings.find((one) => one.id === bookingId);
  if (!booking) return [];
  return bookingWindows(booking, day.opening, {
    dayIndex: dayIndexOf(manifest.calendar, day.date),
    instant: instantsAround(manifest.calendar, day.date),
  });
}

function carryOf(manifest: Manifest, date: CivilDate): Carry | null {
  return manifest.carry?.date === date ? manifest.carry : null;
}

function takeUp(
  run: Run,
  manifest: Manifest,
  { carry, opening }: { readonly carry: Carry; readonly opening: Interval },
): void {
  const { finishing, showNow, cutBookingId, date } = carry;
  if (finishing) {
    const window =
      finishing.kind === 'booking' && finishing.bookingId !== null
        ? windowsOf(manifest, finishing.bookingId, { date, opening }).find(
            ({ fromMs, toMs }) => fromMs <= finishing.startMs && finishing.endMs <= toMs,
          )
        : opening;
    run.last = { slot: finishing, maxEndMs: window?.toMs ?? finishing.endMs };
  }
  if (showNow) run.handed = handedOn(run, manifest, { showNow, stopMs: opening.toMs });
  if (cutBookingId !== null) run.owed = run.roster.entries.find((one) => one.id === cutBookingId);
}

/** The slot of a slide that an operator put on; undefined when the slide has gone. */
function handedOn(
  run: Run,
  manifest: Manifest,
  { showNow, stopMs }: { readonly showNow: ShowNow; readonly stopMs: number },
): Decision | undefined {
  const slide = manifest.slides.find((one) => one.id === showNow.slideId);
  if (!slide) return undefined;
  const booking = manifest.bookings.find((one) => one.id === showNow.bookingId);
  const entry = run.roster.entries.find((one) => one.id === showNow.bookingId);
  const page = entry?.pages.findIndex((one) => one.slideId === slide.id) ?? -1;
  const dwellMs = Math.max(slide.dwellMs, MIN_SLOT_MS);
  return {
    slot: {
      startMs: run.cursor,
      endMs: Math.min(run.cursor + dwellMs, stopMs),
      kind: 'now',
      slideId: slide.id,
      bookingId: showNow.bookingId,
      organizationId: booking?.organizationId ?? slide.organizationId,
      shopId: slide.shopId ?? booking?.shopId ?? null,
    },
    choice: entry?.isLive
      ? {
          entry,
          page: page < 0 ? entry.lastPage : page,
          repeats: 0,
          roundPass: entry.advertiser.party.roundPass,
          isClaim: false,
        }
      : null,
    isOwed: false,
    isStretch: false,
  };
}
