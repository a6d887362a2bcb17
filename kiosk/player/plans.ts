/** The day plans that a board has at hand: the plan of record, which a change in mid-day only continues. */

import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { stitch } from '../../shared/schedule/stitch.ts';
import { planDateAt } from '../../shared/schedule/window.ts';
import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { addDays, type CivilDate, type EpochMs } from '../../shared/time.ts';

/** Tomorrow's plan is made this long before today's ends. */
const AHEAD_MS = 300_000;

/** Plans by their date; pure but for their memory, since a plan of thousands of slots is costly. */
export class Plans {
  readonly #byDate: Map<CivilDate, readonly Slot[]>;
  readonly #manifest: Manifest;
  #joined: { readonly today: CivilDate; readonly slots: readonly Slot[] } | null = null;

  constructor(manifest: Manifest, known: ReadonlyMap<CivilDate, readonly Slot[]> = new Map()) {
    this.#manifest = manifest;
    this.#byDate = new Map(known);
  }

  /** How many days are at hand. */
  get size(): number {
    return this.#byDate.size;
  }

  /** The plan of record of `date`, if it is at hand. */
  known(date: CivilDate): readonly Slot[] | undefined {
    return this.#byDate.get(date);
  }

  /** The plan of record of `date`. */
  of(date: CivilDate): readonly Slot[] {
    const known = this.#byDate.get(date);
    if (known) return known;
    const slots = dayPlan(this.#manifest, date);
    this.#byDate.set(date, slots);
    return slots;
  }

  /**
   * What may be on air at `at`: the plan of its screen day (a day over midnight belongs to its start),
   * and near that day's end tomorrow's too, so that its first slide can be prepared. Sorted.
   */
  around(at: EpochMs): readonly Slot[] {
    const today = planDateAt(this.#manifest.calendar, at);
    const slots = this.of(today);
    const endMs = slots.at(-1)?.endMs ?? Infinity;
    if (at < endMs - AHEAD_MS) return slots;
    return this.#withTomorrow(today, slots);
  }

  /** The plans after a change that leaves the slots as they are (a corrected text). */
  withTexts(manifest: Manifest): Plans {
    return new Plans(manifest, this.#byDate);
  }

  /** The plans after a change of the plan itself: what was planned before it stays on record (S9). */
  replanned(manifest: Manifest): Plans {
    const { carry } = manifest;
    if (!carry) return new Plans(manifest);
    const fromMs = carry.finishing?.startMs ?? carry.fromMs;
    const slots = stitch(this.of(carry.date), dayPlan(manifest, carry.date), fromMs);
    return new Plans(manifest, new Map([[carry.date, slots]]));
  }

  #withTomorrow(today: CivilDate, slots: readonly Slot[]): readonly Slot[] {
    if (this.#joined?.today === today) return this.#joined.slots;
    for (const date of this.#byDate.keys()) if (date < today) this.#byDate.delete(date);
    this.#joined = { today, slots: [...slots, ...this.of(addDays(today, 1))] };
    return this.#joined.slots;
  }
}
