import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetWatch } from '../../../controller/usecases/forget-watch.ts';
import type { KioskProblem } from '../../../kiosk/link/socket-link.ts';
import { ask, openKiosk, value, type KioskClient } from '../../support/kiosk-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

const NOON = Date.parse('2026-11-23T12:00:00+09:00');

let controller: TestController;
let board: KioskClient;
let clock: number;

beforeEach(async () => {
  clock = NOON;
  controller = await startTestController({ now: () => clock });
  board = await openKiosk(controller, await controller.deviceToken('board'));
});
afterEach(async () => {
  board.disconnect();
  await controller.stop();
});

async function tell(kind: KioskProblem['kind'], slideId: string | null, message: string) {
  await value(ask(board, 'kiosk:problem', { kind, slideId, message }));
}

async function problems(screenId = 'board') {
  return (await controller.as('viewer')).get('listBoardProblems', { params: { screenId } });
}

describe('what a board notices of itself', () => {
  it('[W43] is counted by kind and slide, with its first and last time', async () => {
    await tell('slide-failed', 'bread', 'EncodingError');
    clock += 60_000;
    await tell('clock-jumped', null, 'a day ahead');
    clock += 60_000;
    await tell('slide-failed', 'bread', 'stalled');
    await tell('slide-failed', 'shoes', 'EncodingError');
    const on = { screenId: 'board' };
    expect(await problems()).toEqual([
      {
        ...{ ...on, kind: 'slide-failed', slideId: 'bread', message: 'stalled' },
        ...{ firstAt: NOON, lastAt: NOON + 120_000, times: 2 },
      },
      {
        ...{ ...on, kind: 'slide-failed', slideId: 'shoes', message: 'EncodingError' },
        ...{ firstAt: NOON + 120_000, lastAt: NOON + 120_000, times: 1 },
      },
      {
        ...{ ...on, kind: 'clock-jumped', slideId: null, message: 'a day ahead' },
        ...{ firstAt: NOON + 60_000, lastAt: NOON + 60_000, times: 1 },
      },
    ]);
  });

  it('[W43] belongs to the board that told it, of a screen that there is', async () => {
    await tell('page-failed', null, 'TypeError');
    const viewer = await controller.as('viewer');
    const unknown = await viewer.send('listBoardProblems', { params: { screenId: 'nowhere' } });
    expect(unknown.problem?.code).toBe('not-found');
  });

  it('[W43] is kept for a hundred slides at most, and for sixty days', async () => {
    for (let i = 0; i < 110; i += 1) {
      clock += 1_000;
      await tell('slide-failed', `slide-${i}`, 'EncodingError');
    }
    const kept = await problems();
    expect(kept).toHaveLength(100);
    expect(kept.at(-1)?.slideId).toBe('slide-10');
    clock += 59 * 86_400_000;
    expect(await forgetWatch(controller.context)).toBeNull();
    clock += 2 * 86_400_000;
    expect(await forgetWatch(controller.context)).toMatchObject({ problems: 100 });
    expect(await problems()).toEqual([]);
  });
});
