/** The day plan and what is made of it, beside the least work that any plan of that length costs. */
import type { Manifest, ManifestBooking, Slot } from '../../shared/protocol/manifest.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { effect as effectOf } from '../../shared/schedule/effect.ts';
import { onAir as onAirAt } from '../../shared/schedule/on-air.ts';
import { PassHeap, type Turn } from '../../shared/schedule/pass-heap.ts';
import { trades } from '../../shared/content/shop.ts';
import {
  aBooking,
  aManifest,
  anOrganization,
  aShop,
  aSlide,
  seoul,
  TEST_DATE,
} from '../support/manifest-builder.ts';
import { cpuMs } from './cpu-time.ts';
import { median, type Bench } from './figure.ts';

const ROUNDS = 15;
const LOOKS = 200_000;

/** 06:00 to 24:00, three organizations; shops with up to a few bookings, windows and weights of all kinds. */
export function plan(count: number): Bench {
  return () => {
    const manifest = crowd(count);
    const slots = dayPlan(manifest, TEST_DATE);
    const { ours, limit } = inTurn(
      () => dayPlan(manifest, TEST_DATE),
      () => onePass(manifest.bookings, slots),
      count > 1000 ? 5 : 20,
    );
    const limitName = 'one pass over its slots with a binary heap';
    return Promise.resolve([
      { name: `plan-${String(count)}`, ours, unit: 'ms', limit, limitName, atMost: 3 },
    ]);
  };
}

export const effect: Bench = () => {
  const manifest = crowd(1000);
  const draft = {
    put: aBooking('draft', { organizationId: 'association' }),
    slides: [aSlide('draft')],
  };
  const { ours, limit } = inTurn(
    () => effectOf(manifest, draft, seoul('03:00')),
    () => [dayPlan(manifest, TEST_DATE), dayPlan(manifest, TEST_DATE)],
    5,
  );
  return Promise.resolve([
    { name: 'effect', ours, unit: 'ms', limit, limitName: 'two day plans', atMost: 1.2 },
  ]);
};

export const onAir: Bench = () => {
  const slots = dayPlan(crowd(60), TEST_DATE);
  const ends = slots.map(({ endMs }) => endMs);
  const spanMs = seoul('24:00') - seoul('06:00');
  const instants = Array.from({ length: LOOKS }, (_, i) => seoul('06:00') + ((i * 7919) % spanMs));
  let found = 0;
  const { ours, limit } = inTurn(
    () => {
      for (const at of instants)
        found += onAirAt({ slots, announcements: [], blankUntil: null, at }).changesAt ?? 0;
    },
    () => {
      for (const at of instants) found += ends[search(ends, at)] ?? 0;
    },
    1,
  );
  if (found === 0) throw new Error('nothing was on the air');
  const each = 1e6 / LOOKS;
  const limitName = 'binary search in an array of the same length';
  return Promise.resolve([
    { name: 'on-air', ours: ours * each, unit: 'ns', limit: limit * each, limitName, atMost: 2 },
  ]);
};

function crowd(count: number): Manifest {
  const organizations = [
    anOrganization('association', 60),
    anOrganization('district', 30),
    anOrganization('foundation', 10),
  ];
  const shops = Array.from({ length: Math.ceil(count / 3) }, (_, index) =>
    aShop(`shop-${String(index)}`, { trade: trades[index % trades.length] ?? 'meal' }),
  );
  const ids = Array.from({ length: count }, (_, index) => `b-${String(index).padStart(5, '0')}`);
  const bookings = ids.map((id, index): ManifestBooking => {
    const owner = [0, 0, 0, 1, 2][index % 5] ?? 0;
    const shopId = owner === 0 ? (shops[index % shops.length]?.id ?? null) : null;
    return aBooking(id, {
      ...{ organizationId: organizations[owner]?.id ?? '', shopId, weight: 1 + (index % 3) },
      fromMinute: index % 4 === 0 ? 540 : 0,
      toMinute: index % 7 === 0 ? 1080 : 1440,
    });
  });
  return aManifest({ organizations, shops, slides: ids.map((id) => aSlide(id)), bookings });
}

/** The least: the bookings in a heap, and for each slot the first one moved on and a slot written. */
function onePass(bookings: readonly ManifestBooking[], slots: readonly Slot[]): readonly Slot[] {
  const heap = new PassHeap<Turn & { readonly booking: ManifestBooking }>();
  for (const [rank, booking] of bookings.entries()) heap.push({ pass: 0, rank, place: 0, booking });
  return slots.map(({ startMs, endMs }) => {
    const first = heap.first;
    if (!first) throw new Error('no bookings');
    const { id, organizationId, shopId, slideIds, weight } = first.booking;
    first.pass += 2520 / weight;
    heap.moved(first);
    const slideId = slideIds[0] ?? '';
    return { startMs, endMs, kind: 'booking', slideId, bookingId: id, organizationId, shopId };
  });
}

function search(ends: readonly number[], at: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Medians of both, taken in turn, milliseconds of one call; the first three rounds warm up. Each sample is of
 * several calls, so that it is long beside the tick of the clock.
 */
function inTurn(ours: () => unknown, limit: () => unknown, calls: number) {
  const samples: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
  for (let round = -3; round < ROUNDS; round += 1) {
    const [one, two] = [timed(ours, calls), timed(limit, calls * 5)];
    if (round < 0) continue;
    samples.ours.push(one);
    samples.limit.push(two);
  }
  return { ours: median(samples.ours), limit: median(samples.limit) };
}

function timed(work: () => unknown, calls: number): number {
  const ms = cpuMs(() => {
    for (let call = 0; call < calls; call += 1) work();
  });
  return ms / calls;
}
