/** Hands on the page of a browser test: a real mouse and real fingers, by the browser's own protocol. */
import { cdp } from 'vitest/browser';

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface DragOptions {
  /** Held from the first move on. */
  readonly modifier?: 'alt';
}

const MODIFIERS = { alt: 1 } as const;
const STEPS = 6;

/** The middle of the element, or `at` from its top left corner. */
export function pointOf(element: Element, at?: Point): Point {
  const box = element.getBoundingClientRect();
  return at
    ? { x: box.left + at.x, y: box.top + at.y }
    : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** Presses, moves in steps, and lets go. */
export async function dragByMouse(from: Point, to: Point, options: DragOptions = {}) {
  const modifiers = options.modifier ? MODIFIERS[options.modifier] : 0;
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Point) =>
    cdp().send('Input.dispatchMouseEvent', {
      type,
      button: 'left',
      ...{ buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 },
      ...{ modifiers, ...inWindow(at) },
    });
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...inWindow(from) });
  await send('mousePressed', from);
  for (const at of between(from, to)) await send('mouseMoved', at);
  await send('mouseReleased', to);
}

/** Lays a finger down, holds it for `holdMs`, moves it, and lifts it. */
export async function dragByTouch(from: Point, to: Point, holdMs: number) {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    cdp().send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(inWindow),
    });
  await send('touchStart', [from]);
  await new Promise((wake) => setTimeout(wake, holdMs));
  for (const at of between(from, to)) await send('touchMove', [at]);
  await send('touchEnd', []);
}

function between(from: Point, to: Point): Point[] {
  return Array.from({ length: STEPS }, (_, index) => {
    const part = (index + 1) / STEPS;
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  });
}

/** The test runs in a frame of the browser's page. */
function inWindow({ x, y }: Point): Point {
  const frame = window.frameElement;
  if (!frame) return { x, y };
  const box = frame.getBoundingClientRect();
  const scale = box.width / window.innerWidth;
  return { x: box.left + x * scale, y: box.top + y * scale };
}
