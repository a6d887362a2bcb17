/**
 * How far a slide is toned down at night, from sun and zone: the board's mean luminance stays under the
 * limit for LED boards in residential zones, reached by an hour after sunset.
 */
import type { Screen } from '../../shared/content/screen.ts';
import { HOUR_MS, dateAt, instantOf, type EpochMs, type ZoneOffset } from '../../shared/time.ts';
import { sunTimes } from '../../shared/sun.ts';

/** Zone 3 of the light-pollution rules, cd/m²: an hour after sunset to midnight, midnight to an hour before sunrise. */
const EVENING_NITS = 1_000;
const SMALL_HOURS_NITS = 800;
const RAMP_MS = HOUR_MS;
/** From linear light to the signal of a board that is driven like a monitor. */
const GAMMA = 2.2;

export interface DimQuestion {
  readonly screen: Pick<Screen, 'latitude' | 'longitude' | 'peakNits'>;
  readonly offsets: readonly ZoneOffset[];
  /** Mean luminance of the frame in linear light, 0 black to 1 white. */
  readonly frameLuminance: number;
  readonly at: EpochMs;
}

/** How much black lies over the slide, 0 (day) to 1. */
export function nightDim(question: DimQuestion): number {
  const light = nightLight(question);
  return Math.round((1 - light ** (1 / GAMMA)) * 100) / 100;
}

/** What part of its light the slide keeps, 0 to 1; between day and night linear in its logarithm. */
export function nightLight({ screen, offsets, frameLuminance, at }: DimQuestion): number {
  const frameNits = screen.peakNits * Math.max(0.01, frameLuminance);
  const evening = Math.min(1, EVENING_NITS / frameNits);
  const smallHours = Math.min(1, SMALL_HOURS_NITS / frameNits);
  // Of the civil date in the zone.
  const sun = sunTimes(instantOf(offsets, dateAt(offsets, at), 720), screen);
  if (!sun) return evening;
  if (at < sun.riseMs - RAMP_MS) return smallHours;
  if (at < sun.riseMs) return ramp(smallHours, 1, 1 - (sun.riseMs - at) / RAMP_MS);
  if (at < sun.setMs) return 1;
  if (at < sun.setMs + RAMP_MS) return ramp(1, evening, (at - sun.setMs) / RAMP_MS);
  return evening;
}

function ramp(from: number, to: number, part: number): number {
  return from * (to / from) ** part;
}
