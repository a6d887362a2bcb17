/** In a page: the board's own stage alone, with slides of plain colours, films of one colour, and a long text. */
import { nothingHeld } from '../../kiosk/player/held.ts';
import { sceneOf } from '../../kiosk/player/scene-of.ts';
import type { Showing } from '../../kiosk/player/view.ts';
import '../../kiosk/stage/plaza-board.ts';
import type { SlideContent } from '../../shared/content/slide.ts';
import { fontsReady } from '../../shared/slides/fonts.ts';
import { FILM_COLOURS } from './film-colours.ts';
import { aSlide, aSlot, seoul } from './manifest-builder.ts';

export type SwapKind = 'picture' | 'film' | 'pages';

const AT = seoul('10:00');
/** So long a page of the text stands. */
const PAGE_MS = 700;
const PAGES = 3;
/** So long that the hairline of the slot, which runs out, hardly moves: it is no picture. */
const SLOT_MS = 3_600_000;
const POSTERS = 9_000;

/** Lays the stage over the whole page, and answers what brings the next slide on. */
export async function openStage(
  films: readonly Blob[],
): Promise<(kind: SwapKind, turn: number) => Promise<void>> {
  await fontsReady();
  const board = document.createElement('plaza-board');
  const viewport = { widthPx: innerWidth, heightPx: innerHeight };
  board.box = { ...viewport, offsetX: 0, offsetY: 0 };
  document.body.append(board);
  await board.updateComplete;
  const loadPicture = (sha256: string) => plain(colourOf(Number(sha256.slice(0, 4))), viewport);
  const loadVideo = (sha256: string) => {
    const film = films[Number(sha256.slice(0, 4)) % films.length];
    return film ? Promise.resolve(film) : Promise.reject(new Error('no such film'));
  };
  const scene = sceneOf({ held: nothingHeld, viewport, loadPicture, loadVideo }, AT);
  const inside = { ...scene, geometry: { ...scene.geometry, facesRoad: false } };
  return async (kind, turn) => {
    const prepared = board.prepare(showingOf(kind, turn), inside);
    await prepared.ready;
    // As the loop does: it stands in the dark for a while before its turn.
    await waited(100);
    await new Promise<void>((resolve) => {
      board.show(prepared, { scene: inside, fadeMs: 400, onPainted: resolve });
    });
    await waited(kind === 'pages' ? PAGE_MS * PAGES : 150);
  };
}

/** Whoever loads this as a script finds it there. */
Object.assign(globalThis, { plazaOpenStage: openStage });

function showingOf(kind: SwapKind, turn: number): Showing {
  const id = `${kind}-${String(turn)}`;
  const pages = kind === 'pages' ? { pages: PAGES } : {};
  const slide = aSlide(id, { content: contentOf(kind, turn), ...pages });
  const slot = aSlot(id, AT, AT + (kind === 'pages' ? PAGE_MS * PAGES : SLOT_MS));
  return { key: id, layer: 'slot', language: 'ko', slide, slot, standsFor: null };
}

function contentOf(kind: SwapKind, turn: number): SlideContent {
  const sha256 = shaOf(turn);
  const picture = { sha256, alt: { ko: '색' }, focusX: 0.5, focusY: 0.5 };
  if (kind === 'picture') return { template: 'picture', title: null, picture };
  if (kind === 'film') {
    const posterSha256 = shaOf(POSTERS + (turn % FILM_COLOURS.length));
    const video = { sha256, posterSha256, alt: picture.alt, durationMs: 2_000 };
    return { template: 'video', title: null, video };
  }
  const lines = Array.from({ length: 3 }, (_, line) => ({
    ko: `${String(line + 1)}. 광장에서 열리는 장터는 이번 주말까지이며 비가 오면 다음 주로 미룹니다`,
  }));
  return { template: 'notice', title: { ko: '알립니다' }, lines, contact: null, picture: null };
}

function shaOf(turn: number): string {
  return String(turn).padStart(4, '0').padEnd(64, '0');
}

/** Light and dark in turn, each another colour; of a poster its film's. */
function colourOf(turn: number): string {
  const ofFilm = FILM_COLOURS[turn - POSTERS];
  return ofFilm ?? `hsl(${String((turn * 67) % 360)} 60% ${turn % 2 ? 75 : 45}%)`;
}

function plain(
  colour: string,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('no canvas'));
  context.fillStyle = colour;
  context.fillRect(0, 0, widthPx, heightPx);
  return createImageBitmap(canvas);
}

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
