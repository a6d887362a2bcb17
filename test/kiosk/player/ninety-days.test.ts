/**
 * Ninety days without a controller, over a month's end, a leap day and holidays: what the board would show at
 * random instants, against a second reading of the same bookings that plans nothing.
 */
import { describe, expect, it } from 'vitest';
import { nothingHeld, receiveManifest, type Held } from '../../../kiosk/player/held.ts';
import { viewAt, type ViewQuestion } from '../../../kiosk/player/view-at.ts';
import {
  MANIFEST_DAYS,
  type Manifest,
  type ManifestBooking,
} from '../../../shared/protocol/manifest.ts';
import { manifestHash } from '../../../shared/protocol/manifest-hash.ts';
import { addDays, DAY_MS, dayNumber, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import {
  aBooking,
  aCalendar,
  anOrganization,
  aSlide,
  loopOf,
  openEveryDay,
} from '../../support/manifest-builder.ts';

const FIRST = '2027-12-20';
const DAYS = 90;
const OFFSET_MS = 9 * HOUR_MS;
const START_MS = dayNumber(FIRST) * DAY_MS - OFFSET_MS;
/** New Year and Lunar New Year, on which the plaza is closed. */
const CLOSED = ['2028-01-01', '2028-01-26', '2028-01-27', '2028-01-28'];
const LOOKS_PER_DAY = 200;

const dates = Array.from({ length: MANIFEST_DAYS }, (_, day) => addDays(FIRST, day));
const runsOn = (isOn: (date: string) => boolean) =>
  dates.map((date) => (isOn(date) ? '1' : '0')).join('');

const bookings: ManifestBooking[] = [
  aBooking('always'),
  aBooking('december', { days: runsOn((date) => date < '2028-01-01') }),
  aBooking('month-end', { days: runsOn((date) => addDays(date, 1).endsWith('-01')) }),
  aBooking('leap-day', { days: runsOn((date) => date === '2028-02-29') }),
  aBooking('mondays', {
    days: runsOn((date) => dayNumber(date) % 7 === 4),
    fromMinute: 600,
    toMinute: 720,
  }),
  aBooking('evenings', { fromMinute: 1080, toMinute: 1320 }),
];

const manifest: Manifest = loopOf([], {
  organizations: [anOrganization('association', 100)],
  calendar: aCalendar({
    firstDate: FIRST,
    hours: openEveryDay(360, 1440).map((hours, day) =>
      CLOSED.includes(dates[day] ?? '') ? null : hours,
    ),
  }),
  slides: bookings.map(({ id }) => aSlide(id)),
  bookings,
});

function heldOf(pulled: Manifest): Held {
  const held = receiveManifest(nothingHeld, { manifest: pulled, hash: manifestHash(pulled) });
  if (!held) throw new Error('the manifest is not what its hash says');
  return held;
}

/** What may be on the glass at `at`, read off the bookings one by one. */
function allowedAt(at: number): readonly string[] {
  const day = Math.floor((at - START_MS) / DAY_MS);
  const minute = Math.floor(((at - START_MS) % DAY_MS) / MINUTE_MS);
  if (CLOSED.includes(dates[day] ?? '') || minute < 360) return [];
  return bookings
    .filter(({ days, fromMinute, toMinute }) => {
      return days[day] === '1' && fromMinute <= minute && minute < toMinute;
    })
    .map(({ id }) => id);
}

/** The same numbers each time. */
function* random(): Generator<number> {
  let state = 20_281;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe('a board alone for ninety days', () => {
  it('[B16] shows nothing that is not due, leaves out nothing that is, and is dark when the plaza is closed', () => {
    const question: Omit<ViewQuestion, 'at'> = {
      held: heldOf(manifest),
      safeMode: false,
      isLeftOut: () => false,
      airable: (slide) => slide,
    };
    const numbers = random();
    const seen = new Map<string, Set<number>>();
    for (let day = 0; day < DAYS; day += 1) {
      for (let look = 0; look < LOOKS_PER_DAY; look += 1) {
        const at = START_MS + day * DAY_MS + Math.floor(numbers.next().value * DAY_MS);
        const view = viewAt({ ...question, at });
        const allowed = allowedAt(at);
        if (allowed.length === 0) expect(view.layer, new Date(at).toISOString()).toBe('off');
        else expect(allowed, new Date(at).toISOString()).toContain(view.showing?.slide.id);
        const id = view.showing?.slide.id;
        if (id !== undefined) seen.set(id, (seen.get(id) ?? new Set()).add(day));
      }
    }
    for (const { id, days } of bookings) {
      const due = Array.from(days.slice(0, DAYS)).flatMap((isOn, day) =>
        isOn === '1' && !CLOSED.includes(dates[day] ?? '') ? [day] : [],
      );
      const minutesOf = bookings.find((booking) => booking.id === id);
      const isLong = minutesOf?.fromMinute === 0;
      const daysSeen = [...(seen.get(id) ?? [])].toSorted((a, b) => a - b);
      if (isLong) expect(daysSeen, id).toEqual(due);
      else expect(daysSeen.length, id).toBeGreaterThan(due.length * 0.8);
    }
  });

  it('[B5] keeps no more plans after ninety days than closed days follow each other, and two', () => {
    const { plan } = heldOf(manifest);
    const sizes = Array.from({ length: DAYS }, (_, day) => {
      for (const hour of [7, 23.99])
        plan?.plans.around(START_MS + day * DAY_MS + Math.floor(hour * HOUR_MS));
      return plan?.plans.size ?? 0;
    });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5);
  });
});
