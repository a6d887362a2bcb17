/** Puts the signs and names of a map where there is room for them. */
import type { ContentOf } from './slide-element.ts';
import {
  boxAround,
  freePlace,
  nearestFree,
  placesAlong,
  placesAround,
  type Box,
  type Point,
} from './label-places.ts';
import { pointIn } from './map-drawing.ts';

interface MapRoom {
  /** Board pixels. */
  readonly area: Box;
  readonly signPx: number;
  /** Of the box that the names stand in. */
  readonly corner: Point;
}

/**
 * Moves the `.mark` and `.name` elements of `box`, which have their type already, and hides those without a
 * place: first where the reader stands, then the exits, then the rest in their order, ways last. Gives the names
 * that are hidden.
 */
export function placeNames(
  box: HTMLElement,
  content: ContentOf<'map'>,
  { area, signPx, corner }: MapRoom,
): readonly string[] {
  const taken: Box[] = [];
  const gap = signPx * 0.12;
  const take = (element: HTMLElement, place: Box | undefined) => {
    element.hidden = place === undefined;
    if (!place) return;
    taken.push(place);
    element.style.transform = `translate(${place.left - corner.x}px, ${place.top - corner.y}px)`;
  };
  const signs = signsOf(box, content, area).flatMap(({ sign, name, at }) => {
    const spot = nearestFree(at, signPx, { taken, bounds: area });
    take(sign, spot && boxAround(spot, signPx));
    if (!spot) take(name, undefined);
    return spot ? [{ name, spot }] : [];
  });
  for (const { name, spot } of signs) {
    const places = placesAround(spot, sizeOf(name), { markPx: signPx, bounds: area });
    take(name, freePlace(places, area, { taken, gap }));
  }
  for (const name of box.querySelectorAll<HTMLElement>('.name.way')) {
    const way = content.ways[Number(name.dataset.way)];
    const points = (way?.points ?? []).map((point) => pointIn(area, point));
    take(name, freePlace(placesAlong(points, sizeOf(name)), area, { taken, gap }));
  }
  const names = [...box.querySelectorAll<HTMLElement>('.name')];
  return names.filter(({ hidden }) => hidden).map(({ textContent }) => textContent.trim());
}

/** Every sign with its name and its point, the most important first. */
function signsOf(box: HTMLElement, content: ContentOf<'map'>, area: Box) {
  const found = [...box.querySelectorAll<HTMLElement>('.mark')].flatMap((sign) => {
    const name = sign.nextElementSibling;
    const mark = content.marks[Number(sign.dataset.mark)];
    const at = sign.matches('.here') ? content.here : mark?.at;
    if (!(name instanceof HTMLElement) || !at) return [];
    const rank = sign.matches('.here') ? 0 : mark?.kind === 'exit' ? 1 : 2;
    return [{ sign, name, at: pointIn(area, at), rank }];
  });
  return found.sort((a, b) => a.rank - b.rank);
}

function sizeOf(name: HTMLElement): Pick<Box, 'width' | 'height'> {
  name.hidden = false;
  return { width: name.offsetWidth, height: name.offsetHeight };
}
