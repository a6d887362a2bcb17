/** How large a board looks from afar. Pure. */
import type { Geometry } from '../../../shared/slides/scene.ts';

/** CSS defines its pixel as the 96th part of an inch. */
const CSS_PX_PER_M = 96 / 0.0254;
/** How far a screen is from the eyes: on a desk, and in a hand. */
const EYE_M = { desk: 0.5, hand: 0.35 } as const;
export type Held = keyof typeof EYE_M;

/** Width of the board in metres. */
export function boardWidthM({ widthPx, pitchMm }: Geometry): number {
  return (widthPx * pitchMm) / 1000;
}

/**
 * The width in CSS pixels at which the board fills, on a screen that is `held` so, the same angle as the real
 * one does from `distanceM`: both subtend width / distance.
 */
export function seenWidthPx(geometry: Geometry, distanceM: number, held: Held): number {
  return (boardWidthM(geometry) / distanceM) * EYE_M[held] * CSS_PX_PER_M;
}

/** The nearest whole metre, at least `least`, from which the board as it is seen is no wider than `roomPx`. */
export function nearestM(
  geometry: Geometry,
  { roomPx, held, least }: { readonly roomPx: number; readonly held: Held; readonly least: number },
): number {
  return Math.max(least, Math.ceil(seenWidthPx(geometry, 1, held) / Math.max(1, roomPx)));
}

/** `50cm`. */
export function eyeWords(held: Held): string {
  return `${Math.round(EYE_M[held] * 100)}cm`;
}
