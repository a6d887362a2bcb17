import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Point } from './photo-view.ts';

export interface PhotoWishes {
  /** By so many CSS pixels. */
  readonly push: (by: Point) => void;
  /** So many times closer. */
  readonly zoom: (times: number) => void;
  /** At a point from the stage's left top corner. */
  readonly tap: (at: Point) => void;
}

/** Further than this a finger moves and does not tap. */
const TAP_PX = 6;

/** One finger or the mouse pushes a photo, two pinch it, a tap points at something. */
export class PhotoHands implements ReactiveController {
  readonly #wishes: PhotoWishes;
  readonly #fingers = new Map<number, Point>();
  #start: Point | undefined;

  constructor(host: ReactiveControllerHost, wishes: PhotoWishes) {
    this.#wishes = wishes;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#fingers.clear();
  }

  readonly onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#fingers.set(event.pointerId, pointOf(event));
    this.#start = this.#fingers.size === 1 ? pointOf(event) : undefined;
  };

  readonly onMove = (event: PointerEvent): void => {
    const before = this.#fingers.get(event.pointerId);
    if (!before) return;
    const now = pointOf(event);
    if (this.#start && distance(this.#start, now) <= TAP_PX) return;
    this.#start = undefined;
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.#fingers.set(event.pointerId, now);
    if (other) this.#wishes.zoom(distance(now, other) / Math.max(1, distance(before, other)));
    const part = other ? 0.5 : 1;
    this.#wishes.push({ x: (now.x - before.x) * part, y: (now.y - before.y) * part });
  };

  readonly onUp = (event: PointerEvent): void => {
    if (!this.#fingers.delete(event.pointerId) || !this.#start) return;
    this.#start = undefined;
    if (event.type === 'pointercancel') return;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    this.#wishes.tap({ x: event.clientX - box.left, y: event.clientY - box.top });
  };
}

function pointOf({ clientX, clientY }: PointerEvent): Point {
  return { x: clientX, y: clientY };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
