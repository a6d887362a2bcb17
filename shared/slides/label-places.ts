/** Finds places for the names on a map, so that none lies over another or leaves the map. Pure. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

type Size = Pick<Box, 'width' | 'height'>;

/** Parts of a way at which its name may stand, the best first. */
const ALONG = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9] as const;
const STEPS = 8;

/** The first of `places` where a box of that size is inside `bounds` and `gap` away from all of `taken`. */
export function freePlace(
  places: readonly Box[],
  bounds: Box,
  { taken, gap }: { readonly taken: readonly Box[]; readonly gap: number },
): Box | undefined {
  return places.find(
    (place) => isWithin(place, bounds) && !taken.some((one) => meet(place, one, gap)),
  );
}

/** Beside, beneath and above a mark of `markPx`, then at its corners; the side with more room comes first. */
export function placesAround(
  { x, y }: Point,
  { width, height }: Size,
  { markPx, bounds }: { readonly markPx: number; readonly bounds: Box },
): readonly Box[] {
  const away = markPx / 2 + markPx * 0.18;
  const right = { left: x + away, top: y - height / 2 };
  const left = { left: x - away - width, top: y - height / 2 };
  const sides = x < bounds.left + bounds.width * 0.62 ? [right, left] : [left, right];
  const corners = sides.flatMap((side) => [
    { left: side.left, top: y + markPx * 0.3 },
    { left: side.left, top: y - markPx * 0.3 - height },
  ]);
  const beneath = { left: x - width / 2, top: y + away };
  const above = { left: x - width / 2, top: y - away - height };
  return [...sides, beneath, above, ...corners].map((corner) => ({ ...corner, width, height }));
}

/** Upon a way of `points`, longest stretch first. */
export function placesAlong(points: readonly Point[], { width, height }: Size): readonly Box[] {
  const stretches = points
    .slice(1)
    .map((to, index) => ({ from: points[index] ?? to, to }))
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  return stretches.flatMap(({ from, to }) =>
    ALONG.map((part) => ({
      left: from.x + (to.x - from.x) * part - width / 2,
      top: from.y + (to.y - from.y) * part - height / 2,
      width,
      height,
    })),
  );
}

/** A mark of `markPx` at `point`, or as near to it as `taken` and `bounds` leave it; within its own size. */
export function nearestFree(
  point: Point,
  markPx: number,
  { taken, bounds }: { readonly taken: readonly Box[]; readonly bounds: Box },
): Point | undefined {
  const at = within(point, markPx, bounds);
  const offsets = [0, 0.5, 1, 1.5].flatMap((far) =>
    Array.from({ length: far === 0 ? 1 : STEPS }, (_, step) => {
      const turn = (step * 2 * Math.PI) / STEPS;
      return { x: Math.cos(turn) * far * markPx, y: Math.sin(turn) * far * markPx };
    }),
  );
  return offsets
    .map((offset) => within({ x: at.x + offset.x, y: at.y + offset.y }, markPx, bounds))
    .find((one) => !taken.some((other) => meet(boxAround(one, markPx), other, 1)));
}

export function boxAround({ x, y }: Point, sizePx: number): Box {
  return { left: x - sizePx / 2, top: y - sizePx / 2, width: sizePx, height: sizePx };
}

function within({ x, y }: Point, markPx: number, { left, top, width, height }: Box): Point {
  const half = markPx / 2;
  return {
    x: Math.min(Math.max(x, left + half), left + width - half),
    y: Math.min(Math.max(y, top + half), top + height - half),
  };
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.left + inner.width <= outer.left + outer.width &&
    inner.top + inner.height <= outer.top + outer.height
  );
}

function meet(a: Box, b: Box, gap: number): boolean {
  return (
    a.left < b.left + b.width + gap &&
    b.left < a.left + a.width + gap &&
    a.top < b.top + b.height + gap &&
    b.top < a.top + a.height + gap
  );
}

function lengthOf({ from, to }: { readonly from: Point; readonly to: Point }): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}
