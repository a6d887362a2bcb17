import { describe, expect, it } from 'vitest';
import {
  editOf,
  movingWords,
  pressed,
  startMoving,
} from '../../../../controller/console/parts/move-window.ts';
import { aSavedBooking } from '../../../support/booking-samples.ts';

const booking = aSavedBooking({ fromMinute: 1380, toMinute: 1440, toDate: '2026-11-30' });
const press = (keys: readonly string[], isOverDays: boolean) =>
  keys.reduce(
    (moving, key) =>
      pressed(moving, { key: key.replace('Shift+', ''), shiftKey: key.startsWith('Shift+') }),
    startMoving(booking, '2026-11-24', isOverDays),
  );

describe('a booking moved by keys', () => {
  it.each([
    { keys: ['ArrowRight'], isOverDays: false, to: '2026-11-25 1380-1440' },
    { keys: ['ArrowDown', 'ArrowDown'], isOverDays: false, to: '2026-11-25 0-60' },
    { keys: ['ArrowUp'], isOverDays: false, to: '2026-11-24 1350-1410' },
    { keys: ['Shift+ArrowDown'], isOverDays: false, to: '2026-11-24 1380-1470' },
    { keys: ['Shift+ArrowUp', 'Shift+ArrowUp'], isOverDays: false, to: '2026-11-24 1380-1410' },
    { keys: ['Shift+ArrowLeft'], isOverDays: false, to: '2026-11-24 1350-1440' },
    { keys: ['ArrowDown'], isOverDays: true, to: '2026-12-01 1380-1440' },
    { keys: ['Tab'], isOverDays: true, to: '2026-11-24 1380-1440' },
  ])('goes by $keys to $to', ({ keys, isOverDays, to }) => {
    const { date, fromMinute, toMinute } = press(keys, isOverDays);
    expect(`${date} ${fromMinute}-${toMinute}`).toBe(to);
  });

  it('is stretched by its last day, and moved by no more than one of both', () => {
    const stretched = press(['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'], true);
    expect(editOf(stretched, 'all')).toEqual({
      ...{ kind: 'dates', fromDate: booking.fromDate, toDate: '2026-12-02' },
    });
    expect(movingWords(stretched)).toBe('마지막 날 12월 2일(수)');
    expect(editOf(pressed(stretched, { key: 'ArrowLeft', shiftKey: false }), 'all')?.kind).toBe(
      'move',
    );
  });

  it('asks nothing where it was put down where it stood', () => {
    expect(editOf(press(['ArrowLeft', 'ArrowRight'], false), 'day')).toBeUndefined();
  });
});
