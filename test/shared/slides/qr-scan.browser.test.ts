/** QR codes as they stand on the glass, read the way a phone in the plaza reads them. */
import decode from 'jsqr';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { ManifestSlide } from '../../../shared/protocol/manifest.ts';
import { QUIET_MODULES, scannedFromM } from '../../../shared/legibility/qr-size.ts';
import type { PlazaQr } from '../../../shared/slides/plaza-qr.ts';
import '../../../shared/slides/plaza-preview.ts';
import type { Form } from '../../../shared/slides/scene.ts';
import { photograph, seeded, type Glass } from '../../support/phone-camera.ts';
import { typicalSlides } from '../../support/typical-slides.ts';
import { sceneOf, stage } from './stage.ts';

const BOARDS = [
  [600, 300],
  [960, 480],
  [1920, 1080],
  [1080, 1920],
] as const;
// Its types are of a module by CommonJS, which a browser never sees.
const jsQR = decode as unknown as typeof decode.default;

/** Square to the board, and a little beside and askew. */
const STRAIGHT = { yawDegrees: 0, rollDegrees: 0 };
const HANDS = [
  { yawDegrees: 10, rollDegrees: 4 },
  { yawDegrees: -10, rollDegrees: -7 },
] as const;
const SLIDES = [
  ['qr', 'day'],
  ['qr', 'night'],
  ['job', 'day'],
  ['event', 'day'],
] as const;

interface Shown {
  readonly glass: Glass;
  /** With its quiet zone. */
  readonly code: DOMRect;
  readonly modulePx: number;
  /** Metres from which the code's size says that it is scanned. */
  readonly scanM: number;
}

async function show(
  slide: ManifestSlide,
  [widthPx, heightPx]: readonly [number, number],
  form: Form,
) {
  await page.viewport(widthPx, heightPx);
  const preview = document.createElement('plaza-preview');
  preview.slide = slide;
  preview.scene = sceneOf(widthPx, heightPx, { form });
  stage(preview, widthPx, heightPx);
  await preview.ready;
  const view = preview.shadowRoot?.querySelector('plaza-slide')?.shadowRoot?.firstElementChild;
  const qr = view?.shadowRoot?.querySelector<PlazaQr>('plaza-qr');
  if (!qr?.plan) throw new Error('no code on this board');
  const { modulePx, code } = qr.plan;
  const base64 = await page.screenshot({ save: false });
  const glass = { ...(await pixelsOf(base64)), pitchMm: preview.scene.geometry.pitchMm };
  expect([glass.width, glass.height]).toEqual([widthPx, heightPx]);
  const scanM = scannedFromM(modulePx, glass.pitchMm);
  const box = qr.getBoundingClientRect();
  expect(box.width).toBe(modulePx * (code.size + 2 * QUIET_MODULES));
  return { glass, code: box, modulePx, scanM };
}

async function pixelsOf(base64: string) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  return { data: context.getImageData(0, 0, width, height).data, width, height };
}

/** What a phone reads from there, or null. */
function readFrom(
  { glass, code }: Shown,
  distanceM: number,
  hand: { readonly yawDegrees: number; readonly rollDegrees: number },
): string | null {
  const aim = { x: code.left + code.width / 2, y: code.top + code.height / 2 };
  const { data, side } = photograph(glass, { ...hand, aim, distanceM, random: seeded(1) });
  return jsQR(data, side, side)?.data ?? null;
}

afterEach(() => document.body.replaceChildren());

describe.each(BOARDS)('a code on a board of %i×%i', (...board) => {
  it.each(SLIDES)(
    '[L14] is read from where its size says, and not from three times as far: %s by %s',
    async (template, form) => {
      const slide = typicalSlides[template];
      const shown = await show(slide, board, form);
      expect(shown.scanM).toBeGreaterThanOrEqual(5);
      for (const hand of HANDS) expect(readFrom(shown, shown.scanM, hand)).toBe(slide.shortUrl);
      expect(readFrom(shown, shown.scanM * 3, STRAIGHT)).toBeNull();
    },
  );

  it('[L14] has modules of whole pixels, dark on light', async () => {
    const { glass, code, modulePx } = await show(typicalSlides.job, board, 'day');
    expect([code.left, code.top].map((edge) => edge % 1)).toEqual([0, 0]);
    // The card has round corners.
    const edge = modulePx * QUIET_MODULES;
    const shades = new Set<number>();
    for (let y = code.top + edge; y < code.bottom - edge; y += 1)
      for (let x = code.left + edge; x < code.right - edge; x += 1)
        shades.add(glass.data[(y * glass.width + x) * 4] ?? -1);
    expect([...shades].sort((a, b) => a - b)).toEqual([11, 246]);
  });
});
