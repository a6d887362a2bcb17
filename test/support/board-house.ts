/** A controller with a given manifest to play, on a clock that a test turns, and real board pages beside it. */
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import type { CivilDate, EpochMs } from '../../shared/time.ts';
import { launchBrowser } from './browser.ts';
import { chromiumFlags, headlessPath } from './chromium.ts';
import { startPicturedController } from './pictured-controller.ts';
import { STEPPED_VIEWPORT, SteppedBoard, type WorldClock } from './stepped-board.ts';
import type { TestController } from './test-controller.ts';

export interface BoardHouse {
  readonly clock: WorldClock;
  readonly controller: TestController;
  /** The plan of record. */
  plan(date: CivilDate): readonly Slot[];
  /** A board that is paired with the screen from now on. */
  openBoard(screenId: string): Promise<SteppedBoard>;
  /** Ends the controller for good: boards are on their own from now on. */
  cutLine(): Promise<void>;
  stop(): Promise<void>;
}

export interface BoardHouseOptions {
  /** What slides may name, besides the pictures of the shops. */
  readonly files?: readonly Uint8Array[];
  /** Starts the boards' browser. */
  readonly launch?: typeof launchBrowser;
  /** A folder in which its one board stores what it has; in memory, which ends at 1.3 GB, unless told. */
  readonly profile?: string;
}

/** Starts it at `at`. Its screens `board` and `board-2` share the manifest; every shop's slide has a picture. */
export async function startBoardHouse(
  manifest: Manifest,
  at: EpochMs,
  { files = [], launch = launchBrowser, profile }: BoardHouseOptions = {},
): Promise<BoardHouse> {
  const clock = { at };
  const size = { widthPx: 600, heightPx: 300 };
  const controller = await startPicturedController(manifest, { now: () => clock.at, size, files });
  let browser: Browser | undefined;
  let kept: BrowserContext | undefined;
  const openContext = async () => {
    if (profile !== undefined) return (kept ??= await openProfile(profile));
    browser ??= await launch();
    return browser.newContext({ viewport: STEPPED_VIEWPORT });
  };
  let isCut = false;
  const cutLine = async () => {
    if (!isCut) await controller.stop();
    isCut = true;
  };
  return {
    clock,
    controller,
    plan: (date) => controller.context.manifests.planOf('board', date) ?? [],
    openBoard: async (screenId) => {
      const token = await controller.deviceToken(screenId);
      const device = { token, screenId };
      return SteppedBoard.open(await openContext(), { origin: controller.origin, device, clock });
    },
    cutLine,
    stop: async () => {
      await kept?.close();
      await browser?.close();
      await cutLine();
    },
  };
}

function openProfile(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: headlessPath(),
    args: [...chromiumFlags],
    viewport: STEPPED_VIEWPORT,
  });
}
