import { describe, expect, it } from 'vitest';
import { newBudget, spend } from '../../../controller/socket/budget.ts';

function spendMany(count: number, now: number, budget = newBudget(0)): Record<string, number> {
  const outcomes: Record<string, number> = { fine: 0, over: 0, cut: 0 };
  for (let i = 0; i < count; i += 1) {
    const outcome = spend(budget, now);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return outcomes;
}

describe('spend', () => {
  it('allows a burst, refuses what goes beyond, and cuts who does not stop', () => {
    expect(spendMany(60, 0)).toEqual({ fine: 60, over: 0, cut: 0 });
    expect(spendMany(100, 0)).toEqual({ fine: 60, over: 40, cut: 0 });
    expect(spendMany(1000, 0).cut).toBeGreaterThan(0);
  });

  it('refills with time, and not when the clock goes back', () => {
    const budget = newBudget(10_000);
    spendMany(60, 10_000, budget);
    expect(spendMany(30, 11_000, budget)).toEqual({ fine: 20, over: 10, cut: 0 });
    expect(spend(budget, 5000)).toBe('over');
  });
});
