import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest, ManifestBooking, Slot } from '../../../shared/protocol/manifest.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { effect, type Draft } from '../../../shared/schedule/effect.ts';
import { anyBooking, anyManifest } from '../../support/any-manifest.ts';
import { seoul, TEST_DATE } from '../../support/manifest-builder.ts';
import { RUNS } from '../../support/runs.ts';

const AT = seoul('03:00');
const isNew = { weight: 2, arbitrary: fc.constant('booking-new') };
const anyId = fc.oneof(
  isNew,
  fc.integer({ min: 0, max: 5 }).map((n) => `booking-${String(n)}`),
);
const anyDraft: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 3, arbitrary: anyId.chain((id) => anyBooking(id, ['org-0'])).map(asPut) },
  { weight: 1, arbitrary: anyId.map((drop) => ({ drop })) },
);

function asPut(put: ManifestBooking): Draft {
  return { put, slides: [] };
}

function withDraft(manifest: Manifest, draft: Draft): Manifest {
  const id = 'put' in draft ? draft.put.id : draft.drop;
  const others = manifest.bookings.filter((one) => one.id !== id);
  return { ...manifest, bookings: 'put' in draft ? [...others, draft.put] : others };
}

/** Plays and milliseconds of everybody, counted the long way. */
function totals({ bookings }: Manifest, slots: readonly Slot[]): ReadonlyMap<string, number[]> {
  const all = new Map<string, number[]>();
  for (const slot of slots) {
    const booking = bookings.find((one) => one.id === slot.bookingId);
    const name = booking ? (booking.shopId ?? booking.id) : 'house';
    const key = `${booking?.organizationId ?? 'nobody'} ${name}`;
    const [plays = 0, ms = 0] = all.get(key) ?? [];
    all.set(key, [plays + 1, ms + slot.endMs - slot.startMs]);
  }
  return all;
}

describe('effect, of any draft', () => {
  it('[S12] is the difference of the two plans', () => {
    fc.assert(
      fc.property(anyManifest, anyDraft, (manifest, draft) => {
        const after = withDraft(manifest, draft);
        const [old, now] = [manifest, after].map((one) => dayPlan(one, TEST_DATE));
        const [was, is] = [totals(manifest, old ?? []), totals(after, now ?? [])];
        const [day] = effect(manifest, draft, AT);
        if (!day) {
          expect(now).toEqual(old);
          return;
        }
        expect(day.date).toBe(TEST_DATE);
        const told = [day.own, ...day.others];
        for (const one of told) {
          const key =
            one.kind === 'house' ? 'nobody house' : `${one.organizationId ?? ''} ${one.id}`;
          expect([one.playsBefore, one.msBefore]).toEqual(was.get(key) ?? [0, 0]);
          expect([one.playsAfter, one.msAfter]).toEqual(is.get(key) ?? [0, 0]);
        }
        const moved = [...new Set([...was.keys(), ...is.keys()])].filter(
          (key) => String(was.get(key)) !== String(is.get(key)),
        );
        const isMoved = (one: (typeof told)[number]) =>
          one.playsBefore !== one.playsAfter || one.msBefore !== one.msAfter;
        expect(told.filter(isMoved)).toHaveLength(moved.length);
        const gained = told.reduce((sum, one) => sum + one.msAfter - one.msBefore, 0);
        expect(gained).toBe(0);
        const id = 'put' in draft ? draft.put.id : draft.drop;
        const own = now?.filter((slot) => slot.bookingId === id) ?? [];
        expect(day.after?.plays ?? 0).toBe(own.length);
        expect(day.after?.firstAt ?? undefined).toBe(own[0]?.startMs);
      }),
      RUNS,
    );
  });
});
