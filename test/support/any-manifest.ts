/** fast-check arbitraries of manifests whose board is open from 06:00 for a few hours. */
import fc from 'fast-check';
import { trades } from '../../shared/content/shop.ts';
import type {
  Manifest,
  ManifestBooking,
  ManifestOrganization,
  ManifestShop,
  ManifestSlide,
} from '../../shared/protocol/manifest.ts';
import {
  aBooking,
  aCalendar,
  aManifest,
  anOrganization,
  aShop,
  aSlide,
  openEveryDay,
} from './manifest-builder.ts';

export const OPEN_MINUTE = 360;
export const CLOSE_MINUTE = 560;

const SHOPS = ['shop-a', 'shop-b', 'shop-c', 'shop-d', 'shop-e'];
const SLIDES = Array.from({ length: 12 }, (_, index) => `slide-${index}`);

const anyShares = fc.constantFrom([100], [60, 40], [80, 20], [50, 30, 20], [60, 30, 10], [40, 0]);

function anyOrganizations(): fc.Arbitrary<ManifestOrganization[]> {
  return anyShares.map((shares) =>
    shares.map((share, index) => anOrganization(`org-${String(index)}`, share)),
  );
}

function anyShop(id: string): fc.Arbitrary<ManifestShop> {
  return fc.constantFrom(...trades.slice(0, 3)).map((trade) => aShop(id, { trade }));
}

function anySlide(id: string): fc.Arbitrary<ManifestSlide> {
  return fc
    .record({
      dwellMs: fc.constantFrom(5_000, 9_000, 15_000, 15_000, 15_000, 23_500, 40_000),
      shopId: fc.option(fc.constantFrom(...SHOPS), { freq: 3 }),
    })
    .map((fields) => aSlide(id, fields));
}

export function anyBooking(id: string, organizationIds: readonly string[]) {
  return fc
    .record({
      organizationId: fc.constantFrom(...organizationIds),
      shopId: fc.option(fc.constantFrom(...SHOPS)),
      slideIds: fc.subarray(SLIDES, { minLength: 1, maxLength: 4 }),
      window: fc.oneof(
        { weight: 2, arbitrary: fc.constant([0, 1440] as const) },
        fc.tuple(fc.integer({ min: 340, max: 540 }), fc.integer({ min: 1, max: 150 })),
        fc.tuple(fc.integer({ min: 1200, max: 1439 }), fc.integer({ min: 300, max: 600 })),
      ),
      weight: fc.constantFrom(1, 1, 1, 2, 3, 10),
      exclusive: fc.boolean().map((value) => value),
      oneInFour: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ window: [fromMinute, length], oneInFour, exclusive, ...fields }): ManifestBooking => {
      const isShort = length <= 60;
      return aBooking(id, {
        ...fields,
        exclusive: exclusive && isShort && oneInFour === 0,
        fromMinute,
        toMinute: fromMinute + length,
      });
    });
}

/** One to fourteen bookings of one to three organizations, five shops of three trades. */
export const anyManifest: fc.Arbitrary<Manifest> = anyOrganizations().chain((organizations) => {
  const organizationIds = organizations.map(({ id }) => id);
  return fc
    .record({
      shops: fc.tuple(...SHOPS.map(anyShop)),
      slides: fc.tuple(...SLIDES.map(anySlide)),
      bookings: fc
        .integer({ min: 1, max: 14 })
        .chain((count) =>
          fc.tuple(
            ...Array.from({ length: count }, (_, index) =>
              anyBooking(`booking-${String(index)}`, organizationIds),
            ),
          ),
        ),
    })
    .map((lists) =>
      aManifest({
        ...lists,
        organizations,
        calendar: aCalendar({ hours: openEveryDay(OPEN_MINUTE, CLOSE_MINUTE) }),
      }),
    );
});
