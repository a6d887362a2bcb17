import { describe, expect, it } from 'vitest';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { TEST_DATE } from '../../support/manifest-builder.ts';
import { boardDay, hourShares, shopDays } from '../../support/plan-day.ts';

const slots = dayPlan(boardDay(), TEST_DATE);

describe('a board day of 25 shops and the district', () => {
  it('[S4] gives the district a fifth of every hour, to within a slot', () => {
    for (const { districtMs, associationMs } of hourShares(slots)) {
      expect(districtMs + associationMs).toBe(HOUR_MS);
      expect(Math.abs(districtMs - HOUR_MS / 5)).toBeLessThanOrEqual(15_000);
    }
  });

  it('[S5] gives every shop as many plays as any other, to within one, and no long gap', () => {
    const days = shopDays(slots);
    const plays = days.map((day) => day.plays);
    expect(Math.max(...plays) - Math.min(...plays)).toBeLessThanOrEqual(1);
    // A round is 25 slots of the shops and 6 or 7 of the district; S6 may move a shop by a turn.
    const roundMs = 32 * 15_000;
    expect(Math.max(...days.map((day) => day.largestGapMs))).toBeLessThanOrEqual(2 * roundMs);
  });
});
