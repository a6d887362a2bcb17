import { describe, expect, it } from 'vitest';
import { calendarBars, drawnHours } from '../../../../controller/console/parts/calendar-bars.ts';
import { pushedDays } from '../../../../controller/console/parts/pushed-days.ts';
import type { Booking } from '../../../../shared/content/booking.ts';
import { aSavedBooking } from '../../../support/booking-samples.ts';

const lit = { fromMinute: 360, toMinute: 1440 };
const days = ['2026-11-23', '2026-11-24', '2026-11-26'];
const dated = (fields: Partial<Booking>, dates: readonly string[] = days) => ({
  booking: aSavedBooking(fields),
  dates,
});
const draw = (all: readonly ReturnType<typeof dated>[], isMonth = false) =>
  calendarBars(all, { lit, isMonth, mostBeside: 2, pushed: pushedDays(all) });
const noon = { fromMinute: 720, toMinute: 780 };

describe('the bars of the calendar', () => {
  it('runs over the days that follow each other when it takes the whole lit day', () => {
    const bars = draw([dated({ fromMinute: 300, toMinute: 1440 })]);
    expect(bars.map(({ first, last, isOverDays }) => [first, last, isOverDays])).toEqual([
      ['2026-11-23', '2026-11-24', true],
      ['2026-11-26', '2026-11-26', true],
    ]);
  });

  it('stands as a block in each day else, and as bars in a month', () => {
    expect(draw([dated(noon)]).map(({ isOverDays }) => isOverDays)).toEqual([false, false, false]);
    expect(draw([dated(noon)], true).length).toBe(2);
  });

  it('makes bars of the longest where too many would stand side by side', () => {
    const all = [1, 2, 3].map((hours) =>
      dated({ id: `of-${hours}`, fromMinute: 720, toMinute: 720 + hours * 60 }),
    );
    const over = draw(all).filter(({ isOverDays }) => isOverDays);
    expect(new Set(over.map(({ booking }) => booking.id))).toEqual(new Set(['of-3']));
  });

  it('draws no night without a block, and what would stand outside', () => {
    const open = { fromMinute: 0, toMinute: 1440 };
    expect(drawnHours(draw([dated(noon)]), undefined, open).fromMinute).toBe(360);
    expect(drawnHours([], { fromMinute: 120, toMinute: 180 }, open).fromMinute).toBe(120);
    const late = { fromMinute: 1320, toMinute: 1380 };
    const short = { fromMinute: 480, toMinute: 1200 };
    expect(drawnHours(draw([dated(late)]), undefined, short).toMinute).toBe(1380);
  });
});

describe('what an exclusive booking displaces', () => {
  const fair = (fields: Partial<Booking>) =>
    dated({ id: 'fair', exclusive: true, ...fields }, ['2026-11-24']);

  it.each([
    { why: 'all of the window', at: noon, push: 'whole' },
    { why: 'a part of it', at: { fromMinute: 750, toMinute: 900 }, push: 'part' },
    { why: 'nothing that only touches', at: { fromMinute: 780, toMinute: 900 }, push: undefined },
  ])('[S3] is $why', ({ at, push }) => {
    const pushed = pushedDays([dated(noon), fair(at)]);
    expect(pushed.get('daily-bread')?.get('2026-11-24')).toBe(push);
    expect(pushed.get('daily-bread')?.get('2026-11-23')).toBeUndefined();
  });

  it('[S1] reaches over midnight', () => {
    const night = dated({ fromMinute: 0, toMinute: 60 }, ['2026-11-25']);
    const pushed = pushedDays([night, fair({ fromMinute: 1380, toMinute: 1500 })]);
    expect(pushed.get('daily-bread')?.get('2026-11-25')).toBe('whole');
  });

  it('leaves other boards alone, and shares the time with another exclusive one', () => {
    const elsewhere = fair({ ...noon, screens: ['a'] });
    expect(pushedDays([dated({ ...noon, screens: ['b'] }), elsewhere]).size).toBe(0);
    const other = dated({ ...noon, exclusive: true });
    expect([...pushedDays([other, fair(noon)]).values()].map((map) => [...map.values()])).toEqual([
      ['part'],
      ['part'],
    ]);
  });
});
