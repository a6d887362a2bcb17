/** Whether what the board thinks of its light is what is seen: against pictures of the glass. */
import { page } from 'vitest/browser';
import { afterEach, beforeEach, expect, it } from 'vitest';
import '../../../kiosk/stage/plaza-board.ts';
import { luminanceOf, shadesOf, type Shades } from '../../../kiosk/stage/frame-luminance.ts';
import { nightDim } from '../../../kiosk/stage/night-dim.ts';
import type { PlazaBoard } from '../../../kiosk/stage/plaza-board.ts';
import { nothingHeld } from '../../../kiosk/player/held.ts';
import { sceneOf } from '../../../kiosk/player/scene-of.ts';
import { fontsReady } from '../../../shared/slides/fonts.ts';
import { aSlot, seoul } from '../../support/manifest-builder.ts';
import { typicalSlides } from '../../support/typical-slides.ts';

const AT = seoul('22:00');
const viewport = { widthPx: 960, heightPx: 480 };
const night = {
  screen: { latitude: 37.653, longitude: 127.047, peakNits: 6_000 },
  offsets: [{ fromMs: 0, offsetMs: 9 * 3_600_000 }],
  at: AT,
};
const LIMIT_PART = 1_000 / 6_000;

let board: PlazaBoard;
let thought: Shades[];

beforeEach(async () => {
  await page.viewport(viewport.widthPx, viewport.heightPx);
  await fontsReady();
  thought = [];
  board = document.createElement('plaza-board');
  board.box = { ...viewport, offsetX: 0, offsetY: 0 };
  document.body.style.margin = '0';
  document.body.append(board);
  await board.updateComplete;
});

afterEach(() => board.remove());

/** A white picture for every one that is asked for. */
async function loadPicture(): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(64, 64);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 64, 64);
  return createImageBitmap(canvas);
}

async function bring(template: keyof typeof typicalSlides): Promise<void> {
  const slide = typicalSlides[template];
  const scene = sceneOf({ held: nothingHeld, viewport, loadPicture }, AT);
  const slot = aSlot(slide.id, AT, AT + 15_000);
  const showing = {
    key: slide.id,
    layer: 'slot',
    language: 'ko',
    slide,
    slot,
    standsFor: null,
  } as const;
  const prepared = board.prepare(showing, scene);
  await prepared.ready;
  await new Promise<void>((resolve) => {
    board.show(prepared, { scene, fadeMs: 0, onPainted: resolve });
  });
}

/** Mean luminance of what is really on the glass, 0 to 1. */
async function seen(): Promise<number> {
  const png = atob(await page.screenshot({ base64: true, save: false, element: board }));
  const bytes = Uint8Array.from(png, (one) => one.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  return luminanceOf(shadesOf(context.getImageData(0, 0, bitmap.width, bitmap.height).data, 0));
}

const templates = Object.keys(typicalSlides).filter((one) => one !== 'video');

it.each(templates as (keyof typeof typicalSlides)[])(
  '[B52] %s with a white picture is taken for hardly darker than it is',
  async (template) => {
    board.dimFor = (shades) => {
      thought.push(shades);
      return 0;
    };
    await bring(template);
    const shades = thought[0];
    if (!shades) throw new Error('nobody asked');
    expect(luminanceOf(shades)).toBeGreaterThan((await seen()) - 0.02);
  },
);

it('[B52] a slide with a white picture is within the limit at night, and says how much it lost', async () => {
  board.dimFor = (shades) => nightDim(night, shades);
  await bring('picture');
  const mean = await seen();
  expect(mean).toBeLessThanOrEqual(LIMIT_PART + 0.01);
  expect(mean).toBeGreaterThan(LIMIT_PART / 2);
  expect(Number(board.getAttribute('data-dim'))).toBeGreaterThan(0.2);
});
