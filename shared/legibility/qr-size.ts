/** [L14] How large a QR code must be. */

interface Viewing {
  readonly pitchMm: number;
  readonly viewingDistanceM: number;
}

/**
 * A code of 25 modules is then a tenth of the distance wide: the 10:1 rule of sign makers, which stands in no
 * norm but is asked for by all of them. By the module it also holds for codes of more modules.
 */
const MM_PER_M = 4;
/** From farther away nobody holds up a phone: who wants the code walks up to it. */
const FARTHEST_M = 10;
/** Where room is short, who scans comes as close as this part of the way. */
const CLOSEST_PART = 0.5;
/** An LED wall's pixels are points with dark between them: fewer make no square of them. */
const LEAST_LED_PX = 3;
const LEAST_SCREEN_PX = 2;
const LED_PITCH_MM = 2;
/** Light modules on each side, by ISO/IEC 18004. */
export const QUIET_MODULES = 4;

export interface ModuleNeed {
  /** Whole board pixels: scanned from where people stand. */
  readonly wantedPx: number;
  /** Under it the code is better left out. */
  readonly leastPx: number;
}

/** What a module of a code needs on a board. */
export function moduleNeed({ pitchMm, viewingDistanceM }: Viewing): ModuleNeed {
  const floorPx = pitchMm >= LED_PITCH_MM ? LEAST_LED_PX : LEAST_SCREEN_PX;
  const sizeFor = (distanceM: number) =>
    Math.max(floorPx, Math.ceil((MM_PER_M * distanceM) / pitchMm));
  const distanceM = Math.min(viewingDistanceM, FARTHEST_M);
  return { wantedPx: sizeFor(distanceM), leastPx: sizeFor(distanceM * CLOSEST_PART) };
}

/** Metres from which a code of such modules is scanned. */
export function scannedFromM(modulePx: number, pitchMm: number): number {
  return (modulePx * pitchMm) / MM_PER_M;
}
