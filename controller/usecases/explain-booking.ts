import type { ExplanationView } from '../../shared/protocol/http/planning.ts';
import { explain, type Explanation } from '../../shared/schedule/explain.ts';
import type { EpochMs } from '../../shared/time.ts';
import { boardFacts } from './board-facts.ts';
import { bookingFacts } from './booking-facts.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { recordAt } from './record-at.ts';

/**
 * [S11] Whether the booking is on the screen at `at`, when next, or why not; past instants by the plan of record.
 * Throws `not-found` for an unknown screen or booking, and beyond what is known of the plan.
 */
export async function explainBooking(
  context: Context,
  {
    screenId,
    bookingId,
    at,
  }: { readonly screenId: string; readonly bookingId: string; readonly at: EpochMs },
): Promise<ExplanationView> {
  const { records } = context.store;
  const booking = await findOrRefuse(records.bookings, bookingId, '편성을');
  const day = await recordAt(context, screenId, at);
  const manifest = day.manifestAt(at);
  const facts = await bookingFacts(records, booking, { manifest, at });
  const board = await boardFacts(context, screenId, at);
  return asView(explain({ manifest, bookingId, at, facts, board, slots: day.slots }));
}

/** As it is sent: with all fields. */
export function asView(explanation: Explanation): ExplanationView {
  const { state, slot } = explanation;
  return { state, slot, reason: state === 'not' ? explanation.reason : null };
}
