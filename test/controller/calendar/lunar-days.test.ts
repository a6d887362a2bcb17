import { describe, expect, it } from 'vitest';
import {
  FIRST_KNOWN_YEAR,
  LAST_KNOWN_YEAR,
  lunarDays,
} from '../../../controller/calendar/lunar-days.ts';
import { dateOfDay, DAY_MS, dayNumber } from '../../../shared/time.ts';

const YEARS = Array.from(
  { length: LAST_KNOWN_YEAR - FIRST_KNOWN_YEAR + 1 },
  (_, index) => FIRST_KNOWN_YEAR + index,
);
const dangi = new Intl.DateTimeFormat('en-u-ca-dangi', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/** The independent check: the civil date of a day of the Korean lunisolar calendar, by the runtime's own tables. */
function byRuntime(year: number, month: number, day: number): string {
  const first = dayNumber(`${year}-01-01`);
  for (let index = 0; index < 366; index += 1)
    if (dangi.format((first + index) * DAY_MS) === `${month}/${day}`)
      return dateOfDay(first + index);
  throw new Error(`${year} has no ${month}/${day}`);
}

describe('lunarDays', () => {
  it('[C2] holds at least the ten years from 2026 on', () => {
    expect(FIRST_KNOWN_YEAR).toBeLessThanOrEqual(2026);
    expect(LAST_KNOWN_YEAR).toBeGreaterThanOrEqual(2035);
    expect(dangi.resolvedOptions().calendar).toBe('dangi');
  });

  it.each(YEARS)('[C2] agrees with an independent lunisolar calendar: %i', (year) => {
    expect(lunarDays(year)).toEqual({
      newYear: byRuntime(year, 1, 1),
      buddha: byRuntime(year, 4, 8),
      chuseok: byRuntime(year, 8, 15),
    });
  });

  it('[C13] knows nothing before and after its table', () => {
    expect(lunarDays(FIRST_KNOWN_YEAR - 1)).toBeUndefined();
    expect(lunarDays(LAST_KNOWN_YEAR + 1)).toBeUndefined();
  });
});
