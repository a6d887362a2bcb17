import { page } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../../kiosk/stage/plaza-board.ts';
import type { PlazaBoard } from '../../../kiosk/stage/plaza-board.ts';
import { nothingHeld } from '../../../kiosk/player/held.ts';
import { sceneOf } from '../../../kiosk/player/scene-of.ts';
import type { Showing } from '../../../kiosk/player/view.ts';
import type { Scene } from '../../../shared/slides/scene.ts';
import { fontsReady } from '../../../shared/slides/fonts.ts';
import { aSlot, seoul } from '../../support/manifest-builder.ts';
import { typicalSlides } from '../../support/typical-slides.ts';

const AT = seoul('10:00');
const slide = typicalSlides.video;
const showing: Showing = {
  key: slide.revisionId,
  layer: 'slot',
  language: 'ko',
  slide,
  slot: aSlot(slide.id, AT, AT + 15_000),
  standsFor: null,
};
let board: PlazaBoard;

beforeEach(async () => {
  await page.viewport(600, 300);
  await fontsReady();
  board = document.createElement('plaza-board');
  board.box = { widthPx: 600, heightPx: 300, offsetX: 0, offsetY: 0 };
  document.body.append(board);
  await board.updateComplete;
});

afterEach(() => board.remove());

function sceneWith(film: Blob): Scene {
  const viewport = { widthPx: 600, heightPx: 300 };
  const scene = sceneOf(
    { held: nothingHeld, viewport, loadPicture, loadVideo: () => Promise.resolve(film) },
    AT,
  );
  return { ...scene, geometry: { ...scene.geometry, facesRoad: false } };
}

function loadPicture(): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(600, 300);
  canvas.getContext('2d')?.fillRect(0, 0, 600, 300);
  return createImageBitmap(canvas);
}

/** A second of silence, as a sound file without a picture. */
function sound(): Blob {
  const header = new DataView(new ArrayBuffer(44 + 8_000));
  const write = (at: number, text: string) => {
    for (let index = 0; index < text.length; index += 1)
      header.setUint8(at + index, text.charCodeAt(index));
  };
  write(0, 'RIFF');
  header.setUint32(4, 36 + 8_000, true);
  write(8, 'WAVEfmt ');
  for (const [at, value] of [
    [16, 16],
    [24, 8_000],
    [28, 8_000],
    [40, 8_000],
  ] as const)
    header.setUint32(at, value, true);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    header.setUint16(at, value, true);
  write(36, 'data');
  return new Blob([header.buffer], { type: 'audio/wav' });
}

/** A film of half a second, or of as many of its bytes as are asked for. */
async function recorded(part = 1): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
  const chunks: Blob[] = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const stopped = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  for (let frame = 0; frame < 12; frame += 1) {
    context?.fillRect(0, 0, frame * 20, 150);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  recorder.stop();
  await stopped;
  const film = new Blob(chunks, { type: 'video/webm' });
  return film.slice(0, Math.floor(film.size * part), 'video/webm');
}

describe('plaza-board and films that cannot be shown', () => {
  it.each([
    { why: 'empty', film: () => new Blob([], { type: 'video/mp4' }) },
    { why: 'no film', film: () => new Blob(['no film'], { type: 'video/mp4' }) },
    { why: 'a sound without a picture', film: sound },
    { why: 'only the first bytes of one', film: () => recorded(0.05) },
  ])('[B3][B4] refuses one that is $why before its turn, within 5 s', async ({ film }) => {
    const from = performance.now();
    const prepared = board.prepare(showing, sceneWith(await film()));
    await expect(prepared.ready).rejects.toThrow('film');
    expect(performance.now() - from).toBeLessThan(5_000);
    prepared.discard();
  });

  it('[B4] says that a film broke off on the glass, and leaves its poster there', async () => {
    const failed: [string, string][] = [];
    board.onFilmFailed = ({ slide: { id } }, error) => failed.push([id, error.message]);
    const scene = sceneWith(await recorded());
    const prepared = board.prepare(showing, scene);
    await prepared.ready;
    await new Promise<void>((resolve) => {
      board.show(prepared, { scene, fadeMs: 0, onPainted: resolve });
    });
    const slideView = board.shadowRoot
      ?.querySelector('plaza-layer')
      ?.shadowRoot?.querySelector('plaza-slide')?.shadowRoot?.firstElementChild;
    slideView?.shadowRoot?.querySelector('video')?.dispatchEvent(new Event('error'));
    expect(failed).toEqual([[slide.id, expect.stringContaining('film')]]);
    expect(board.getAttribute('data-slide-id')).toBe(slide.id);
  });

  it('[B3] plays one that is whole', async () => {
    const prepared = board.prepare(showing, sceneWith(await recorded()));
    await expect(prepared.ready).resolves.toBeUndefined();
    prepared.discard();
  });
});
