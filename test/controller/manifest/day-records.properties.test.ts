import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slot } from '../../../shared/protocol/manifest.ts';
import type { DayRecord } from '../../../controller/usecases/context.ts';
import { slotOnAir } from '../../../shared/schedule/on-air.ts';
import { openingOf } from '../../../shared/schedule/window.ts';
import { RUNS } from '../../support/runs.ts';
import { held, type TestDesk } from '../../support/test-desk.ts';
import { Witness } from '../../support/witness.ts';
import { anyAct, perform, SCREENS, startStation, today, type Act } from './any-day.ts';

const anyDay = fc.array(anyAct, { minLength: 1, maxLength: 12 });
const anyHours = fc.constantFrom('noon' as const, 'night' as const);
/** How far apart the glass is looked at. */
const LOOK_MS = 11_000;
const DARK_MS = 60_000;
const LATER_MS = 60_000;
const PATIENCE = { timeout: 600_000 };
/** Each run is a controller with a day of its own. */
const FEW = { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 4) };
/** Short enough for what fails to be made small within that time. */
const SOON = { interval: 2, timeout: 2000 };

const seen = (slot: Slot | undefined) => slot && `${slot.kind} ${slot.slideId} ${slot.bookingId}`;

async function live(
  hours: 'noon' | 'night',
  acts: readonly Act[],
  look: (desk: TestDesk, witnesses: ReadonlyMap<string, Witness>) => Promise<void>,
): Promise<void> {
  const desk = await startStation(hours);
  try {
    const witnesses = new Map(SCREENS.map((id) => [id as string, new Witness(desk, id)]));
    for (const act of acts) {
      desk.clock += act.afterMs;
      await perform(desk, act);
      const isPulling = act.act === 'restart' || act.act === 'upgrade';
      for (const witness of witnesses.values()) witness.hear(isPulling);
    }
    desk.clock += LATER_MS;
    await look(desk, witnesses);
  } finally {
    await desk.stop();
  }
}

/** Instants of lit glass at which the record says something else than the board showed. */
async function differences(desk: TestDesk, screenId: string, witness: Witness) {
  const records = new Map<string, DayRecord | undefined>();
  const found: unknown[] = [];
  for (let at = witness.since; at < desk.clock; at += LOOK_MS) {
    const { date, slot } = witness.shown(at);
    if (!slot) at += DARK_MS;
    if (!slot) continue;
    if (!records.has(date))
      records.set(date, await desk.context.manifests.recordOf(screenId, date));
    const record = records.get(date);
    const inRecord = [
      seen(slotOnAir(record?.slots ?? [], at)),
      record?.manifestAt(at).revision,
    ].join();
    const onGlass = [seen(slot), witness.manifestAt(at).revision].join();
    if (inRecord !== onGlass) found.push({ at, date, inRecord, onGlass });
  }
  return found;
}

function expectNoGaps(desk: TestDesk, date: string, slots: readonly Slot[]): void {
  const opening = openingOf(held(desk, 'board').manifest.calendar, date)!;
  expect([slots[0]?.startMs, slots.at(-1)?.endMs]).toEqual([opening.fromMs, opening.toMs]);
  for (const [index, slot] of slots.entries())
    if (index > 0) expect(slot.startMs).toBe(slots[index - 1]?.endMs);
}

describe('a day made again from the history', () => {
  it(
    '[S9] is what a board that heard every patch has shown, whatever was done and whoever restarted',
    PATIENCE,
    () =>
      fc.assert(
        fc.asyncProperty(anyHours, anyDay, (hours, acts) =>
          live(hours, acts, async (desk, witnesses) => {
            for (const [screenId, witness] of witnesses) {
              expect(witness.misfits).toBe(0);
              expect(await differences(desk, screenId, witness)).toEqual([]);
            }
          }),
        ),
        FEW,
      ),
  );

  it(
    '[S2, S9] is the plan that the desk held, before a restart and after it, without gaps',
    PATIENCE,
    () =>
      fc.assert(
        fc.asyncProperty(anyHours, anyDay, (hours, acts) =>
          live(hours, acts, async (desk) => {
            const date = today(desk, 'board');
            const planned = () => desk.context.manifests.planOf('board', date);
            const recorded = async () =>
              (await desk.context.manifests.recordOf('board', date))?.slots;
            const before = await recorded();
            const hasKeptHours = acts.every(({ act }) => act !== 'hours');
            if (hasKeptHours) expectNoGaps(desk, date, before ?? []);
            // A desk that restarted reads what was before beside everything else.
            await expect.poll(planned, SOON).toEqual(before);
            const { revision } = held(desk, 'board').manifest;
            await desk.restart();
            const after = await recorded();
            if (held(desk, 'board').manifest.revision === revision) expect(after).toEqual(before);
            await expect.poll(planned, SOON).toEqual(after);
          }),
        ),
        FEW,
      ),
  );
});
