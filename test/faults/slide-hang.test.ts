/**
 * A slide that stops the page for ever, on the real board (check 36): under the launcher, which ends the page,
 * and where somebody ends the whole browser.
 */
import { afterEach, expect, it } from 'vitest';
import { ensureBoardLink } from '../../controller/usecases/board-link.ts';
import type { PageState } from '../../kiosk/launcher/page-probe.ts';
import { boardTimes } from '../../kiosk/launcher/times.ts';
import { BoardProfile, glassOf, untilOnAir } from '../support/board-profile.ts';
import { dueSlot } from '../support/due-slot.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import { startLauncher, testTimes, type LauncherRig } from '../support/launcher-rig.ts';
import { aCalendar, aSlide, loopOf, openEveryDay } from '../support/manifest-builder.ts';
import { startPicturedController } from '../support/pictured-controller.ts';
import { problemsOf } from '../support/problems.ts';
import type { TestController } from '../support/test-controller.ts';

const SIZE = { widthPx: 600, heightPx: 300 };
const DWELL_MS = 9_000;
/** By R5 of a real board on a machine of its own; a busy one gets more. */
const BACK_MS = ALL_FAULTS ? 15_000 : 60_000;
/** The witness notes a page that stands still after 6 s. */
const NOTED_MS = 8_000;
/** A busy machine takes its time to start a page, which must not count as a third death. */
const TIMES = ALL_FAULTS ? testTimes : { ...testTimes, hangMs: boardTimes.hangMs };
/** The launcher pictures what hangs before it says so. */
const PICTURE_MS = 2_000;
/** Two turns, and what it takes to notice and to start anew. */
const TWICE_MS = 90_000;
const HANGING = 'hanging';
/** Run in every page: the slide stops it in the moment in which it comes on. */
const HANG = `customElements.whenDefined('plaza-layer').then(({ prototype }) => {
  const { play } = prototype;
  prototype.play = function () {
    if (this.showing?.slide.id === '${HANGING}') for (;;);
    play.call(this);
  };
});`;

let controller: TestController;
let stop: () => Promise<void>;

afterEach(async () => {
  await stop();
  await controller.stop();
});

async function startHouse(): Promise<void> {
  const ids = ['good', HANGING];
  const manifest = loopOf(ids, {
    calendar: aCalendar({ hours: openEveryDay(0, 1440) }),
    slides: ids.map((id) => aSlide(id, { dwellMs: DWELL_MS })),
  });
  controller = await startPicturedController(manifest, { now: Date.now, size: SIZE });
}

it('[B6] [B43] [B44] a slide that stops the page is ended with it, and left out after the second time; the others go on', async () => {
  await startHouse();
  const secret = (await ensureBoardLink(controller.context)) ?? '';
  const rig = startLauncher(`${controller.origin}/board#pair=${secret}`, { times: TIMES });
  stop = () => rig.stop();
  await rig.until(({ slideId }) => slideId === 'good');
  await rig.page().evaluate(HANG);
  await rig.page().call('Page.addScriptToEvaluateOnNewDocument', { source: HANG });
  // Where the page is back within the turn, it stops at once again.
  await expect.poll(() => hangsOf(rig).length, { timeout: TWICE_MS, interval: 50 }).toBe(2);
  const hungAt = Date.now() - TIMES.hangMs - PICTURE_MS;
  await rig.until(({ layer }) => layer !== null, hungAt + BACK_MS - Date.now());
  const own = await rig.until((state) => plannedOf(state) === HANGING);
  expect([own.layer, own.slideId]).toEqual(['house', 'house']);
  const other = await rig.until((state) => plannedOf(state) === 'good');
  expect(other.slideId).toBe('good');
  await expect.poll(toldOfSlide).toHaveLength(1);
  expect(hangsOf(rig)).toHaveLength(2);
}, 240_000);

it.each(ALL_FAULTS ? [2] : [])(
  '[B6] a slide that stops the page is left out, too, when the whole browser was killed for it: %s times',
  async (times) => {
    await startHouse();
    const device = { token: await controller.deviceToken('board'), screenId: 'board' };
    const board = new BoardProfile({
      ...{ origin: controller.origin, device },
      prepare: (context) => context.addInitScript(HANG),
    });
    stop = () => board.remove();
    for (let time = 0; time < times; time += 1) {
      await board.start();
      await untilTurn();
      await waited(NOTED_MS);
      await board.kill();
    }
    await board.start();
    await untilOnAir(board.page);
    await untilTurn();
    await waited(1_000);
    expect(await glassOf(board.page)).toMatchObject({ layer: 'house', slideId: 'house' });
    expect(toldOfSlide()).toHaveLength(1);
  },
);

/** The slide that is planned for the turn on the glass. */
function plannedOf({ slotStart }: Pick<PageState, 'slotStart'>): string | undefined {
  return slotStart === null ? undefined : dueSlot(controller, Number(slotStart))?.slideId;
}

/** Resolves when the hanging slide's next turn begins. */
async function untilTurn(): Promise<void> {
  let next = dueSlot(controller, Date.now());
  do next = next && dueSlot(controller, next.endMs);
  while (next && next.slideId !== HANGING);
  await waited((next?.startMs ?? 0) - Date.now());
}

function toldOfSlide(): readonly unknown[] {
  return problemsOf(controller).filter(({ kind, slideId }) =>
    kind === 'slide-failed' ? slideId === HANGING : false,
  );
}

function hangsOf(rig: LauncherRig): readonly string[] {
  return rig.log.filter((line) => line.startsWith('hang: '));
}

function waited(ms: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, ms));
}
