import type { Booking } from '../../shared/content/booking.ts';
import type { Person } from '../../shared/content/person.ts';
import type { Edited } from '../../shared/protocol/http/planning.ts';
import { refuseBadBooking } from './booking-rules.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { refuseMove } from './refuse-move.ts';
import { refuseStale } from './refuse-stale.ts';
import { requireRight } from './require-right.ts';

/**
 * Puts every booking back to what it was before the edit, and ends what the edit made. Throws `conflict` when
 * one of them was changed since; nothing is undone then.
 */
export async function undoEdit(
  context: Context,
  person: Person,
  { edited }: { readonly edited: Edited },
): Promise<Edited> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const undone: Edited = [];
    for (const { before, after } of edited) {
      const stored = await findOrRefuse(records.bookings, after.id, '편성을');
      requireRight(person, 'booking.write', stored);
      refuseStale(stored.version, after.version);
      const restored = asBefore(stored, before);
      refuseMove(stored, restored);
      if (before !== null) await refuseBadBooking(records, restored);
      await records.bookings.put(restored);
      const action = before === null ? 'booking.end' : 'booking.save';
      noted.record({ action, subjectId: stored.id, before: stored, after: restored });
      undone.push({ before: stored, after: restored });
    }
    noted.touch('bookings');
    return undone;
  });
  return value;
}

/** What came from outside is taken for the fields only: the id, the version and a notice's expiry stay the house's. */
function asBefore(stored: Booking, before: Booking | null): Booking {
  const version = stored.version + 1;
  if (before === null) return { ...stored, state: 'ended', version };
  const restored = { ...before, id: stored.id, version };
  if (stored.endsAt === undefined) delete restored.endsAt;
  else restored.endsAt = stored.endsAt;
  return restored;
}
