import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL_CLEAR_MS,
  IMPORTANT_SHOW_MS,
  repeatMsOf,
  type Announcement,
} from '../../../shared/content/announcement.ts';
import { onAir, slotOnAir } from '../../../shared/schedule/on-air.ts';
import { aSlot } from '../../support/manifest-builder.ts';

const T = 1_000_000_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const IMPORTANT_EVERY_MS = repeatMsOf({});
const slots = [
  aSlot('bakery', T, T + 15_000),
  aSlot('notice', T + 15_000, T + 30_000),
  { ...aSlot('clock', T + 30_000, T + 60_000), kind: 'house' as const, bookingId: null },
];
const longSlot = [aSlot('bakery', T, T + HOUR)];

function anAnnouncement(id: string, fields: Partial<Announcement> = {}): Announcement {
  return {
    id,
    seq: 1,
    level: 'emergency',
    title: '호우 경보',
    body: null,
    source: '도봉구청 안전총괄과',
    screens: 'all',
    expiresAt: T + HOUR,
    drill: false,
    sentAt: T,
    sentBy: 'officer',
    clearedAt: null,
    corrects: null,
    slideId: null,
    bookingId: null,
    ...fields,
  };
}

function shown(
  at: number,
  announcements: readonly Announcement[],
  rest: { slots?: typeof slots; blankUntil?: number } = {},
) {
  const { layer, announcement, slot, changesAt } = onAir({
    slots: rest.slots ?? longSlot,
    announcements,
    blankUntil: rest.blankUntil ?? null,
    at,
  });
  return { is: announcement ? `${layer} ${announcement.id}` : layer, slot, changesAt };
}

/** When which announcement comes on within `spanMs` from T, by following `changesAt`. */
function startsWithin(spanMs: number, announcements: readonly Announcement[]) {
  const starts: { readonly at: number; readonly is: string }[] = [];
  let before = '';
  for (let at = T; at < T + spanMs;) {
    const { is, changesAt } = shown(at, announcements);
    if (is !== before && is.startsWith('important')) starts.push({ at: at - T, is });
    before = is;
    at = changesAt ?? Infinity;
  }
  return starts;
}

describe('slotOnAir', () => {
  it.each([
    { rule: 'S1', why: 'start is inclusive', at: T, id: 'bakery' },
    { rule: 'S1', why: 'end belongs to the next slot', at: T + 15_000, id: 'notice' },
    { rule: 'S2', why: 'the last millisecond', at: T + 59_999, id: 'clock' },
    { rule: 'S2', why: 'the board is dark after closing', at: T + 60_000, id: undefined },
    { rule: 'S2', why: 'and before opening', at: T - 1, id: undefined },
  ])('[$rule] $why', ({ at, id }) => {
    expect(slotOnAir(slots, at)?.slideId).toBe(id);
  });

  it('[S2] is dark between two days and without any slot', () => {
    expect(slotOnAir([aSlot('a', 0, 10), aSlot('b', 50, 60)], 20)).toBeUndefined();
    expect(slotOnAir([], 20)).toBeUndefined();
  });
});

