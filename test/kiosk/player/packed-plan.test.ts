import { describe, expect, it } from 'vitest';
import { packPlan, unpackPlan } from '../../../kiosk/player/packed-plan.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { loopOf } from '../../support/manifest-builder.ts';

const plan = dayPlan(loopOf(['a', 'b', 'c']), '2026-11-23');

describe('a packed plan', () => {
  it('is the same plan when it is unpacked', () => {
    expect(plan.length).toBeGreaterThan(1000);
    expect(unpackPlan(packPlan(plan))).toEqual(plan);
  });

  it('of a dark day is one', () => {
    expect(unpackPlan(packPlan([]))).toEqual([]);
  });

  it('has each turn once', () => {
    expect(packPlan(plan).turns.length).toBeLessThan(10);
  });
});
