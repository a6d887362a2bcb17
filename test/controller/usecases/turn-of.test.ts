import { describe, expect, it } from 'vitest';
import { turnOf } from '../../../controller/usecases/turn-of.ts';
import type { Slot } from '../../../shared/protocol/manifest.ts';
import { aBooking } from '../../support/manifest-builder.ts';

const bookings = [
  aBooking('bread', { shopId: 'bakery' }),
  aBooking('cake', { shopId: 'bakery' }),
  aBooking('fair', { shopId: null }),
];
const order = ['bread', 'fair', 'cake', null, 'bread', 'fair', 'gone'];
const slots = order.map((bookingId, index): Slot => ({
  ...{ startMs: index * 15_000, endMs: (index + 1) * 15_000, slideId: 'slide', bookingId },
  kind: bookingId === null ? 'house' : 'booking',
  organizationId: bookingId === null ? null : 'guild',
  // The slide of the fair is the bakery's, and still the fair's turn.
  shopId: bookingId === null ? null : 'bakery',
}));

describe('turnOf', () => {
  it.each([
    { why: "a shop's bookings together", index: 4, turn: { number: 3, of: 4 } },
    { why: 'a booking without a shop for itself', index: 5, turn: { number: 2, of: 2 } },
    { why: 'what has gone by the shop of its slots', index: 6, turn: { number: 4, of: 4 } },
    { why: 'nothing of the house', index: 3, turn: null },
  ])('[S5] counts $why', ({ index, turn }) => {
    expect(turnOf(slots[index]!, slots, bookings)).toEqual(turn);
  });
});
