/** The controller starts anew, and all boards come back at once. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/controller-process.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import { HeadlessBoard } from '../support/headless-board.ts';
import { seedHouse } from '../support/house-fixture.ts';
import { startTestController, type TestController } from '../support/test-controller.ts';
import { aScreen } from '../support/values.ts';
import { FaultProxy } from './proxy.ts';

const BOARDS = ALL_FAULTS ? 2_000 : 150;
const BACK_MS = 30_000;
/** Each works out its day's plan, all in this process. */
const FIRST_MS = ALL_FAULTS ? 600_000 : 60_000;

const folder = temporaryFolder();
const boards: HeadlessBoard[] = [];
let controller: TestController;
let proxy: FaultProxy;

afterEach(async () => {
  for (const board of boards) board.stop();
  await proxy.close();
  await controller.stop();
  folder.remove();
});

it(`[B27] ${String(BOARDS)} boards are level within 30 s of the controller’s start, and none was refused`, async () => {
  await connectAll();
  const before = boards.map(({ heard }) => heard);
  await controller.stop();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  controller = await startTestController({ dataDir: folder.path });
  proxy.target = controller.origin;
  delay.enable();
  const from = performance.now();
  const isAway = (board: HeadlessBoard, index: number) => board.heard <= (before[index] ?? 0);
  await vi.waitFor(() => expect(boards.filter(isAway).length).toBe(0), { timeout: BACK_MS });
  const ms = Math.round(performance.now() - from);
  delay.disable();
  const p99 = Math.round(delay.percentile(99) / 1e6);
  // Boards and controller share this process: the controller alone is quicker.
  console.info(
    `${String(BOARDS)} boards back after ${String(ms)} ms, event loop p99 ${String(p99)} ms`,
  );
  const connected = controller.context.boards.states().filter((state) => state.connected);
  expect(connected).toHaveLength(BOARDS);
  expect(boards.filter(({ serverErrors }) => serverErrors > 0)).toEqual([]);
});

/** Seeds the folder, starts the controller over it, and connects every board through the proxy. */
async function connectAll(): Promise<void> {
  const ids = Array.from({ length: BOARDS }, (_, index) => `board-${String(index)}`);
  controller = await startTestController({ dataDir: folder.path });
  await controller.store.transact(async (records) => {
    await seedHouse(records);
    for (const id of ids) await records.screens.put(aScreen({ id }));
  });
  const tokens: string[] = [];
  for (const id of ids) tokens.push(await controller.deviceToken(id));
  await controller.stop();
  controller = await startTestController({ dataDir: folder.path });
  proxy = await FaultProxy.open(controller.origin);
  for (const token of tokens) boards.push(new HeadlessBoard({ origin: proxy.origin, token }));
  for (const board of boards) board.start();
  await vi.waitFor(() => expect(boards.every(({ heard }) => heard > 0)).toBe(true), {
    timeout: FIRST_MS,
  });
}
