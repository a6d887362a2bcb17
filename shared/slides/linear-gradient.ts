/** A computed `linear-gradient()`, taken apart so that a canvas can paint the same. */

export interface GradientStop {
  /** 0 to 1 along the way; of a stop in pixels, by the length of the way. */
  readonly at: number;
  readonly color: string;
}

export interface LinearGradient {
  readonly to: 'top' | 'bottom' | 'left' | 'right';
  readonly stops: readonly GradientStop[];
}

const SIDES = { top: 'height', bottom: 'height', left: 'width', right: 'width' } as const;

/**
 * Reads what `getComputedStyle` says of a background image, for a box of this size in CSS pixels. Undefined
 * for anything but one gradient towards a side whose stops all say where they are.
 */
export function parseLinearGradient(
  text: string,
  box: { readonly width: number; readonly height: number },
): LinearGradient | undefined {
  const [, inside] = /^linear-gradient\((.*)\)$/s.exec(text.trim()) ?? [];
  const parts = inside?.split(/,(?![^(]*\))/).map((part) => part.trim()) ?? [];
  const [, side] = /^to (top|bottom|left|right)$/.exec(parts[0] ?? '') ?? [];
  const to = (side ?? 'bottom') as LinearGradient['to'];
  const lengthPx = box[SIDES[to]];
  const stops = (side === undefined ? parts : parts.slice(1)).map((part) => {
    const [, color = '', amount = '', unit] = /^(.+\)|\S+)\s+(-?[\d.]+)(%|px)$/.exec(part) ?? [];
    return { at: unit === '%' ? Number(amount) / 100 : Number(amount) / lengthPx, color };
  });
  if (stops.length < 2 || stops.some(({ color }) => color === '')) return undefined;
  return { to, stops };
}

/** Paints it over the box whose corner is at `left`, `top`. */
export function paintLinearGradient(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  { to, stops }: LinearGradient,
  { left, top, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
): void {
  const [right, bottom] = [left + width, top + height];
  const ends = {
    top: { x0: 0, y0: bottom, x1: 0, y1: top },
    bottom: { x0: 0, y0: top, x1: 0, y1: bottom },
    left: { x0: right, y0: 0, x1: left, y1: 0 },
    right: { x0: left, y0: 0, x1: right, y1: 0 },
  };
  const { x0, y0, x1, y1 } = ends[to];
  const gradient = context.createLinearGradient(x0, y0, x1, y1);
  for (const { at, color } of stops) gradient.addColorStop(Math.min(1, Math.max(0, at)), color);
  context.fillStyle = gradient;
  context.fillRect(left, top, width, height);
}
