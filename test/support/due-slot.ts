import type { Slot } from '../../shared/protocol/manifest.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { TestController } from './test-controller.ts';

const SEOUL_MS = 9 * 3_600_000;

/** The slot of the screen `board` that is due at `at`, by the plan of record. */
export function dueSlot(controller: TestController, at: EpochMs): Slot | undefined {
  const date = new Date(at + SEOUL_MS).toISOString().slice(0, 10);
  const slots = controller.context.manifests.planOf('board', date) ?? [];
  return slots.find(({ startMs, endMs }) => startMs <= at && at < endMs);
}
