import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestHash } from '../../../shared/protocol/manifest-hash.ts';
import type { Manifest } from '../../../shared/protocol/manifest.ts';
import { anyManifest } from '../../support/any-manifest.ts';
import { changed } from '../../support/changed-manifest.ts';
import { aCalendar, aSlide, loopOf, seoul } from '../../support/manifest-builder.ts';

const manifest = loopOf(['a', 'b', 'c']);

/** The same value by other objects, the keys of each in reverse order. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, turnedRound(member)] as const);
  return Object.fromEntries(entries.reverse());
}

describe('manifestHash', () => {
  it('is 16 hex digits, the same on every machine', () => {
    expect(manifestHash(manifest)).toMatch(/^[0-9a-f]{16}$/);
    expect(manifestHash(structuredClone(manifest))).toBe(manifestHash(manifest));
  });

  it('does not depend on the order of lists or keys, on the id or on the revision', () => {
    fc.assert(
      fc.property(anyManifest, (any) => {
        const other = turnedRound(any) as Manifest;
        const turned = {
          ...other,
          slides: [...other.slides].reverse(),
          bookings: [...other.bookings].reverse(),
          shops: [...other.shops].reverse(),
          id: 'group-2',
          revision: 77,
        };
        expect(manifestHash(turned)).toBe(manifestHash(any));
      }),
      { numRuns: 50 },
    );
  });

  it('treats an undefined member as none', () => {
    const [first = aSlide('a'), ...rest] = manifest.slides;
    const slides = [{ ...first, extra: undefined }, ...rest];
    expect(manifestHash({ ...manifest, slides })).toBe(manifestHash(manifest));
  });

  it.each<{ why: string; other: Partial<Manifest> }>([
    { why: 'a text', other: { slides: manifest.slides.map((s) => ({ ...s, revisionId: 'x' })) } },
    {
      why: 'one bit of a day',
      other: { bookings: manifest.bookings.map((b) => ({ ...b, days: `0${b.days.slice(1)}` })) },
    },
    { why: 'a slide less', other: { slides: manifest.slides.slice(1) } },
    {
      why: 'a slide twice',
      other: { slides: [...manifest.slides, ...manifest.slides.slice(1, 2)] },
    },
    {
      why: 'the order of a booking’s slides',
      other: {
        bookings: [
          { ...manifest.bookings[0]!, slideIds: ['b', 'a'] },
          ...manifest.bookings.slice(1),
        ],
      },
    },
    {
      why: 'the hours',
      other: { calendar: aCalendar({ hours: aCalendar().hours.map(() => null) }) },
    },
    {
      why: 'a number that looks like a text',
      other: { slides: manifest.slides.map((s) => ({ ...s, dwellMs: '15000' as never })) },
    },
    {
      why: 'the carry',
      other: { carry: changed(manifest, {}, { effectiveAt: seoul('12:00:05') }).carry },
    },
  ])('differs by $why', ({ other }) => {
    expect(manifestHash({ ...manifest, ...other })).not.toBe(manifestHash(manifest));
  });

  it('does not collide among many small differences', () => {
    const hashes = new Set<string>();
    for (let dwellMs = 0; dwellMs < 5_000; dwellMs += 1)
      hashes.add(manifestHash({ ...manifest, slides: [aSlide('a', { dwellMs })] }));
    expect(hashes.size).toBe(5_000);
  });
});
