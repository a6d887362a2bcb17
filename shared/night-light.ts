/** How bright an LED board may be at night on average, by the zone of light that it stands in. */
import type { Screen } from './content/screen.ts';
import { sunTimes } from './sun.ts';
import { dateAt, HOUR_MS, instantOf, type EpochMs, type ZoneOffset } from './time.ts';

/** 조명환경관리구역, from 1 (nature) to 4 (shops and offices). */
export const lightZones = [1, 2, 3, 4] as const;
export type LightZone = (typeof lightZones)[number];

/** Mean luminance of the whole board, cd/m². */
export interface NightLimits {
  /** From an hour after sunset to midnight. */
  readonly eveningNits: number;
  /** From midnight to an hour before sunrise. */
  readonly smallHoursNits: number;
}

/** The stricter one of the two that a station plaza can be in. */
export const DEFAULT_LIGHT_ZONE: LightZone = 3;

export const nightLimits: Readonly<Record<LightZone, NightLimits>> = {
  1: { eveningNits: 400, smallHoursNits: 50 },
  2: { eveningNits: 800, smallHoursNits: 400 },
  3: { eveningNits: 1_000, smallHoursNits: 800 },
  4: { eveningNits: 1_500, smallHoursNits: 1_000 },
};

/** Where the table is from, and whether somebody has compared it with the printed rule. */
export const nightLimitsSource: { readonly text: string; readonly verified: boolean } = {
  text: '인공조명에 의한 빛공해 방지법 시행규칙 별표 1(전광류 광고물의 평균 휘도)',
  verified: false,
};

export type NightPart = 'day' | 'dusk' | 'evening' | 'small-hours' | 'dawn';

export interface NightQuestion {
  readonly screen: Pick<Screen, 'latitude' | 'longitude' | 'peakNits' | 'nightLight'>;
  readonly offsets: readonly ZoneOffset[];
  readonly at: EpochMs;
}

/**
 * The most that the board may shine on average at `at`, cd/m²: by day its own peak, at night its limit, and in
 * the hour after sunset and before sunrise between the two, linear in the logarithm.
 */
export function nightLimit({ screen, offsets, at }: NightQuestion): {
  readonly part: NightPart;
  readonly nits: number;
} {
  const { peakNits } = screen;
  const limits = screen.nightLight ?? nightLimits[DEFAULT_LIGHT_ZONE];
  const evening = Math.min(peakNits, limits.eveningNits);
  const smallHours = Math.min(peakNits, limits.smallHoursNits);
  // Of the civil date in the zone.
  const sun = sunTimes(instantOf(offsets, dateAt(offsets, at), 720), screen);
  if (!sun) return { part: 'evening', nits: evening };
  if (at < sun.riseMs - HOUR_MS) return { part: 'small-hours', nits: smallHours };
  if (at < sun.riseMs) {
    const nits = between(smallHours, peakNits, 1 - (sun.riseMs - at) / HOUR_MS);
    return { part: 'dawn', nits };
  }
  if (at < sun.setMs) return { part: 'day', nits: peakNits };
  if (at >= sun.setMs + HOUR_MS) return { part: 'evening', nits: evening };
  return { part: 'dusk', nits: between(peakNits, evening, (at - sun.setMs) / HOUR_MS) };
}

function between(from: number, to: number, part: number): number {
  return from * (to / from) ** part;
}
