import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { stitch } from '../../shared/schedule/stitch.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { addDays, type CivilDate, type EpochMs } from '../../shared/time.ts';

/** Days of history that are kept after the plan of a later day was made. */
const KEPT_DAYS = 2;

/** What a plan goes on from: the plan before it, up to an instant of the screen day `date`. */
interface Before {
  readonly plan: PlanOfRecord;
  readonly date: CivilDate;
  readonly fromMs: EpochMs;
}

/**
 * The run sheets of one group as they really came about: each revision's part of the day, stitched (S9).
 * Made when asked for, and remembered.
 */
export class PlanOfRecord {
  readonly #manifest: Manifest;
  readonly #slotsByDate = new Map<CivilDate, readonly Slot[]>();
  #before: Before | null;

  constructor(manifest: Manifest, before: Before | null) {
    this.#manifest = manifest;
    this.#before = before;
  }

  /** Sorted; empty when the board is dark all day or the manifest does not reach that far. */
  slots(date: CivilDate): readonly Slot[] {
    const known = this.#slotsByDate.get(date);
    if (known) return known;
    const slots = this.#made(date);
    this.#slotsByDate.set(date, slots);
    const before = this.#before;
    if (before?.date === date) {
      // From here on the plan before is history, and history would grow with every change.
      for (const [past, of] of before.plan.#slotsByDate)
        if (past < date && past >= addDays(date, -KEPT_DAYS)) this.#slotsByDate.set(past, of);
      this.#before = null;
    }
    return slots;
  }

  #made(date: CivilDate): readonly Slot[] {
    const before = this.#before;
    if (before && date < before.date) return before.plan.slots(date);
    const own = dayPlan(this.#manifest, date);
    return before?.date === date ? stitch(before.plan.slots(date), own, before.fromMs) : own;
  }
}
