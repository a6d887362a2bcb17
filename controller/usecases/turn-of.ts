import type { ManifestBooking, Slot } from '../../shared/protocol/manifest.ts';

/**
 * Which of its advertiser's slots of the day `slot` is, from 1, and of how many. Null for what is charged to
 * nobody. A booking that is not in `bookings` any more counts by the shop of its slots.
 */
export function turnOf(
  slot: Slot,
  slots: readonly Slot[],
  bookings: readonly ManifestBooking[],
): { readonly number: number; readonly of: number } | null {
  if (slot.bookingId === null) return null;
  const shopByBooking = new Map(bookings.map(({ id, shopId }) => [id, shopId]));
  const shopOf = ({ bookingId, shopId }: Slot) => {
    const known = bookingId === null ? null : shopByBooking.get(bookingId);
    return known === undefined ? shopId : known;
  };
  const shopId = shopOf(slot);
  const isOwn = (other: Slot) =>
    other.bookingId === slot.bookingId ||
    (shopId !== null &&
      other.bookingId !== null &&
      other.organizationId === slot.organizationId &&
      shopOf(other) === shopId);
  let number = 0;
  let of = 0;
  for (const other of slots) {
    if (!isOwn(other)) continue;
    of += 1;
    if (other.startMs <= slot.startMs) number = of;
  }
  return { number, of };
}
