/** A board's pictures and faults, sent to a real controller. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GlassReports } from '../../../kiosk/link/glass-reports.ts';
import type { LauncherFault } from '../../../shared/protocol/launcher.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

const NOON = Date.parse('2026-11-23T12:00:00+09:00');
/** The PC is an hour late. */
const LATE_MS = 3_600_000;

let controller: TestController;
let token: string | null;
let jpegBase64: string;
let nextId = 0;
beforeAll(async () => {
  controller = await startTestController({ now: () => NOON });
  token = await controller.deviceToken('board');
  const create = { width: 640, height: 360, channels: 3, background: '#123' } as const;
  jpegBase64 = (await sharp({ create }).jpeg().toBuffer()).toString('base64');
});
afterAll(() => controller.stop());

function reports(isThere = true): GlassReports {
  return new GlassReports({
    launcher: {
      isThere,
      screenshot: () => Promise.resolve({ jpegBase64, takenAt: NOON - LATE_MS - 500 }),
    },
    context: () => ({ fetch, origin: controller.origin, token }),
    newId: () => `r${String((nextId += 1))}`,
    offsetMs: () => LATE_MS,
  });
}

const stored = () => controller.store.records.boardReports.ofScreen('board');
const fault: LauncherFault = {
  ...{ id: 'Fault_1', kind: 'frozen', at: NOON - LATE_MS - 9000, message: 'stood still' },
  jpegBase64: null,
};

describe('GlassReports', () => {
  it('[W40] sends a picture with the server’s instant', async () => {
    await reports().screenshot();
    expect(await stored()).toMatchObject([
      { kind: 'screenshot', at: NOON - 500, picture: { widthPx: 640, heightPx: 360 } },
    ]);
  });

  it('[W22] says in words that there is no launcher', async () => {
    await expect(reports(false).screenshot()).rejects.toThrow('launcher');
  });

  it('[W40] hands a fault on, once, and without a picture that cannot be taken', async () => {
    await reports().fault({ ...fault, jpegBase64 });
    await reports().fault({ ...fault, jpegBase64 });
    await reports().fault({ ...fault, id: 'f2', jpegBase64: btoa('no picture') });
    const faults = (await stored()).filter(({ kind }) => kind === 'frozen');
    expect(faults.map(({ id, picture }) => [id, picture !== null])).toEqual([
      ['f2', false],
      ['fault-1', true],
    ]);
    expect(faults[0]).toMatchObject({ at: NOON - 9000, message: 'stood still' });
  });

  it('[W40] keeps a fault that nobody could take', async () => {
    const known = token;
    token = null;
    await expect(reports().fault(fault)).rejects.toThrow();
    token = 'x'.repeat(43);
    await expect(reports().fault(fault)).rejects.toThrow('unauthenticated');
    token = known;
  });
});
