import { describe, expect, it } from 'vitest';
import { nothingHeld, receiveManifest } from '../../../kiosk/player/held.ts';
import { waitingSlides } from '../../../kiosk/player/waiting-slides.ts';
import type { ManifestSlide } from '../../../shared/protocol/manifest.ts';
import { manifestHash } from '../../../shared/protocol/manifest-hash.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { aBooking, aManifest, aSlide, seoul, TEST_DATE } from '../../support/manifest-builder.ts';

const NOW = seoul('12:00');
const here = 'a'.repeat(64);
const elsewhere = 'b'.repeat(64);
const board = {
  size: { widthPx: 600, heightPx: 300 },
  media: { isMissing: (sha256: string) => sha256 === elsewhere },
};

function pictured(id: string, sha256: string): ManifestSlide {
  const picture = { sha256, alt: { ko: id }, focusX: 0.5, focusY: 0.5 };
  const content = { template: 'picture', title: null, picture } as const;
  return aSlide(id, { content });
}

function planOf(slides: readonly ManifestSlide[], late: readonly string[] = []) {
  const manifest = aManifest({
    slides: [...slides],
    bookings: slides.map(({ id }) =>
      aBooking(id, late.includes(id) ? { fromMinute: 360, toMinute: 660 } : {}),
    ),
  });
  return receiveManifest(nothingHeld, { manifest, hash: manifestHash(manifest) })?.plan ?? null;
}

describe('waiting slides', () => {
  it('names those whose pictures are not here, the next one first', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const plan = planOf([...ids.map((id) => pictured(id, elsewhere)), pictured('e', here)]);
    const { waitingSlideIds = [] } = waitingSlides(plan, NOW, board);
    const coming = dayPlan(plan?.manifest ?? aManifest(), TEST_DATE)
      .filter(({ endMs, slideId }) => endMs > NOW && slideId !== 'e')
      .map(({ slideId }) => slideId);
    expect(waitingSlideIds).toEqual([...new Set(coming)]);
    expect([...waitingSlideIds].sort()).toEqual(ids);
  });

  it('leaves out what plays no more today', () => {
    const plan = planOf([pictured('a', elsewhere), pictured('b', elsewhere)], ['a']);
    expect(waitingSlides(plan, NOW, board)).toEqual({ waitingSlideIds: ['b'] });
  });

  it('names a hundred at most', () => {
    const plan = planOf(
      Array.from({ length: 120 }, (_, index) => pictured(`s-${String(index)}`, elsewhere)),
    );
    expect(waitingSlides(plan, NOW, board).waitingSlideIds).toHaveLength(100);
  });

  it.each([
    { why: 'there is no plan', plan: null },
    { why: 'all pictures are here', plan: planOf([pictured('a', here)]) },
    { why: 'none is needed', plan: planOf([aSlide('a')]) },
    { why: 'it plays no more', plan: planOf([pictured('a', elsewhere)], ['a']) },
  ])('says nothing where $why', ({ plan }) => {
    expect(waitingSlides(plan, NOW, board)).toEqual({});
  });
});
