/** A controller with a given manifest to play, on a clock that a test turns, and real board pages beside it. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { openMediaFiles } from '../../controller/media/media-files.ts';
import type { Manifest, ManifestSlide, Slot } from '../../shared/protocol/manifest.ts';
import type { CivilDate, EpochMs } from '../../shared/time.ts';
import { launchBrowser } from './browser.ts';
import { STEPPED_FLAGS, SteppedBoard, type WorldClock } from './stepped-board.ts';
import { storeManifest } from './stored-manifest.ts';
import { startTestController, type TestController } from './test-controller.ts';

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

const COLOURS = ['#7a3b1e', '#1e4f7a', '#5a7a1e', '#4b1e7a', '#7a1e4f'];
const SCREENS = ['board', 'board-2'];
const distDir = resolve(import.meta.dirname, '../../dist');

/** Starts it at `at`. Its screens `board` and `board-2` share the manifest; every shop's slide has a picture. */
export async function startBoardHouse(manifest: Manifest, at: EpochMs): Promise<BoardHouse> {
  const clock = { at };
  const pictures = await drawPictures();
  const controller = await startTestController({
    now: () => clock.at,
    distDir,
    seed: (records) =>
      storeManifest(withPictures(manifest, [...pictures.keys()]), SCREENS, records),
  });
  const files = openMediaFiles(join(controller.dataDir, 'media'));
  for (const bytes of pictures.values()) await files.keep(bytes);
  let browser: Browser | undefined;
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
      browser ??= await launchBrowser(STEPPED_FLAGS);
      const token = await controller.deviceToken(screenId);
      const device = { token, screenId };
      return SteppedBoard.open(browser, { origin: controller.origin, device, clock });
    },
    cutLine,
    stop: async () => {
      await browser?.close();
      await cutLine();
    },
  };
}

/** As WebP, by their SHA-256. */
async function drawPictures(): Promise<ReadonlyMap<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  for (const background of COLOURS) {
    const create = { width: 640, height: 480, channels: 3, background } as const;
    const bytes = await sharp({ create }).webp().toBuffer();
    pictures.set(createHash('sha256').update(bytes).digest('hex'), bytes);
  }
  return pictures;
}

function withPictures(manifest: Manifest, sha256s: readonly string[]): Manifest {
  const slides = manifest.slides.map((slide, index): ManifestSlide => {
    const sha256 = sha256s[index % sha256s.length];
    if (slide.shopId === null || sha256 === undefined || !slide.content.title) return slide;
    const { title } = slide.content;
    const picture = { sha256, alt: title, focusX: 0.5, focusY: 0.5 };
    return { ...slide, content: { template: 'shop', title, lines: [], picture } };
  });
  return { ...manifest, slides };
}
