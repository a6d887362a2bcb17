import { describe, expect, it } from 'vitest';
import { manifestHash } from '../../../shared/protocol/manifest-hash.ts';
import { applyPatch } from '../../../shared/schedule/apply-patch.ts';
import { changed, patchOf } from '../../support/changed-manifest.ts';
import { aBooking, aSlide, loopOf, seoul } from '../../support/manifest-builder.ts';

const held = loopOf(['a', 'b', 'c']);
const replan = { effectiveAt: seoul('12:00:05') };

function withD() {
  const slides = [...held.slides, aSlide('d')];
  return changed(held, { slides, bookings: [...held.bookings, aBooking('d')] }, replan);
}

describe('applyPatch', () => {
  it('[S9] puts, replaces and drops whole entities and carries the plan on', () => {
    const next = changed(
      held,
      {
        slides: [...held.slides.filter(({ id }) => id !== 'c'), aSlide('d')],
        bookings: [aBooking('a', { weight: 2 }), aBooking('b'), aBooking('d')],
      },
      replan,
    );
    const patched = applyPatch(held, patchOf(held, next, replan));
    expect(patched?.revision).toBe(2);
    expect(patched?.carry).toEqual(next.carry);
    expect(patched?.bookings.map(({ id, weight }) => [id, weight])).toEqual([
      ['a', 2],
      ['b', 1],
      ['d', 1],
    ]);
    expect(patched?.slides.map(({ id }) => id)).toEqual(['house', 'a', 'b', 'd']);
    expect(patched?.organizations).toBe(held.organizations);
  });

  it('[S9] replaces a corrected text without a new plan', () => {
    const running = withD();
    const fixed = running.slides.map((slide) =>
      slide.id === 'a' ? { ...slide, revisionId: 'a-2' } : slide,
    );
    const next = { ...running, slides: fixed, revision: 3 };
    const patched = applyPatch(running, patchOf(running, next, null));
    expect(patched?.slides.find(({ id }) => id === 'a')?.revisionId).toBe('a-2');
    expect(patched?.carry).toBe(running.carry);
  });

  it('refuses what is for another manifest, does not follow, comes twice or ends elsewhere', () => {
    const next = withD();
    const patch = patchOf(held, next, replan);
    expect(applyPatch({ ...held, id: 'group-2' }, patch)).toBeUndefined();
    expect(applyPatch({ ...held, revision: 3 }, patch)).toBeUndefined();
    expect(applyPatch(next, patch)).toBeUndefined();
    expect(applyPatch(held, { ...patch, hash: '0123456789abcdef' })).toBeUndefined();
    const other = { ...held, bookings: held.bookings.slice(1) };
    expect(applyPatch(other, patch)).toBeUndefined();
  });

  it('does not touch what it was given', () => {
    const text = JSON.stringify(held);
    const hash = manifestHash(held);
    applyPatch(held, patchOf(held, withD(), replan));
    expect(JSON.stringify(held)).toBe(text);
    expect(manifestHash(held)).toBe(hash);
  });
});
