import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { ManifestSlide } from '../../../shared/protocol/manifest.ts';
import { measurementSchema, type Measurement } from '../../../shared/legibility/measurement.ts';
import { paintGround } from '../../../shared/slides/ground.ts';
import { measureSlide } from '../../../shared/slides/measure.ts';
import '../../../shared/slides/plaza-slide.ts';
import type { PlazaSlide } from '../../../shared/slides/plaza-slide.ts';
import type { Scene } from '../../../shared/slides/scene.ts';
import { longSlides, shortSlides } from '../../support/board-samples.ts';
import { sceneOf, SIZES, stage } from './stage.ts';

afterEach(() => document.body.replaceChildren());

async function show(slide: ManifestSlide | undefined, scene: Scene): Promise<PlazaSlide> {
  if (!slide) throw new Error('no such sample');
  const element = document.createElement('plaza-slide');
  element.slide = slide;
  element.scene = scene;
  stage(element, scene.geometry.widthPx, scene.geometry.heightPx);
  await element.ready;
  return element;
}

function measured(element: PlazaSlide): Measurement {
  const measurement = measureSlide(element);
  if (!measurement) throw new Error('nothing was drawn');
  return measurement;
}

function boardOf(element: PlazaSlide): HTMLElement {
  const root = element.shadowRoot?.firstElementChild?.shadowRoot;
  const board = root?.querySelector<HTMLElement>('.board');
  if (!board) throw new Error('no board');
  return board;
}

/** Left half one colour, right half another. */
function halves(left: string, right: string): Scene['loadPicture'] {
  return () => {
    const canvas = new OffscreenCanvas(400, 300);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = left;
    context.fillRect(0, 0, 200, 300);
    context.fillStyle = right;
    context.fillRect(200, 0, 200, 300);
    return createImageBitmap(canvas);
  };
}

describe.each(SIZES)('at %i×%i', (widthPx, heightPx) => {
  const samples = [...Object.entries(shortSlides), ...Object.entries(longSlides)];

  it.each(samples)('measures %s as a value that the protocol takes', async (_, slide) => {
    const measurement = measured(await show(slide, sceneOf(widthPx, heightPx)));
    expect(measurementSchema.safeParse(measurement).success).toBe(true);
    expect(measurement.texts.length).toBeGreaterThan(0);
    for (const { lines, text, isInside } of measurement.texts) {
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(isInside).toBe(true);
    }
  });

  it.each(['picture', 'notice', 'offer'] as const)(
    'the ground of a %s is what the browser paints',
    async (name) => {
      await page.viewport(widthPx, heightPx);
      const scene = sceneOf(widthPx, heightPx, { loadPicture: halves('#e8d0a0', '#306080') });
      const element = await show(shortSlides[name], scene);
      const board = boardOf(element);
      const { pixels } = paintGround(board, 1);
      board.querySelector<HTMLElement>('.words')?.style.setProperty('visibility', 'hidden');
      const painted = await pixelsOf(element, Math.round(widthPx / 2), Math.round(heightPx / 2));
      let sum = 0;
      for (let at = 0; at < pixels.length; at += 4) sum += distance(pixels, painted, at);
      expect(sum / (pixels.length / 4)).toBeLessThan(4);
    },
  );
});

/** Mean difference of the channels of one pixel, 0 to 255. */
function distance(one: Uint8ClampedArray, two: Uint8ClampedArray, at: number): number {
  const of = (offset: number) => Math.abs((one[at + offset] ?? 0) - (two[at + offset] ?? 0));
  return (of(0) + of(1) + of(2)) / 3;
}

async function pixelsOf(
  element: Element,
  width: number,
  height: number,
): Promise<Uint8ClampedArray> {
  const base64 = await page.screenshot({ element, save: false });
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}

it('names the field of each written text, and none of what the template writes', async () => {
  const { texts } = measured(await show(shortSlides.offer, sceneOf(1920, 1080)));
  const fields = texts.map(({ field }) => field);
  expect(fields).toContain('title');
  expect(fields).toContain('price');
  expect(texts.find(({ isTitle }) => isTitle)?.field).toBe('title');
  expect(texts.filter(({ text }) => text.startsWith('창동역')).map(({ field }) => field)).toEqual([
    '',
  ]);
});

it('measures in pixels of the board, however small it is drawn', async () => {
  const scene = sceneOf(1920, 1080);
  const element = await show(shortSlides.notice, scene);
  const large = measured(element);
  element.style.transformOrigin = '0 0';
  element.style.transform = 'scale(0.25)';
  const small = measured(element);
  for (const [index, text] of large.texts.entries()) {
    expect(small.texts[index]?.glyphPx).toBeCloseTo(text.glyphPx, 1);
    expect(small.texts[index]?.lines).toEqual(text.lines);
    expect(small.texts[index]?.contrast).toBeCloseTo(text.contrast, 0);
  }
});

it('[L1] a Hangul glyph is lower than its font is set, by what the typeface says', async () => {
  const element = await show(shortSlides.notice, sceneOf(1920, 1080));
  const title = measured(element).texts.find(({ isTitle }) => isTitle);
  const fontPx = Number.parseFloat(
    getComputedStyle(boardOf(element).querySelector('.title') ?? element).fontSize,
  );
  expect(title?.glyphPx).toBeGreaterThan(0.8 * fontPx);
  expect(title?.glyphPx).toBeLessThan(0.97 * fontPx);
});

it('[L5] a title on a light picture has the contrast that its scrim leaves it', async () => {
  const light = await show(
    shortSlides.picture,
    sceneOf(1920, 1080, { loadPicture: halves('#ffffff', '#ffffff') }),
  );
  const onLight = measured(light).texts.find(({ isTitle }) => isTitle)?.contrast ?? 0;
  const dark = await show(
    shortSlides.picture,
    sceneOf(1920, 1080, { loadPicture: halves('#000000', '#000000') }),
  );
  const onDark = measured(dark).texts.find(({ isTitle }) => isTitle)?.contrast ?? 0;
  expect(onDark).toBeGreaterThan(15);
  expect(onLight).toBeLessThan(onDark);
  expect(onLight).toBeGreaterThanOrEqual(4.5);
});

it('[L6] a white picture is brighter than a dark one, and no brighter than white', async () => {
  const meanOf = async (color: string) => {
    const scene = sceneOf(1920, 1080, { loadPicture: halves(color, color) });
    return measured(await show(shortSlides.picture, scene)).meanLuminance;
  };
  const [white, black] = [await meanOf('#ffffff'), await meanOf('#000000')];
  expect(white).toBeGreaterThan(0.4);
  expect(white).toBeLessThanOrEqual(1);
  expect(black).toBeLessThan(0.06);
});

it.each([
  ['#e01020', 'red'],
  ['#f0c810', 'yellow'],
  ['#10b040', 'green'],
] as const)('[L7] %s counts as a %s light', async (color, name) => {
  const scene = sceneOf(1920, 1080, { loadPicture: halves(color, '#101010') });
  const { signalParts } = measured(await show(shortSlides.picture, scene));
  expect(signalParts[name]).toBeGreaterThan(0.15);
  for (const [other, part] of Object.entries(signalParts))
    if (other !== name) expect(part).toBeLessThan(0.02);
});

it('[L4] names the fields that the board left out', async () => {
  const { omitted } = measured(await show(longSlides.notice, sceneOf(360, 260)));
  expect(omitted.length).toBeGreaterThan(0);
  for (const field of omitted) expect(field).toMatch(/^(lines\.\d|contact)$/);
});
