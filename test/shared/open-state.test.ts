import { describe, expect, it } from 'vitest';
import { openState } from '../../shared/open-state.ts';

const SEOUL = [{ fromMs: 0, offsetMs: 9 * 3_600_000 }];
const calendar = { offsets: SEOUL, firstDate: '2026-11-22' };
const none = '0'.repeat(120);
const day = { fromMinute: 600, toMinute: 1260 };
/** Sunday 2026-11-22 to Saturday; Monday shut, Saturday until 2 in the morning. */
const week = [day, null, day, day, day, day, { fromMinute: 1020, toMinute: 1560 }];

function at(date: string, time: string): number {
  return Date.parse(`${date}T${time}:00+09:00`);
}

describe('openState', () => {
  it.each([
    { why: 'not yet', date: '2026-11-22', time: '09:59', state: 'later', from: 600, until: null },
    { why: 'start is inclusive', date: '2026-11-22', time: '10:00', state: 'open', until: 1260 },
    { why: 'last minute', date: '2026-11-22', time: '20:59', state: 'open', until: 1260 },
    { why: 'end is exclusive', date: '2026-11-22', time: '21:00', state: 'closed-now' },
    { why: 'shut weekday', date: '2026-11-23', time: '12:00', state: 'closed-today' },
    { why: 'late night', date: '2026-11-28', time: '23:30', state: 'open', until: 1560 },
    { why: 'last night goes on', date: '2026-11-29', time: '01:59', state: 'open', until: 120 },
    { why: 'last night ends', date: '2026-11-29', time: '02:00', state: 'later', from: 600 },
    { why: 'before the manifest', date: '2026-11-21', time: '18:00', state: 'open', until: 1560 },
    { why: 'after the manifest', date: '2027-04-04', time: '12:00', state: 'open', until: 1260 },
  ])('[S1] $why: $date $time is $state', ({ date, time, state, from, until }) => {
    expect(openState({ week, closedDays: none }, calendar, at(date, time))).toEqual({
      state,
      untilMinute: until ?? null,
      fromMinute: from ?? null,
    });
  });

  it('[S1] is closed on a closing day, but not in the night before it', () => {
    const closedSunday = { week, closedDays: `00000001${'0'.repeat(112)}` };
    expect(openState(closedSunday, calendar, at('2026-11-29', '12:00')).state).toBe('closed-today');
    expect(openState(closedSunday, calendar, at('2026-11-29', '01:00')).state).toBe('open');
  });
});
