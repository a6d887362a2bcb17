import type { EpochMs } from '../../shared/time.ts';

/** How many events a socket may still send: a bucket that refills with time. */
export interface Budget {
  left: number;
  refilledAt: EpochMs;
}

const PER_SECOND = 20;
const BURST = 60;
/** A client that goes on this far beyond its budget is cut. */
const CUT_AT = -600;

export function newBudget(now: EpochMs): Budget {
  return { left: BURST, refilledAt: now };
}

/** Takes one event from the budget: within it, over it (refuse), or hopelessly over (cut the socket). */
export function spend(budget: Budget, now: EpochMs): 'fine' | 'over' | 'cut' {
  const seconds = Math.max(0, now - budget.refilledAt) / 1000;
  budget.left = Math.min(BURST, budget.left + seconds * PER_SECOND) - 1;
  budget.refilledAt = now;
  if (budget.left >= 0) return 'fine';
  return budget.left > CUT_AT ? 'over' : 'cut';
}
