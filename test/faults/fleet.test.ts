/** Many boards on one controller, over lines that break while everything changes. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PINGS } from '../../controller/socket/sockets.ts';
import type { Screen } from '../../shared/content/screen.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import { HeadlessBoard } from '../support/headless-board.ts';
import { seedHouse } from '../support/house-fixture.ts';
import { startTestController, type TestController } from '../support/test-controller.ts';
import { aScreen } from '../support/values.ts';
import { FaultProxy } from './proxy.ts';

const BOARDS = ALL_FAULTS ? 200 : 60;
const STORM_MS = ALL_FAULTS ? 300_000 : 6_000;
const BACK_MS = 15_000;
const STEP_MS = 200;

let controller: TestController;
let proxy: FaultProxy;
const boards: HeadlessBoard[] = [];

afterEach(async () => {
  for (const board of boards.splice(0)) board.stop();
  await proxy.close();
  await controller.stop();
});

/** Boards that hold what is newest, over the proxy. */
async function open(
  count: number,
  pings: { readonly everyMs: number; readonly timeoutMs: number } = PINGS,
): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => `board-${String(index)}`);
  controller = await startTestController({
    pings,
    seed: async (records) => {
      await seedHouse(records);
      for (const id of ids) await records.screens.put(aScreen({ id, week: openNow() }));
    },
  });
  proxy = await FaultProxy.open(controller.origin);
  for (const id of ids) {
    const token = await controller.deviceToken(id);
    boards.push(new HeadlessBoard({ origin: proxy.origin, token }));
  }
  for (const board of boards) board.start();
  await untilLevel(60_000);
}

/** Waits until every board holds what is newest. */
async function untilLevel(timeout: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const seq = await controller.store.records.announcements.newestSeq();
      const hash = controller.context.manifests.ofScreen('board-0')?.hash;
      const behind = boards.filter(
        ({ keeper: { held } }) => held.plan?.hash !== hash || held.announcementSeq !== seq,
      );
      expect(behind.length).toBe(0);
    },
    { timeout },
  );
}

/** One hour around now on every day: two hundred longer plans at once would cost what two hundred PCs have. */
function openNow(): Screen['week'] {
  const minute = Math.floor(Date.now() / 60_000 + 9 * 60) % 1440;
  const fromMinute = Math.max(0, minute - 20);
  return Array.from({ length: 7 }, () => ({ fromMinute, toMinute: fromMinute + 60 }));
}

describe(`${String(BOARDS)} boards`, () => {
  it('[B27] are level within 15 s of their lines’ return, with every receipt, after a tenth was cut again and again', async () => {
    await open(BOARDS);
    const sent: string[] = [];
    const endMs = performance.now() + STORM_MS;
    for (let step = 0; performance.now() < endMs; step += 1) {
      proxy.reset((connection) => (connection * 7 + step) % 10 === 0);
      if (step % 10 === 5) await showNow();
      if (step % 5 === 0) sent.push(await change(step, sent.at(-1)));
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
    await untilLevel(BACK_MS);
    const connections = boards.reduce((sum, board) => sum + board.connections, 0);
    expect(connections).toBeGreaterThan(BOARDS * 1.5);
    for (const { revisions } of boards)
      expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
    await vi.waitFor(async () => expect(await missingReceipts(sent)).toEqual([]), {
      timeout: BACK_MS,
    });
    expect(boards.some(({ serverErrors }) => serverErrors > 0)).toBe(false);
  });
});

describe('a line that went dead without a word', () => {
  it('[B27] is given up by the board within a minute, and by the controller', async () => {
    expect(PINGS.everyMs + PINGS.timeoutMs).toBeLessThanOrEqual(60_000);
    await open(1, { everyMs: 300, timeoutMs: 500 });
    const [board] = boards;
    const isOpen = () => controller.context.boards.states().some(({ connected }) => connected);
    proxy.fault = () => ({ resetAfter: 0 });
    proxy.hold();
    await vi.waitFor(() => expect(board?.isConnected).toBe(false), { timeout: 10_000 });
    await vi.waitFor(() => expect(isOpen()).toBe(false), { timeout: 10_000 });
    proxy.fault = () => ({});
    await vi.waitFor(() => expect(isOpen()).toBe(true), { timeout: BACK_MS });
    await vi.waitFor(() => expect(board?.connections).toBe(2), { timeout: BACK_MS });
  });
});

/** The announcement before is cleared, and another is sent; answers its id. */
async function change(step: number, before: string | undefined): Promise<string> {
  const officer = await controller.as('officer');
  if (before !== undefined)
    await officer.get('clearAnnouncement', { params: { announcementId: before } });
  const { announcement } = await officer.get('sendAnnouncement', {
    body: {
      ...{ level: 'important', title: `안내 ${String(step)}`, body: null, source: '도봉구청' },
      ...{ screens: 'all', expiresAt: Date.now() + 3_600_000, drill: false },
      ...{ corrects: null, unblank: false },
    },
  });
  return announcement.id;
}

/** The plan of every board changes. */
async function showNow(): Promise<void> {
  const manager = await controller.as('manager');
  await manager.get('showSlideNow', {
    params: { slideId: 'festival' },
    body: { screens: 'all' },
  });
}

/** Boards that have not said of an announcement that it, or its end, is on the glass. */
async function missingReceipts(sent: readonly string[]): Promise<readonly string[]> {
  const receipts = await controller.store.records.receipts.ofSubjects(sent);
  const told = new Set(receipts.map(({ screenId, subjectId }) => `${subjectId} ${screenId}`));
  return sent.flatMap((id) =>
    boards.map((_, index) => `${id} board-${String(index)}`).filter((key) => !told.has(key)),
  );
}
