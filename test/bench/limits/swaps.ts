/**
 * In the browser: pictures as large as the board that follow each other, on the board's own stage and out of its
 * own storage while more arrives; and the same on two bare layers.
 */
import { createBoardStorage } from '../../../kiosk/cache/board-storage.ts';
import { openBoardDatabase } from '../../../kiosk/cache/database.ts';
import { fetchPart } from '../../../kiosk/link/fetch-media.ts';
import { nothingHeld, receiveManifest } from '../../../kiosk/player/held.ts';
import { sceneOf } from '../../../kiosk/player/scene-of.ts';
import { newUuid } from '../../../kiosk/player/uuid.ts';
import type { Showing } from '../../../kiosk/player/view.ts';
import { Pictures } from '../../../kiosk/stage/pictures.ts';
import '../../../kiosk/stage/plaza-board.ts';
import { manifestSchema, type ManifestSlide } from '../../../shared/protocol/manifest.ts';
import { fontsReady } from '../../../shared/slides/fonts.ts';
import { aSlide, aSlot, seoul } from '../../support/manifest-builder.ts';

/** A page that swaps. */
export interface Swapper {
  /** Resolves when the picture of this turn is on, and has stood for a moment. */
  readonly swap: (turn: number) => Promise<void>;
}

export interface SwappingBoard extends Swapper {
  /** A manifest comes, and these pictures are brought in. */
  readonly arrive: (
    pulled: { readonly text: string; readonly hash: string },
    sha256s: readonly string[],
  ) => Promise<void>;
}

const AT = seoul('10:00');
const FADE_MS = 400;
/** Each stands in the dark for a while before its turn, and on the glass after it. */
const AHEAD_MS = 100;
const STAND_MS = 150;

/** Its media are at `origin`; it shows `shown` in turn. */
export async function openSwappingBoard(
  origin: string,
  shown: readonly string[],
): Promise<SwappingBoard> {
  markFades('plaza-layer');
  await fontsReady();
  const fail = (error: unknown) => {
    throw error;
  };
  const context = { fetch: fetch.bind(globalThis), origin, token: null };
  const database = await openBoardDatabase('swaps');
  const { media } = createBoardStorage({
    ...{ database, subtle: crypto.subtle, now: () => AT, newId: newUuid },
    ...{ line: () => null, dateOf: () => '2026-11-23', onMediaCame: () => undefined },
    ...{ onStorageFailure: fail, onMediaFailure: fail },
    fetchPart: (sha256, part) => fetchPart(context, sha256, part),
  });
  await media.keep(() => shown);
  const pictures = new Pictures({
    loadMedia: (sha256) => media.load(sha256),
    fileOf: (sha256) => sha256,
    missing: (cause) => new Error('a picture is missing', { cause }),
  });
  const board = document.createElement('plaza-board');
  const viewport = { widthPx: innerWidth, heightPx: innerHeight };
  board.box = { ...viewport, offsetX: 0, offsetY: 0 };
  document.body.append(board);
  await board.updateComplete;
  let held = nothingHeld;
  const scene = sceneOf({ held, viewport, loadPicture: pictures.load }, AT);
  return {
    swap: async (turn) => {
      const prepared = board.prepare(showingOf(turn, shown[turn % shown.length] ?? ''), scene);
      await prepared.ready;
      await waited(AHEAD_MS);
      await new Promise<void>((onPainted) => {
        board.show(prepared, { scene, fadeMs: FADE_MS, onPainted });
      });
      await waited(STAND_MS);
    },
    arrive: async ({ text, hash }, sha256s) => {
      const manifest = manifestSchema.parse(JSON.parse(text));
      held = receiveManifest(held, { manifest, hash }) ?? held;
      held.plan?.plans.around(AT);
      await media.keep(() => [...shown, ...sha256s]);
    },
  };
}

/** Nothing but two layers with a canvas each. */
export async function openBareSwapper(origin: string, shown: readonly string[]): Promise<Swapper> {
  markFades('canvas');
  const blobs = await Promise.all(
    shown.map(async (sha256) => (await fetch(`${origin}/media/${sha256}`)).blob()),
  );
  let leaving: HTMLElement | null = null;
  return {
    swap: async (turn) => {
      const layer = document.createElement('canvas');
      Object.assign(layer.style, { position: 'fixed', inset: '0', opacity: '0' });
      const bitmap = await createImageBitmap(blobs[turn % blobs.length] ?? new Blob());
      layer.width = bitmap.width;
      layer.height = bitmap.height;
      layer.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
      document.body.append(layer);
      await waited(AHEAD_MS);
      await layer.animate([{ opacity: 0 }, { opacity: 1 }], { duration: FADE_MS, fill: 'both' })
        .finished;
      leaving?.remove();
      leaving = layer;
      await waited(STAND_MS);
    },
  };
}

/** Names in a trace where each fade of a `<tag>` begins and ends. */
function markFades(tag: string): void {
  const { value: animate } = Object.getOwnPropertyDescriptor(Element.prototype, 'animate') as {
    value: Element['animate'];
  };
  Element.prototype.animate = function (this: Element, ...about) {
    const fade = animate.apply(this, about);
    if (this.localName !== tag) return fade;
    performance.mark('fade');
    void fade.finished.then(() => performance.mark('faded'));
    return fade;
  };
}

function showingOf(turn: number, sha256: string): Showing {
  const id = `picture-${String(turn)}`;
  const picture = { sha256, alt: { ko: '사진' }, focusX: 0.5, focusY: 0.5 };
  const content: ManifestSlide['content'] = { template: 'picture', title: null, picture };
  const slot = aSlot(id, AT, AT + 15_000);
  return {
    key: id,
    layer: 'slot',
    language: 'ko',
    slide: aSlide(id, { content }),
    slot,
    standsFor: null,
  };
}

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
