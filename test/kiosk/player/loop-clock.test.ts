/** What the loop does when its clock is corrected. */
import { describe, expect, it } from 'vitest';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { loopOf, seoul, TEST_DATE } from '../../support/manifest-builder.ts';
import { LoopRig } from './loop-rig.ts';

const OPEN = seoul('10:00');
const manifest = loopOf(['a', 'b', 'c']);
const slots = dayPlan(manifest, TEST_DATE);

async function playing(): Promise<LoopRig> {
  const rig = new LoopRig(OPEN);
  rig.hold(manifest);
  await rig.start();
  return rig;
}

describe('loop and a clock that is corrected', () => {
  it.each([3_000, 20_000, 200_000])(
    '[B11] set back by %i ms shows what is due, and records no turn that is on record',
    async (backMs) => {
      const rig = await playing();
      await rig.until(OPEN + 241_000);
      rig.setClockOn(-backMs);
      rig.loop.wake();
      await rig.settle();
      const due = slots.find(({ startMs, endMs }) => startMs <= rig.at && rig.at < endMs);
      expect(rig.stage.onGlass).toBe(due?.slideId);
      await rig.until(OPEN + 301_000);
      const played = rig.plays.filter(({ outcome }) => outcome === 'played');
      const starts = played.map(({ slotStartMs }) => slotStartMs);
      expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
      expect(starts).toHaveLength(20);
    },
  );

  it('[B11] set on by an hour goes on with what is due then', async () => {
    const rig = await playing();
    await rig.until(OPEN + 5_000);
    rig.setClockOn(3_600_000);
    rig.loop.wake();
    await rig.settle();
    const due = slots.find(({ startMs, endMs }) => startMs <= rig.at && rig.at < endMs);
    expect(rig.stage.onGlass).toBe(due?.slideId);
    expect(rig.plays.map(({ outcome }) => outcome)).toEqual(['cut']);
  });

  it.each([3_600_000, -3_600_000])(
    '[B11] set on by %i ms in mid-turn records the turn for as long as it was shown',
    async (onMs) => {
      const rig = await playing();
      const startedAt = rig.plays.at(-1)?.endedAt ?? OPEN;
      await rig.until(OPEN + 5_000);
      rig.setClockOn(onMs);
      rig.loop.wake();
      await rig.settle();
      const [cut] = rig.plays;
      expect(cut).toMatchObject({ startedAt, endedAt: OPEN + 5_000, outcome: 'cut' });
    },
  );

  it('[B11] set back by a day records the turns of the right day', async () => {
    const rig = await playing();
    await rig.until(OPEN + 31_000);
    rig.setClockOn(-DAY_MS);
    rig.loop.wake();
    await rig.settle();
    await rig.until(rig.at + 30_000);
    const starts = rig.plays.map(({ slotStartMs }) => slotStartMs);
    expect(starts.filter((startMs) => startMs < OPEN).length).toBeGreaterThan(1);
  });
});
