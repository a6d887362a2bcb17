/** When the page may start anew, for a newer build. */
import { describe, expect, it } from 'vitest';
import { QuietMoment } from '../../../kiosk/player/quiet-moment.ts';
import type { Glass } from '../../../shared/protocol/events.ts';
import { loopOf, seoul } from '../../support/manifest-builder.ts';
import { anAnnouncement } from '../announcement.ts';
import { LoopRig } from './loop-rig.ts';

const OPEN = seoul('10:00');

async function playing(): Promise<LoopRig> {
  const rig = new LoopRig(OPEN);
  rig.hold(loopOf(['a', 'b', 'c']));
  await rig.start();
  return rig;
}

const glass: Glass = {
  layer: 'slot',
  slideId: 'a',
  revisionId: 'a-1',
  bookingId: 'a',
  slotStartMs: OPEN,
  slotEndMs: OPEN + 15_000,
  announcementId: null,
  paintedAt: OPEN,
};

describe('loop of a page that is to start anew', () => {
  it('[B8] plays the turn to its end, and leaves the next one to the page that comes', async () => {
    const rig = await playing();
    rig.isLeaving = true;
    await rig.until(OPEN + 14_999);
    expect(rig.plays).toEqual([]);
    await rig.until(OPEN + 16_500);
    expect(rig.stage.shown).toHaveLength(1);
    expect(rig.plays.map(({ outcome }) => outcome)).toEqual(['played']);
  });

  it('[B8] goes on by itself where that page does not come', async () => {
    const rig = await playing();
    rig.isLeaving = true;
    await rig.until(OPEN + 15_000);
    rig.isLeaving = false;
    await rig.until(OPEN + 17_100);
    expect(rig.stage.shown).toHaveLength(2);
  });

  it('[B8] does not leave beneath an announcement', async () => {
    const rig = await playing();
    rig.announce([anAnnouncement({ level: 'emergency', expiresAt: OPEN + 60_000 })]);
    rig.isLeaving = true;
    await rig.until(OPEN + 59_000);
    expect(rig.stage.shown.length).toBeGreaterThan(3);
  });
});

describe('quiet moment', () => {
  it('[B8] comes with the end of a turn, once', () => {
    const quiet = new QuietMoment();
    let calls = 0;
    quiet.painted(glass);
    quiet.wait(() => (calls += 1));
    expect(calls).toBe(0);
    expect([quiet.come(), quiet.come()]).toEqual([true, false]);
    expect(calls).toBe(1);
  });

  it.each([
    { why: 'closed', now: { ...glass, layer: 'off', slideId: null } },
    { why: 'on the slide of the build', now: { ...glass, layer: 'house', slideId: null } },
  ] as const)('[B8] is there at once on a board that is $why', ({ now }) => {
    const quiet = new QuietMoment();
    let calls = 0;
    quiet.wait(() => (calls += 1));
    quiet.painted(now);
    quiet.wait(() => (calls += 1));
    expect(calls).toBe(2);
  });
});
