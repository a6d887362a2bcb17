import { Temporal } from 'temporal-polyfill';
import { MANIFEST_DAYS } from '../../shared/protocol/manifest.ts';
import { addDays, type CivilDate, type EpochMs, type ZoneOffset } from '../../shared/time.ts';

const NS_PER_MS = 1e6;
const offsetsByKey = new Map<string, readonly ZoneOffset[]>();

/**
 * The zone's offsets from the day before `firstDate` to two days after the last of `days`, sorted; the
 * first begins before that span. Throws a RangeError when the zone is unknown.
 */
export function zoneOffsets(
  zone: string,
  firstDate: CivilDate,
  days = MANIFEST_DAYS,
): readonly ZoneOffset[] {
  const key = `${zone} ${firstDate} ${days}`;
  const known = offsetsByKey.get(key);
  if (known) return known;
  const start = Temporal.PlainDate.from(addDays(firstDate, -1)).toZonedDateTime(zone);
  const end = Temporal.PlainDate.from(addDays(firstDate, days + 2)).toZonedDateTime(zone);
  // The last change before the span rather than its first day: tomorrow's manifest then says the same.
  const since = start.getTimeZoneTransition('previous')?.epochMilliseconds ?? 0;
  const offsets = [{ ...offsetFrom(start), fromMs: Math.max(since, 0) }];
  let next = start.getTimeZoneTransition('next');
  while (next && next.epochMilliseconds < end.epochMilliseconds) {
    offsets.push(offsetFrom(next));
    next = next.getTimeZoneTransition('next');
  }
  if (offsetsByKey.size > 50) offsetsByKey.clear();
  offsetsByKey.set(key, offsets);
  return offsets;
}

/** The civil date in the zone at `at`. */
export function dateInZone(zone: string, at: EpochMs): CivilDate {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** Whether this machine's zone database knows `zone`. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    // The only way to ask: an unknown name throws.
    return false;
  }
}

function offsetFrom(moment: Temporal.ZonedDateTime): ZoneOffset {
  return { fromMs: moment.epochMilliseconds, offsetMs: moment.offsetNanoseconds / NS_PER_MS };
}
