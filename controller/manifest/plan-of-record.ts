import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { join, stitch } from '../../shared/schedule/stitch.ts';
import { addDays, type CivilDate, type EpochMs } from '../../shared/time.ts';

/** Days of history that are kept after the plan of a later day was made. */
const KEPT_DAYS = 2;

/** What a plan goes on from: the plan before it, up to an instant of the screen day `date`. */
interface Before {
  readonly plan: PlanOfRecord;
  readonly date: CivilDate;
  readonly fromMs: EpochMs;
}

/** The slots of one screen day up to `fromMs`. */
export interface Past {
  readonly date: CivilDate;
  readonly fromMs: EpochMs;
  readonly slots: readonly Slot[];
}

/**
 * The run sheets of one group as they really came about: each revision's part of the day, stitched (S9).
 * Made when asked for, and remembered.
 */
export class PlanOfRecord {
  readonly #manifest: Manifest;
  readonly #slotsByDate = new Map<CivilDate, readonly Slot[]>();
  #before: Before | null;
  /** Shared with every plan that goes on from this one: it may be learned after they were made. */
  readonly #learned: Map<CivilDate, Past>;

  constructor(
    manifest: Manifest,
    before: Before | null,
    learned = before ? before.plan.#learned : new Map<CivilDate, Past>(),
  ) {
    this.#manifest = manifest;
    this.#before = before;
    this.#learned = learned;
  }

  /** Sorted; empty when the board is dark all day or the manifest does not reach that far. */
  slots(date: CivilDate): readonly Slot[] {
    const own = this.#own(date);
    const past = this.#learned.get(date);
    return past ? join(past.slots, own, past.fromMs) : own;
  }

  /** After a change that moves no slot: what is known up to the screen day `date` stays, later days are by `manifest`. */
  renewed(manifest: Manifest, date: CivilDate): PlanOfRecord {
    const plan = new PlanOfRecord(manifest, this.#before, this.#learned);
    for (const [known, slots] of this.#slotsByDate)
      if (known <= date && known >= addDays(date, -KEPT_DAYS)) plan.#slotsByDate.set(known, slots);
    return plan;
  }

  /** What was played before this process began, so far as the manifest that it began with does not say. */
  learn(past: Past): void {
    this.#learned.set(past.date, past);
  }

  #own(date: CivilDate): readonly Slot[] {
    const known = this.#slotsByDate.get(date);
    if (known) return known;
    const slots = this.#made(date);
    this.#slotsByDate.set(date, slots);
    const before = this.#before;
    if (before?.date === date) {
      // From here on the plan before is history, and history would grow with every change. Last night is made
      // while it can be: a manifest of today no longer says how it came about.
      before.plan.#own(addDays(date, -1));
      for (const [past, of] of before.plan.#slotsByDate)
        if (past < date && past >= addDays(date, -KEPT_DAYS))
          this.#slotsByDate.set(past, stitch(of, [], before.fromMs));
      this.#before = null;
    }
    return slots;
  }

  #made(date: CivilDate): readonly Slot[] {
    const before = this.#before;
    if (before && date < before.date) return stitch(before.plan.#own(date), [], before.fromMs);
    const own = dayPlan(this.#manifest, date);
    return before?.date === date ? stitch(before.plan.#own(date), own, before.fromMs) : own;
  }
}
