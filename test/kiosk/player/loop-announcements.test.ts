import { describe, expect, it } from 'vitest';
import type { Screen } from '../../../shared/content/screen.ts';
import { receiveAnnouncement } from '../../../kiosk/player/held.ts';
import { loopOf, seoul } from '../../support/manifest-builder.ts';
import { anAnnouncement } from '../announcement.ts';
import { LoopRig } from './loop-rig.ts';

const OPEN = seoul('10:00');
const manifest = loopOf(['a', 'b', 'c']);

async function playing(at = OPEN, of = manifest): Promise<LoopRig> {
  const rig = new LoopRig(at);
  rig.hold(of);
  await rig.start();
  return rig;
}

describe('loop and announcements', () => {
  it('[S3] cuts an emergency in within the same call, and records no play beneath it', async () => {
    const rig = await playing();
    await rig.until(OPEN + 5_000);
    rig.announce([anAnnouncement({ sentAt: rig.at })]);
    expect(rig.stage.covers.at(-1)).toBe('emergency/alert');
    await rig.settle();
    expect(rig.frames.at(-1)?.glass).toMatchObject({ layer: 'emergency', slideId: null });
    await rig.until(OPEN + 40_000);
    expect(rig.plays.map(({ outcome }) => outcome)).toEqual(['cut']);
    rig.announce([]);
    await rig.until(OPEN + 100_000);
    expect(rig.plays.map(({ outcome }) => outcome)).toContain('played');
  });

  it('[S3] records both parts of a turn in whose middle an emergency was on', async () => {
    const rig = await playing();
    await rig.until(OPEN + 5_000);
    rig.announce([anAnnouncement({ sentAt: OPEN + 5_000, expiresAt: OPEN + 9_000 })]);
    await rig.until(OPEN + 20_000);
    expect(
      rig.plays.map(({ startedAt, endedAt, outcome }) => [
        startedAt - OPEN,
        endedAt - OPEN,
        outcome,
      ]),
    ).toEqual([
      [0, 5_000, 'cut'],
      [9_000, 15_000, 'cut'],
    ]);
  });

  it('[A22] ends an emergency at its expiry, to the millisecond, without a word from anybody', async () => {
    const rig = await playing();
    rig.announce([anAnnouncement({ expiresAt: OPEN + 33_000 })]);
    await rig.until(OPEN + 32_900);
    expect(rig.stage.covers.at(-1)).toBe('emergency/alert');
    await rig.until(OPEN + 33_000);
    expect(rig.stage.covers.at(-1)).toBeNull();
  });

  it('[A22] never shows an emergency whose end came first', async () => {
    const rig = await playing();
    const alert = anAnnouncement({ seq: 1, sentAt: OPEN, expiresAt: OPEN + 60_000 });
    const lifted = { ...alert, seq: 2, clearedAt: OPEN - 2 * 60_000 };
    for (const word of [lifted, alert]) {
      rig.held = receiveAnnouncement(rig.held, word).held;
      rig.loop.wake();
    }
    await rig.until(OPEN + 30_000);
    expect(rig.stage.covers.filter((cover) => cover !== null)).toEqual([]);
  });

  it('[S3] lights a closed board for an emergency, and only for that', async () => {
    const rig = await playing(seoul('03:00'));
    rig.announce([anAnnouncement({ level: 'important' })]);
    expect(rig.stage.darks.at(-1)).toBe('off');
    rig.announce([anAnnouncement({})]);
    expect(rig.stage.darks.at(-1)).toBeNull();
    expect(rig.stage.covers.at(-1)).toBe('emergency/alert');
  });

  it('[S3] blanks above everything and comes back by itself', async () => {
    const rig = await playing();
    rig.announce([anAnnouncement({})]);
    rig.held = { ...rig.held, blankUntil: OPEN + 60_000 };
    rig.loop.wake();
    expect(rig.stage.covers.at(-1)).toBeNull();
    expect(rig.stage.darks.at(-1)).toBe('blank');
    await rig.until(OPEN + 60_001);
    expect(rig.stage.darks.at(-1)).toBeNull();
    expect(rig.stage.covers.at(-1)).toBe('emergency/alert');
  });

  it('recalls an important announcement in a strip, above which slides are built anew', async () => {
    const rig = await playing();
    const screen = { ...aBoard, facesRoad: false };
    rig.held = { ...rig.held, screen };
    rig.loop.wake();
    await rig.settle();
    const built = rig.stage.prepared.length;
    rig.announce([anAnnouncement({ level: 'important', sentAt: OPEN })]);
    expect(rig.stage.covers.at(-1)).toBe('important/alert');
    expect(rig.stage.tickers).not.toContain('alert');
    expect(rig.stage.prepared).toHaveLength(built);
    await rig.until(OPEN + 1_000);
    expect(rig.stage.tickers.at(-1)).toBe('alert');
    expect(rig.stage.prepared.length).toBeGreaterThan(built);
    rig.held = { ...rig.held, screen: { ...screen, facesRoad: true } };
    rig.loop.wake();
    expect(rig.stage.tickers.at(-1)).toBeNull();
  });

  const aBoard = {
    widthPx: 600,
    heightPx: 300,
    pitchMm: 8,
    viewingDistanceM: 20,
    trafficSignalWithin30m: false,
    place: { ko: '광장' },
  } as Screen;
});
