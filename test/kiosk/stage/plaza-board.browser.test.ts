import { page } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../../kiosk/stage/plaza-board.ts';
import type { PlazaBoard } from '../../../kiosk/stage/plaza-board.ts';
import { builtInShowing } from '../../../kiosk/player/built-in-slide.ts';
import { nothingHeld } from '../../../kiosk/player/held.ts';
import { sceneOf } from '../../../kiosk/player/scene-of.ts';
import type { Prepared } from '../../../kiosk/player/stage.ts';
import type { Cover, Showing } from '../../../kiosk/player/view.ts';
import { fontsReady } from '../../../shared/slides/fonts.ts';
import type { Scene } from '../../../shared/slides/scene.ts';
import { aSlide, aSlot, seoul } from '../../support/manifest-builder.ts';
import { anAnnouncement } from '../announcement.ts';

const AT = seoul('10:00');
let board: PlazaBoard;
let pictures: Map<string, string>;

beforeEach(async () => {
  await page.viewport(600, 300);
  await fontsReady();
  pictures = new Map();
  board = document.createElement('plaza-board');
  board.box = { widthPx: 600, heightPx: 300, offsetX: 0, offsetY: 0 };
  document.body.append(board);
  await board.updateComplete;
});

afterEach(() => board.remove());

function scene(at = AT): Scene {
  const viewport = { widthPx: 600, heightPx: 300 };
  return sceneOf({ held: nothingHeld, viewport, loadPicture }, at);
}

/** A plain colour for each picture; one that is not known does not come. */
async function loadPicture(sha256: string): Promise<ImageBitmap> {
  const colour = pictures.get(sha256);
  if (!colour) throw new Error('no such picture');
  const canvas = new OffscreenCanvas(600, 300);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = colour;
  context.fillRect(0, 0, 600, 300);
  return createImageBitmap(canvas);
}

function pictureShowing(id: string, colour: string | null): Showing {
  const sha256 = id.padEnd(64, '0');
  if (colour) pictures.set(sha256, colour);
  const picture = { sha256, alt: { ko: '색' }, focusX: 0.5, focusY: 0.5 };
  const slide = aSlide(id, { content: { template: 'picture', title: null, picture } });
  return showingOf(slide);
}

function showingOf(slide: Showing['slide']): Showing {
  const slot = aSlot(slide.id, AT, AT + 15_000);
  return { key: slide.revisionId, layer: 'slot', language: 'ko', slide, slot, standsFor: null };
}

function painted(prepared: Prepared, fadeMs: number): Promise<void> {
  return new Promise((resolve) => {
    board.show(prepared, { scene: scene(), fadeMs, onPainted: resolve });
  });
}

async function bring(showing: Showing, fadeMs = 0): Promise<void> {
  const prepared = board.prepare(showing, scene());
  await prepared.ready;
  await painted(prepared, fadeMs);
}

function layersOf(): HTMLElement[] {
  return [...(board.shadowRoot?.querySelectorAll<HTMLElement>('plaza-layer') ?? [])];
}

describe('plaza-board', () => {
  it('shows the slide that it is given and says which', async () => {
    await bring(showingOf(aSlide('a')));
    expect(board.getAttribute('data-slide-id')).toBe('a');
    expect(board.getAttribute('data-revision-id')).toBe('a-1');
    expect(board.getAttribute('data-slot-start')).toBe(String(AT));
    expect(board.getAttribute('data-layer')).toBe('slot');
    expect(layersOf()).toHaveLength(1);
  });

  it('keeps one layer opaque beneath a cross-fade, so that no frame is darker than both', async () => {
    await bring(pictureShowing('white', '#ffffff'));
    const next = board.prepare(pictureShowing('cream', '#f0e8d8'), scene());
    await next.ready;
    const done = painted(next, 300);
    let isOver = false;
    void done.then(() => (isOver = true));
    const sums: number[] = [];
    const progress: number[] = [];
    while (!isOver) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const opacities = layersOf().map((layer) => Number(getComputedStyle(layer).opacity));
      sums.push(Math.max(...opacities));
      progress.push(Math.min(...opacities));
    }
    expect(Math.min(...sums)).toBe(1);
    expect(progress.some((opacity) => opacity > 0.05 && opacity < 0.95)).toBe(true);
    expect(layersOf()).toHaveLength(1);
    expect(board.getAttribute('data-slide-id')).toBe('cream');
  });

  it('says in a rejection that a picture does not come, and leaves the glass as it is', async () => {
    await bring(showingOf(aSlide('a')));
    const broken = board.prepare(pictureShowing('broken', null), scene());
    await expect(broken.ready).rejects.toThrow('no such picture');
    broken.discard();
    expect(layersOf()).toHaveLength(1);
    expect(board.getAttribute('data-slide-id')).toBe('a');
  });

  it('[S9] puts a corrected slide in the place of the one before', async () => {
    await bring(showingOf(aSlide('a')));
    await bring(showingOf(aSlide('a', { revisionId: 'a-2' })), 100);
    expect(board.getAttribute('data-revision-id')).toBe('a-2');
    expect(layersOf()).toHaveLength(1);
  });

  it('lets the last of two quick changes win', async () => {
    await bring(showingOf(aSlide('a')));
    const slow = board.prepare(showingOf(aSlide('b')), scene());
    await slow.ready;
    void painted(slow, 400);
    await bring(showingOf(aSlide('c')));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(board.getAttribute('data-slide-id')).toBe('c');
    expect(layersOf()).toHaveLength(1);
  });

  it('shows the slide of the build without naming it as a play', async () => {
    await bring(builtInShowing);
    expect(board.getAttribute('data-layer')).toBe('house');
    expect(board.hasAttribute('data-slide-id')).toBe(false);
  });
});

