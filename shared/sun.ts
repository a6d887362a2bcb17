import { DAY_MS, type EpochMs } from './time.ts';

const J2000_MS = 946_728_000_000;
const RADIANS = Math.PI / 180;
/** Of its centre when the upper edge touches the horizon, refraction included. */
const RISING = sin(-0.833);
const TILT = sin(23.44);

/**
 * Sunrise and sunset of the solar day around the local noon `noonMs`, in Korea to three minutes; null where
 * the sun stays up or down that day. Degrees, north and east positive. (The sunrise equation.)
 */
export function sunTimes(
  noonMs: EpochMs,
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
): { readonly riseMs: EpochMs; readonly setMs: EpochMs } | null {
  const turn = longitude / 360;
  const days = Math.round((noonMs - J2000_MS) / DAY_MS + turn) - turn;
  const anomaly = 357.5291 + 0.98560028 * days;
  const centre = 1.9148 * sin(anomaly) + 0.02 * sin(2 * anomaly) + 0.0003 * sin(3 * anomaly);
  const ecliptic = anomaly + centre + 282.9372;
  const transit = days + 0.0009 + 0.0053 * sin(anomaly) - 0.0069 * sin(2 * ecliptic);
  const sinHeight = sin(ecliptic) * TILT;
  const cosHour =
    (RISING - sin(latitude) * sinHeight) / (sin(90 - latitude) * Math.sqrt(1 - sinHeight ** 2));
  if (Math.abs(cosHour) > 1) return null;
  const half = Math.acos(cosHour) / RADIANS / 360;
  const instant = (day: number) => Math.round(J2000_MS + day * DAY_MS);
  return { riseMs: instant(transit - half), setMs: instant(transit + half) };
}

function sin(degrees: number): number {
  return Math.sin(degrees * RADIANS);
}
