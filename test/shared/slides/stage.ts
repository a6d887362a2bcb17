/** A board in the test's page. */
import { boardLayout } from '../../../shared/slides/board-layout.ts';
import type { Scene } from '../../../shared/slides/scene.ts';
import { sceneData } from '../../support/board-samples.ts';

export const SIZES = [
  [600, 300],
  [1920, 1080],
  [1080, 1920],
  [360, 260],
] as const;

/** Fills its box with one colour. */
async function loadPicture(): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(160, 120);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#804020';
  context.fillRect(0, 0, 160, 120);
  return createImageBitmap(canvas);
}

export function sceneOf(widthPx: number, heightPx: number, change: Partial<Scene> = {}): Scene {
  return { ...sceneData(widthPx, heightPx), loadPicture, ...change };
}

/** Puts `element` on a board of that size, in place of what was there. */
export function stage(element: HTMLElement, widthPx: number, heightPx: number): void {
  const board = document.createElement('div');
  Object.assign(board.style, {
    position: 'relative',
    width: `${widthPx}px`,
    height: `${heightPx}px`,
  });
  board.append(element);
  document.body.style.margin = '0';
  document.body.replaceChildren(board);
}

export interface Drawn {
  readonly text: string;
  readonly rects: readonly DOMRect[];
  readonly fontPx: number;
  /** What it stands in. */
  readonly element: HTMLElement;
}

/** Every visible piece of text under `root`, through shadow roots, with where and how large it is drawn. */
export function drawnTexts(root: Node): readonly Drawn[] {
  const found: Drawn[] = [];
  for (const node of root.childNodes) {
    if (node instanceof Text) found.push(...drawnText(node));
    else if (node instanceof Element) {
      if (!(node instanceof HTMLStyleElement)) found.push(...drawnTexts(node.shadowRoot ?? node));
    }
  }
  return found;
}

/** What is wrong with the texts on a board: outside it or its margins, or too small. Empty is right. */
export function faults(texts: readonly Drawn[], scene: Scene): readonly string[] {
  const { widthPx, heightPx } = scene.geometry;
  const { leastFontPx } = boardLayout(scene.geometry);
  return texts.flatMap(({ text, rects, fontPx }) => {
    const isOutside = rects.some(
      (rect) =>
        rect.left < -1 || rect.top < -1 || rect.right > widthPx + 1 || rect.bottom > heightPx + 1,
    );
    return [
      ...(isOutside ? [`outside: ${text}`] : []),
      ...(fontPx < leastFontPx - 0.01 ? [`${fontPx} px: ${text}`] : []),
    ];
  });
}

function drawnText(node: Text): readonly Drawn[] {
  const parent = node.parentElement;
  const text = node.data.trim();
  if (!parent || text === '') return [];
  if (!parent.checkVisibility({ visibilityProperty: true })) return [];
  const range = document.createRange();
  range.selectNodeContents(node);
  const rects = [...range.getClientRects()];
  if (rects.length === 0) return [];
  const fontPx = parseFloat(getComputedStyle(parent).fontSize);
  return [{ text, rects, fontPx, element: parent }];
}
