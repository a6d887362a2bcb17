/** The ways of a map as it is drawn, in board pixels. */
import { svg } from 'lit';
import type { mapContentSchema, wayKinds } from '../content/slide.ts';
import type * as z from 'zod/mini';
import type { Box, Point } from './label-places.ts';

type Way = z.infer<typeof mapContentSchema>['ways'][number];
type WayKind = (typeof wayKinds)[number];

/** What is drawn later lies on top: the viaduct over the streets. */
const ORDER: readonly WayKind[] = ['road', 'path', 'rail'];

/** A point of the map within `area`. */
export function pointIn({ left, top, width, height }: Box, { x, y }: Point): Point {
  return { x: left + x * width, y: top + y * height };
}

/** Streets, paths and the viaduct; what ends at the edge of the map goes on to the edge of the board. */
export function drawWays(ways: readonly Way[], area: Box) {
  const unit = Math.min(area.width, area.height);
  return ORDER.map((kind) =>
    ways
      .filter((way) => way.kind === kind)
      .map((way) => drawWay(kind, { path: pathOf(way.points, area), unit })),
  );
}

/** A soft light on the plaza around whoever reads. */
export function drawHere({ x, y }: Point, sizePx: number) {
  return svg`<circle class="glow" cx=${x} cy=${y} r=${sizePx * 2.6} />
    <circle class="glow" cx=${x} cy=${y} r=${sizePx * 1.5} />`;
}

function drawWay(kind: WayKind, { path, unit }: { readonly path: string; readonly unit: number }) {
  if (kind === 'road') return svg`<path class="road" d=${path} stroke-width=${unit * 0.05} />`;
  if (kind === 'path')
    return svg`<path class="path" d=${path} stroke-width=${unit * 0.016}
      stroke-dasharray=${`0 ${String(unit * 0.036)}`} />`;
  return svg`<path class="deck" d=${path} stroke-width=${unit * 0.085} />
    <path class="bed" d=${path} stroke-width=${unit * 0.06} />
    <path class="ties" d=${path} stroke-width=${unit * 0.044}
      stroke-dasharray=${`${String(unit * 0.009)} ${String(unit * 0.024)}`} />`;
}

function pathOf(points: readonly Point[], area: Box): string {
  const inside = points.map((point) => pointIn(area, point));
  const [first, second] = inside;
  const [last, before] = [inside.at(-1), inside.at(-2)];
  if (!first || !second || !last || !before) return '';
  const whole = [
    isAtEdge(points[0]) ? beyond(first, second, area) : first,
    ...inside.slice(1, -1),
    isAtEdge(points.at(-1)) ? beyond(last, before, area) : last,
  ];
  return `M${whole.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}

function isAtEdge(point: Point | undefined): boolean {
  return point !== undefined && [point.x, point.y].some((one) => one <= 0.001 || one >= 0.999);
}

/** Further out from `end` on the line that comes from `from`. */
function beyond(end: Point, from: Point, { width, height }: Box): Point {
  const length = Math.hypot(end.x - from.x, end.y - from.y);
  const far = length === 0 ? 0 : Math.max(width, height) / length;
  return { x: end.x + (end.x - from.x) * far, y: end.y + (end.y - from.y) * far };
}