describe('onAir', () => {
  it.each([
    { why: 'a slot until its end', at: T, is: 'slot', changesAt: T + 15_000 },
    { why: 'a house slide', at: T + 30_000, is: 'house', changesAt: T + 60_000 },
    { why: 'off until opening', at: T - 500, is: 'off', changesAt: T },
    { why: 'off for good', at: T + 60_000, is: 'off', changesAt: null },
  ])('[S3] shows $why', ({ at, is, changesAt }) => {
    expect(shown(at, [], { slots })).toMatchObject({ is, changesAt });
  });

  it('[S3] puts blank over emergency over important over the loop', () => {
    const emergency = anAnnouncement('flood', { expiresAt: T + 5_000 });
    const important = anAnnouncement('market', { level: 'important', seq: 2 });
    const both = [emergency, important];
    expect(shown(T, both, { blankUntil: T + 1 })).toMatchObject({ is: 'blank', slot: null });
    expect(shown(T, both)).toMatchObject({ is: 'emergency flood', changesAt: T + 5_000 });
    expect(shown(T + 5_000, both).is).toBe('important market');
    expect(shown(T + IMPORTANT_SHOW_MS, both).is).toBe('slot');
  });

  it('[S3] ends a blank by itself', () => {
    expect(shown(T + 10, [], { blankUntil: T + 11 })).toMatchObject({
      is: 'blank',
      changesAt: T + 11,
    });
    expect(shown(T + 11, [], { blankUntil: T + 11 }).is).toBe('slot');
  });

  it('[S3] lights a closed board only for an emergency and its all-clear', () => {
    const closed = { slots: [] };
    const cleared = anAnnouncement('flood', { clearedAt: T + 100 });
    const important = anAnnouncement('market', { level: 'important' });
    expect(shown(T, [important], closed).is).toBe('off');
    expect(shown(T, [cleared], closed).is).toBe('emergency flood');
    expect(shown(T + 100, [cleared], closed).is).toBe('all-clear flood');
    expect(shown(T + 100 + ALL_CLEAR_MS, [cleared], closed).is).toBe('off');
  });

  it('[S3] shows no all-clear for an emergency that expired, and a newer one over an all-clear', () => {
    const expired = anAnnouncement('flood', { expiresAt: T + 50 });
    expect(shown(T + 50, [expired]).is).toBe('slot');
    const cleared = anAnnouncement('flood', { clearedAt: T + 50 });
    const fire = anAnnouncement('fire', { seq: 3, expiresAt: T + 90 });
    expect(shown(T + 60, [cleared, fire]).is).toBe('emergency fire');
    expect(shown(T + 90, [cleared, fire]).is).toBe('all-clear flood');
  });

  it('[S3] shows the newest of several emergencies and a correction instead of what it corrects', () => {
    const old = anAnnouncement('old');
    const newer = anAnnouncement('newer', { seq: 4, expiresAt: T + 100 });
    expect(shown(T, [newer, old]).is).toBe('emergency newer');
    expect(shown(T + 100, [newer, old]).is).toBe('emergency old');
    const correction = { ...newer, corrects: 'old' };
    expect(shown(T, [old, correction]).is).toBe('emergency newer');
    expect(shown(T + 100, [old, correction]).is).toBe('slot');
  });

  it('[S3] shows an important announcement at once and again every three minutes', () => {
    const market = anAnnouncement('market', { level: 'important' });
    const edges = [
      0,
      IMPORTANT_SHOW_MS,
      IMPORTANT_EVERY_MS,
      IMPORTANT_EVERY_MS + IMPORTANT_SHOW_MS,
    ];
    const seen = edges.map((edge) => shown(T + edge, [market]));
    expect(seen.map(({ is }) => is)).toEqual([
      'important market',
      'slot',
      'important market',
      'slot',
    ]);
    expect(seen.slice(0, 3).map(({ changesAt }) => changesAt)).toEqual(
      edges.slice(1).map((edge) => T + edge),
    );
  });

  it.each([3, 5, 10, 15] as const)('[S3] shows it again every %i minutes', (repeatMinutes) => {
    const market = anAnnouncement('market', { level: 'important', repeatMinutes });
    const starts = startsWithin(HOUR, [market]).map(({ at }) => at / MINUTE);
    const times = Math.ceil(60 / repeatMinutes);
    expect(starts).toEqual(Array.from({ length: times }, (_, index) => index * repeatMinutes));
  });

  it('[S3] gives one with a longer interval its turn in the first round after it has passed', () => {
    const slow = anAnnouncement('slow', { level: 'important', repeatMinutes: 10 });
    const fast = anAnnouncement('fast', { level: 'important', seq: 2 });
    const starts = startsWithin(24 * MINUTE, [slow, fast]);
    expect(starts.map(({ at, is }) => `${at / MINUTE} ${is}`)).toEqual([
      ...['0 important fast', `${1 / 3} important slow`, '3 important fast', '6 important fast'],
      ...['9 important fast', '12 important fast', `${12 + 1 / 3} important slow`],
      ...['15 important fast', '18 important fast', '21 important fast'],
      `${21 + 1 / 3} important slow`,
    ]);
  });

  it('[S3] lets important announcements follow each other, newest first', () => {
    const one = anAnnouncement('one', { level: 'important', seq: 1, sentAt: T - 10_000 });
    const two = anAnnouncement('two', { level: 'important', seq: 2 });
    const seen = [0, IMPORTANT_SHOW_MS, 2 * IMPORTANT_SHOW_MS, IMPORTANT_EVERY_MS];
    expect(seen.map((since) => shown(T + since, [one, two]).is)).toEqual([
      'important two',
      'important one',
      'slot',
      'important two',
    ]);
  });

  it('[S3] shows at once what was sent by a clock that is ahead', () => {
    const early = anAnnouncement('market', { level: 'important', sentAt: T + 400 });
    expect(shown(T, [early])).toMatchObject({
      is: 'important market',
      changesAt: T + 400 + IMPORTANT_SHOW_MS,
    });
  });

  it('[S3] a notice is only in the loop', () => {
    expect(shown(T, [anAnnouncement('notice', { level: 'notice' })]).is).toBe('slot');
  });

  it('[S3] never changes between the instant asked for and the one it names', () => {
    const offset = fc.integer({ min: -400_000, max: 400_000 });
    const anyAnnouncement = fc
      .record({
        seq: fc.integer({ min: 1, max: 9 }),
        level: fc.constantFrom('notice', 'important', 'emergency'),
        sent: offset,
        lasts: fc.integer({ min: 1, max: 400_000 }),
        cleared: fc.option(fc.integer({ min: 1, max: 400_000 })),
      })
      .map(({ seq, level, sent, lasts, cleared }) =>
        anAnnouncement(`a-${String(seq)}`, {
          seq,
          level,
          sentAt: T + sent,
          expiresAt: T + sent + lasts,
          clearedAt: cleared === null ? null : T + sent + cleared,
        }),
      );
    const anyAnnouncements = fc.uniqueArray(anyAnnouncement, {
      maxLength: 4,
      selector: (a) => a.seq,
    });
    fc.assert(
      fc.property(
        anyAnnouncements,
        offset,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, from, part) => {
          const first = shown(T + from, list, { slots });
          const end = first.changesAt ?? T + from + HOUR;
          expect(end).toBeGreaterThan(T + from);
          const between = T + from + Math.floor((end - 1 - T - from) * part);
          expect(shown(between, list, { slots })).toEqual(first);
        },
      ),
    );
  });
});
