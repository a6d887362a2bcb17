import { beforeEach, describe, expect, it } from 'vitest';
import { GlassWatch, type Trouble } from '../../../kiosk/launcher/glass-watch.ts';
import type { PageState } from '../../../kiosk/launcher/page-probe.ts';
import { partOf, type SmallPicture } from '../../../kiosk/launcher/small-picture.ts';
import { boardTimes } from '../../../kiosk/launcher/times.ts';

const SLOT_MS = 15_000;
const WIDTH = 20;
const HEIGHT = 10;
const box = { left: 0.25, top: 0, width: 0.5, height: 1 };

let watch: GlassWatch;

function stateAt(atMs: number, change: Partial<PageState> = {}): PageState {
  const slot = Math.floor(atMs / SLOT_MS);
  return {
    url: 'https://signage.example/board',
    isHolding: false,
    isDrawn: true,
    layer: 'slot',
    slideId: `slide-${slot}`,
    revisionId: `revision-${slot}`,
    announcementId: null,
    slotStart: String(slot * SLOT_MS),
    slotEnd: String((slot + 1) * SLOT_MS),
    box,
    ...change,
  };
}

/** Black but for the board, whose pixels `shade` tells. */
function picture(shade: (pixel: number) => number): SmallPicture {
  const lightness = new Uint8Array(WIDTH * HEIGHT);
  for (let i = 0; i < lightness.length; i += 1) {
    const column = i % WIDTH;
    if (column >= 5 && column < 15) lightness[i] = shade(i);
  }
  return { widthPx: WIDTH, heightPx: HEIGHT, lightness };
}

const slide = (atMs: number) =>
  picture((pixel) => (pixel * 7 + Math.floor(atMs / SLOT_MS) * 31) % 200);

/** Looks every two seconds; answers the first trouble and when. */
function look(question: {
  readonly pictureAt: (atMs: number) => SmallPicture;
  readonly change?: (atMs: number) => Partial<PageState>;
  readonly untilMs: number;
}): (Trouble & { readonly atMs: number }) | null {
  const { pictureAt, change = () => ({}), untilMs } = question;
  for (let atMs = 0; atMs <= untilMs; atMs += 2_000) {
    const trouble =
      watch.seeState(stateAt(atMs, change(atMs)), atMs) ?? watch.seePicture(pictureAt(atMs), atMs);
    if (trouble) return { ...trouble, atMs };
  }
  return null;
}

beforeEach(() => {
  watch = new GlassWatch(boardTimes);
});

describe('watching the glass', () => {
  it('[B45] finds nothing on a board that plays, nor in a slide that stands still in its slot', () => {
    expect(look({ pictureAt: slide, untilMs: 10 * SLOT_MS })).toBeNull();
  });

  it.each([
    { kind: 'black', shade: 0 },
    { kind: 'black', shade: 10 },
    { kind: 'white', shade: 255 },
  ])('[B45] knows a $kind picture ($shade) within 10 s', ({ kind, shade }) => {
    const trouble = look({ pictureAt: () => picture(() => shade), untilMs: 20_000 });
    expect(trouble).toMatchObject({ kind, isKnown: false });
    expect(trouble?.atMs).toBeLessThanOrEqual(10_000);
  });

  it('[B45] lets a single dark frame pass, such as one in a film', () => {
    const dark = (atMs: number) => (atMs === 4_000 ? picture(() => 0) : slide(atMs));
    expect(look({ pictureAt: dark, untilMs: SLOT_MS })).toBeNull();
  });

  it.each(['off', 'blank'])('[B45] takes black for right while the board is %s', (layer) => {
    const change = () => ({ layer, slideId: null });
    expect(look({ pictureAt: () => picture(() => 0), change, untilMs: 60_000 })).toBeNull();
  });

  it('[B45] looks at the board alone, not at the black around it', () => {
    const lit = picture(() => 200);
    expect(partOf(lit, box).lightness.every((one) => one === 200)).toBe(true);
    expect(partOf(lit, { left: 0, top: 0, width: 0.001, height: 0.001 }).lightness).toHaveLength(1);
  });

  it('[B45] knows a picture that stays when the slide changes, within 10 s of the change', () => {
    const trouble = look({ pictureAt: () => slide(0), untilMs: 60_000 });
    expect(trouble?.kind).toBe('frozen');
    expect(trouble?.atMs).toBeLessThanOrEqual(SLOT_MS + 10_000);
  });

  it('[B45] knows a browser that draws no frames, and one slide that never ends', () => {
    const undrawn = look({ pictureAt: slide, change: () => ({ isDrawn: false }), untilMs: 30_000 });
    expect(undrawn?.kind).toBe('frozen');
    expect(undrawn?.atMs).toBeLessThanOrEqual(10_000);
    watch.restart();
    const stuck = look({
      pictureAt: () => slide(0),
      change: () => stateAt(0),
      untilMs: 120_000,
    });
    expect(stuck).toMatchObject({ kind: 'frozen', atMs: SLOT_MS + boardTimes.overdueMs + 1_000 });
  });

  it('[B45] knows a page that never puts anything on the glass', () => {
    const change = () => ({ layer: null, slideId: null });
    const trouble = look({ pictureAt: () => picture(() => 0), change, untilMs: 120_000 });
    expect(trouble).toMatchObject({ kind: 'build', atMs: boardTimes.startMs });
  });

  it('[B46] tells of the same picture again that a new start will not help', () => {
    const black = { pictureAt: () => picture(() => 0), untilMs: 20_000 };
    expect(look(black)?.isKnown).toBe(false);
    watch.restart();
    expect(look(black)?.isKnown).toBe(true);
  });
});
