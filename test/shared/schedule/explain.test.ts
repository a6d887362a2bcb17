import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../shared/protocol/manifest.ts';
import {
  explain,
  reasons,
  type BoardFacts,
  type BookingFacts,
} from '../../../shared/schedule/explain.ts';
import {
  aBooking,
  aCalendar,
  aManifest,
  aShop,
  aSlide,
  daysOf,
  seoul,
  TEST_DATE,
} from '../../support/manifest-builder.ts';

const FIRST = aCalendar().firstDate;
const NOON = seoul('12:00');
const facts: BookingFacts = {
  fromDate: FIRST,
  toDate: null,
  isEnded: false,
  excludedDates: [],
  shopId: null,
  skipClosedDays: false,
  slides: { onAir: 1, withdrawn: 0 },
};
const board: BoardFacts = {
  announcements: [],
  blankUntil: null,
  failedSlideIds: [],
  waitingSlideIds: [],
};
const tomorrowOnly = daysOf(FIRST, '2026-11-24');
const emergency: BoardFacts['announcements'][number] = {
  id: 'flood',
  seq: 1,
  level: 'emergency',
  title: '침수',
  body: null,
  source: '도봉구청 안전총괄과',
  screens: 'all',
  drill: false,
  sentBy: 'officer',
  sentAt: NOON - 1000,
  expiresAt: NOON + 60_000,
  clearedAt: null,
  corrects: null,
  slideId: null,
  bookingId: null,
};

/** `mine` among two others, at noon unless told. */
function asked(of: {
  readonly mine?: Parameters<typeof aBooking>[1];
  readonly manifest?: Partial<Manifest>;
  readonly facts?: Partial<BookingFacts>;
  readonly board?: Partial<BoardFacts>;
  readonly at?: number;
}) {
  const manifest = aManifest({
    shops: [aShop('noodles', { closedDays: daysOf(FIRST, TEST_DATE) })],
    slides: ['mine', 'a', 'b'].map((id) => aSlide(id)),
    bookings: [aBooking('mine', of.mine), aBooking('a'), aBooking('b')],
    ...of.manifest,
  });
  return explain({
    ...{ manifest, bookingId: 'mine', at: of.at ?? NOON },
    facts: { ...facts, ...of.facts },
    board: of.board && { ...board, ...of.board },
  });
}

const only = (id: string) => ({ bookings: [aBooking(id)] });

describe('explain', () => {
  it.each<{ reason: (typeof reasons)[number]; why: string; of: Parameters<typeof asked>[0] }>([
    {
      reason: 'not-approved',
      why: 'none of its slides is approved',
      of: { mine: { slideIds: [] }, facts: { slides: { onAir: 0, withdrawn: 0 } } },
    },
    {
      reason: 'withdrawn',
      why: 'its slides were withdrawn',
      of: { mine: { slideIds: [] }, facts: { slides: { onAir: 0, withdrawn: 1 } } },
    },
    {
      reason: 'expired',
      why: 'it was ended',
      of: { facts: { isEnded: true }, manifest: only('a') },
    },
    {
      reason: 'expired',
      why: 'its last date is past',
      of: { facts: { toDate: '2026-11-22' }, manifest: only('a') },
    },
    {
      reason: 'outside-dates',
      why: 'it has not begun',
      of: { mine: { days: tomorrowOnly }, facts: { fromDate: '2026-11-24' } },
    },
    {
      reason: 'outside-dates',
      why: 'its rule skips the day',
      of: { mine: { days: tomorrowOnly } },
    },
    {
      reason: 'outside-dates',
      why: 'the manifest does not reach it',
      of: { manifest: only('a'), facts: { fromDate: '2028-01-01' } },
    },
    { reason: 'outside-hours', why: 'before', of: { mine: { fromMinute: 780 } } },
    { reason: 'outside-hours', why: 'after', of: { mine: { toMinute: 720 } } },
    {
      reason: 'outside-hours',
      why: 'no slide ends inside it any more',
      of: { mine: { toMinute: 720 }, at: NOON - 14_999 },
    },
    {
      reason: 'excluded-date',
      why: 'it skips the date',
      of: { mine: { days: tomorrowOnly }, facts: { excludedDates: [TEST_DATE] } },
    },
    {
      reason: 'shop-closed',
      why: 'its shop is shut',
      of: { mine: { days: tomorrowOnly }, facts: { shopId: 'noodles', skipClosedDays: true } },
    },
    {
      reason: 'displaced-by-booking',
      why: 'an exclusive booking runs',
      of: {
        manifest: {
          bookings: [
            aBooking('mine'),
            aBooking('a', { exclusive: true, fromMinute: 700, toMinute: 730 }),
          ],
        },
      },
    },
    {
      reason: 'displaced-by-announcement',
      why: 'an emergency is shown',
      of: { board: { announcements: [emergency] } },
    },
    { reason: 'blanked', why: 'the board is blanked', of: { board: { blankUntil: NOON + 1 } } },
    { reason: 'screen-off', why: 'the board is dark', of: { at: seoul('03:00') } },
    {
      reason: 'media-not-ready',
      why: 'its pictures are on the way',
      of: { board: { waitingSlideIds: ['mine'] } },
    },
    {
      reason: 'failed-on-board',
      why: 'its slide failed',
      of: { board: { failedSlideIds: ['mine'], waitingSlideIds: ['mine'] } },
    },
  ])('[S11] says $reason: $why', ({ reason, of }) => {
    expect(asked(of)).toMatchObject({ state: 'not', reason });
  });

  it('[S11] has no other reasons', () => {
    expect(reasons).toHaveLength(13);
  });

  it.each([
    { why: 'later today', mine: { fromMinute: 780 }, from: '13:00', to: '13:01' },
    { why: 'tomorrow', mine: { days: tomorrowOnly }, from: '30:00', to: '30:01' },
  ])('[S11] names the next slot $why', ({ mine, from, to }) => {
    const { slot } = asked({ mine });
    expect(slot?.bookingId).toBe('mine');
    expect(slot?.startMs).toBeGreaterThanOrEqual(seoul(from));
    expect(slot?.startMs).toBeLessThan(seoul(to));
  });

  it('[S11] names the next slot after a blank, and none of a slide that failed', () => {
    const blankUntil = NOON + 300_000;
    expect(asked({ board: { blankUntil } }).slot?.startMs).toBeGreaterThanOrEqual(blankUntil);
    expect(asked({ board: { failedSlideIds: ['mine'] } }).slot).toBeNull();
  });

  it('[S11] takes the plan of record over the plan', () => {
    const manifest = aManifest({ slides: [aSlide('mine')], bookings: [aBooking('mine')] });
    const question = { manifest, bookingId: 'mine', at: NOON, facts };
    expect(explain(question).state).toBe('on-air');
    expect(explain({ ...question, slots: [] }).state).toBe('waiting');
  });

  it('[S11] runs on after its last date while its last night lasts', () => {
    const calendar = aCalendar({
      hours: aCalendar().hours.map(() => ({ fromMinute: 0, toMinute: 1440 })),
    });
    const answer = asked({
      manifest: { calendar },
      mine: { days: daysOf(FIRST, FIRST), fromMinute: 1320, toMinute: 1560 },
      facts: { toDate: FIRST },
      at: seoul('01:00'),
    });
    expect(answer.state).not.toBe('not');
  });
});
