/** What a slide that is laid out gives of light, by its own pixels. */
import { paintGround } from '../../shared/slides/ground.ts';
import type { PlazaSlide } from '../../shared/slides/plaza-slide.ts';
import { shadesOf, whiteShades, type Shades } from './frame-luminance.ts';

/** Wide enough for a mean, and read back in no time. */
const SAMPLE_PX = 96;
/** What the frame writes below each slide, as a part of the board. */
const FRAME = 0.02;

/**
 * Of its ground, its picture (a film's poster) with what is painted over it, and its letters. White, the brightest
 * that there is, where it cannot be told.
 */
export function shadesOfSlide(element: PlazaSlide): Shades {
  const root = element.shadowRoot?.firstElementChild?.shadowRoot;
  const board = root?.querySelector<HTMLElement>('.board');
  const widthPx = element.scene?.geometry.widthPx ?? 0;
  const box = board?.getBoundingClientRect();
  if (!board || !box || box.width === 0 || widthPx === 0) return whiteShades;
  const ground = paintGround(board, box.width / widthPx, Math.min(1, SAMPLE_PX / widthPx));
  return shadesOf(ground.pixels, FRAME + letteredPart(board, box));
}

/** Boxes of all lines of text, and of what is drawn in lines such as a map, as a part of the board. */
function letteredPart(board: HTMLElement, { width, height }: DOMRect): number {
  const boxes = [...board.querySelectorAll('*')]
    .filter((element) => element.checkVisibility())
    .flatMap((element) =>
      element instanceof SVGSVGElement ? [element.getBoundingClientRect()] : lineBoxes(element),
    );
  const area = boxes.reduce((sum, box) => sum + box.width * box.height, 0);
  return area / (width * height);
}

function lineBoxes(element: Element): readonly DOMRect[] {
  const range = document.createRange();
  return [...element.childNodes].flatMap((node) => {
    if (!(node instanceof Text) || node.data.trim() === '') return [];
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  });
}
