import { describe, expect, it } from 'vitest';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { changed } from '../../support/changed-manifest.ts';
import {
  aBooking,
  aCalendar,
  aManifest,
  aSlide,
  loopOf,
  openEveryDay,
  seoul,
  TEST_DATE,
} from '../../support/manifest-builder.ts';

const plan = (manifest: Manifest) => dayPlan(manifest, TEST_DATE);
const idsOf = (slots: readonly Slot[]) => slots.map(({ slideId }) => slideId);
const lengthsOf = (slots: readonly Slot[]) =>
  slots.map((slot) => [slot.slideId, slot.endMs - slot.startMs]);
/** Open for the minutes after 06:00. */
const openFor = (minutes: number) => aCalendar({ hours: openEveryDay(360, 360 + minutes) });

describe('dayPlan, lengths of slots', () => {
  it('[S7] lasts its dwell, never under 9 s', () => {
    const manifest = loopOf(['a', 'b'], {
      slides: [aSlide('a', { dwellMs: 30_000 }), aSlide('b', { dwellMs: 2_000 })],
    });
    const lengths = new Set(
      plan(manifest)
        .slice(0, 100)
        .map((s) => `${s.slideId} ${String(s.endMs - s.startMs)}`),
    );
    expect(lengths).toEqual(new Set(['a 30000', 'b 9000']));
  });

  it('[S7] starts nothing that cannot end inside its window, and takes the next slide that can', () => {
    const manifest = aManifest({
      slides: [aSlide('long', { dwellMs: 50_000 }), aSlide('short', { dwellMs: 10_000 })],
      bookings: [aBooking('b', { slideIds: ['long', 'short'], fromMinute: 600, toMinute: 602 })],
    });
    const slots = plan(manifest).filter((slot) => slot.bookingId === 'b');
    expect(idsOf(slots)).toEqual(['long', 'short', 'long', 'short']);
    expect(slots.at(-1)?.endMs).toBe(seoul('10:02'));
    const tight = { ...manifest, bookings: [{ ...manifest.bookings[0]!, toMinute: 601 }] };
    expect(idsOf(plan(tight).filter((slot) => slot.bookingId === 'b'))).toEqual(['long', 'short']);
  });

  it('[S7] stretches the slot before a short remainder where its window allows', () => {
    const manifest = loopOf(['a'], {
      calendar: openFor(1),
      slides: [aSlide('a', { dwellMs: 27_000 })],
    });
    expect(lengthsOf(plan(manifest))).toEqual([
      ['a', 27_000],
      ['a', 33_000],
    ]);
  });

  it('[S7] stretches up to the window of the next booking', () => {
    const manifest = loopOf(['a', 'b'], {
      calendar: openFor(2),
      slides: [aSlide('a', { dwellMs: 56_000 }), aSlide('b', { dwellMs: 52_000 })],
      bookings: [
        aBooking('a', { fromMinute: 360, toMinute: 361 }),
        aBooking('b', { fromMinute: 361, toMinute: 362 }),
      ],
    });
    expect(lengthsOf(plan(manifest))).toEqual([
      ['a', 60_000],
      ['b', 60_000],
    ]);
  });

  it('[S7] fills a remainder with the house, however short, where nothing can be stretched', () => {
    const held = loopOf(['a', 'b'], {
      bookings: [aBooking('a', { toMinute: 720 }), aBooking('b', { fromMinute: 720 })],
    });
    const effectiveAt = seoul('11:59:57');
    const next = changed(held, { bookings: held.bookings.slice(1) }, { effectiveAt });
    expect(lengthsOf(plan(next).slice(0, 2))).toEqual([
      ['house', 3_000],
      ['b', 15_000],
    ]);
  });

  it('[S7] gives a house slide the remainder that it would leave', () => {
    const manifest = aManifest({ bookings: [aBooking('a', { fromMinute: 361 })] });
    const slides = [aSlide('house', { dwellMs: 26_000 }), aSlide('a')];
    expect(lengthsOf(plan({ ...manifest, slides }).slice(0, 3))).toEqual([
      ['house', 26_000],
      ['house', 34_000],
      ['a', 15_000],
    ]);
  });
});