describe('plaza-board and what lies above the slides', () => {
  const cover: Cover = { layer: 'emergency', announcement: anAnnouncement({ body: null }) };

  it('cuts an announcement in within the same task, without a fade', async () => {
    await bring(showingOf(aSlide('a')));
    const element = board.shadowRoot?.querySelector('plaza-cover');
    const receipt = new Promise<void>((resolve) => board.cover(cover, scene(), resolve));
    expect(board.getAttribute('data-announcement-id')).toBe('alert');
    expect(element && getComputedStyle(element).visibility).toBe('visible');
    expect(element && getComputedStyle(element).opacity).toBe('1');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const text = element?.shadowRoot?.querySelector('plaza-announcement')?.shadowRoot;
    expect(text?.textContent).toContain('호우경보');
    await receipt;
    board.cover(null, scene(), () => undefined);
    expect(element && getComputedStyle(element).visibility).toBe('hidden');
    expect(board.getAttribute('data-slide-id')).toBe('a');
  });

  it('is black when it is blanked or closed, and lights up again', async () => {
    await bring(pictureShowing('white', '#ffffff'));
    board.darken('blank', () => undefined);
    const dark = board.shadowRoot?.querySelector('.dark');
    expect(dark && getComputedStyle(dark).visibility).toBe('visible');
    expect(dark && getComputedStyle(dark).backgroundColor).toBe('rgb(0, 0, 0)');
    expect(board.getAttribute('data-layer')).toBe('blank');
    expect(board.hasAttribute('data-slide-id')).toBe(false);
    board.darken(null, () => undefined);
    expect(board.getAttribute('data-slide-id')).toBe('white');
  });

  it('lies exactly where the screen says, pixel by pixel', async () => {
    board.box = { widthPx: 320, heightPx: 160, offsetX: 40, offsetY: 20 };
    await board.updateComplete;
    const glass = board.shadowRoot?.querySelector('.glass')?.getBoundingClientRect();
    expect(glass).toMatchObject({ x: 40, y: 20, width: 320, height: 160 });
  });

  it('shows the pairing code in two groups until it is paired', async () => {
    board.pairing = { code: '7K3M9QXT' };
    await board.updateComplete;
    const card = board.shadowRoot?.querySelector('plaza-pairing');
    await card?.updateComplete;
    const code = card?.shadowRoot?.querySelector('.code');
    expect(code?.getAttribute('aria-label')).toBe('연결 코드 7 K 3 M 9 Q X T');
    expect([...(code?.children ?? [])].map((part) => part.textContent)).toEqual(['7K3M', '9QXT']);
    board.pairing = null;
    await board.updateComplete;
    expect(board.shadowRoot?.querySelector('plaza-pairing')).toBeNull();
  });

  it('keeps a strip for an important announcement at the bottom edge', async () => {
    board.tick(anAnnouncement({ level: 'important' }), scene());
    await board.updateComplete;
    const ticker = board.shadowRoot?.querySelector('plaza-ticker');
    await ticker?.updateComplete;
    expect(ticker?.shadowRoot?.textContent).toContain('호우경보');
    expect(ticker?.getBoundingClientRect().bottom).toBe(300);
  });
});
