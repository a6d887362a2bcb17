import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { slotLanguage } from '../../../shared/schedule/slot-language.ts';
import { stitch } from '../../../shared/schedule/stitch.ts';
import { anyManifest } from '../../support/any-manifest.ts';
import { changed } from '../../support/changed-manifest.ts';
import {
  aBooking,
  aManifest,
  aSlide,
  loopOf,
  seoul,
  TEST_DATE,
} from '../../support/manifest-builder.ts';
import { RUNS } from '../../support/runs.ts';

const ALL = ['ko', 'en', 'zh', 'ja'] as const;

function languagesOf(slideId: string, manifest = loopOf(['a', 'b', 'c'])) {
  const slots = dayPlan(manifest, TEST_DATE);
  return slots
    .filter((slot) => slot.slideId === slideId)
    .map((slot) => slotLanguage(slot, ALL, { date: TEST_DATE, slots, manifest }));
}

describe('slotLanguage', () => {
  it('[S13] lets the languages of a slide take turns, slot by slot', () => {
    expect(languagesOf('b').slice(0, 6)).toEqual(['ko', 'en', 'zh', 'ja', 'ko', 'en']);
  });

  it('[S13] gives each slide of a booking all its languages', () => {
    const manifest = aManifest({
      slides: [aSlide('a'), aSlide('b')],
      bookings: [aBooking('pair', { slideIds: ['a', 'b'] })],
    });
    for (const slideId of ['a', 'b'])
      expect(languagesOf(slideId, manifest).slice(0, 5)).toEqual(['ko', 'en', 'zh', 'ja', 'ko']);
  });

  it('[S13] changes the language of a house slide with the minute', () => {
    const manifest = aManifest();
    const slots = dayPlan(manifest, TEST_DATE);
    const languages = slots.map((slot) =>
      slotLanguage(slot, ['ko', 'en'], { date: TEST_DATE, slots, manifest }),
    );
    const counts = ['ko', 'en'].map((one) => languages.filter((other) => other === one).length);
    expect(Math.abs((counts[0] ?? 0) - (counts[1] ?? 0))).toBeLessThanOrEqual(4);
  });

  it('[S13] [S8] is the same on a board that held the day and on one that pulled it after a change', () => {
    fc.assert(
      fc.property(
        anyManifest,
        fc.integer({ min: seoul('06:00'), max: seoul('09:20') - 1 }),
        fc.nat({ max: 13 }),
        (first, effectiveAt, dropped) => {
          const bookings = first.bookings.filter((_, index) => index !== dropped);
          const next = changed(first, { bookings }, { effectiveAt });
          const pulled = dayPlan(next, TEST_DATE);
          const fromMs = next.carry?.finishing?.startMs ?? next.carry?.fromMs ?? 0;
          const held = stitch(dayPlan(first, TEST_DATE), pulled, fromMs);
          const told = (slots: typeof held) =>
            slots
              .filter(({ startMs }) => startMs >= fromMs)
              .map((slot) => slotLanguage(slot, ALL, { date: TEST_DATE, slots, manifest: next }));
          expect(told(pulled)).toEqual(told(held));
        },
      ),
      RUNS,
    );
  });

  it('[S13] goes on where it was when the plan is made anew', () => {
    const first = loopOf(['a', 'b', 'c']);
    const before = dayPlan(first, TEST_DATE);
    const next = changed(first, {}, { effectiveAt: seoul('07:00:05') });
    const slots = dayPlan(next, TEST_DATE);
    const languages = slots
      .filter(({ slideId }) => slideId === 'b')
      .map((slot) => slotLanguage(slot, ALL, { date: TEST_DATE, slots, manifest: next }));
    const whole = before
      .filter(({ slideId, startMs }) => slideId === 'b' && startMs >= (slots[0]?.startMs ?? 0))
      .map((slot) => slotLanguage(slot, ALL, { date: TEST_DATE, slots: before, manifest: first }));
    expect(languages).toEqual(whole);
  });
});
