/** A day's plan as it is kept: thousands of slots of few slides, packed so that they are read in no time. */
import * as z from 'zod/mini';
import { epochMsSchema } from '../../shared/content/fields.ts';
import { slotSchema, type Slot } from '../../shared/protocol/manifest.ts';

export const packedPlanSchema = z.strictObject({
  /** Start of the first slot. */
  fromMs: epochMsSchema,
  /** What slots have in common. */
  turns: z.array(z.omit(slotSchema, { startMs: true, endMs: true })),
  /** Three numbers a slot: its turn's place in `turns`, its start after `fromMs`, and its length. */
  slots: z.array(z.int()),
});
export type PackedPlan = z.infer<typeof packedPlanSchema>;

/** Slots keep their order. */
export function packPlan(plan: readonly Slot[]): PackedPlan {
  const fromMs = plan[0]?.startMs ?? 0;
  const placeByTurn = new Map<string, number>();
  const turns: PackedPlan['turns'] = [];
  const slots: number[] = [];
  for (const { startMs, endMs, ...turn } of plan) {
    const key = JSON.stringify(turn);
    const place = placeByTurn.get(key) ?? turns.push(turn) - 1;
    placeByTurn.set(key, place);
    slots.push(place, startMs - fromMs, endMs - startMs);
  }
  return { fromMs, turns, slots };
}

/** What was packed; numbers that name no turn are no slots. */
export function unpackPlan({ fromMs, turns, slots }: PackedPlan): readonly Slot[] {
  const plan: Slot[] = [];
  for (let at = 0; at + 2 < slots.length; at += 3) {
    const turn = turns[slots[at] ?? -1];
    const startMs = fromMs + (slots[at + 1] ?? 0);
    if (turn) plan.push({ startMs, endMs: startMs + (slots[at + 2] ?? 0), ...turn });
  }
  return plan;
}
