import type { ZoneOffset } from '../../shared/time.ts';
import { basicOffset, basicTimeAt } from './basic-time.ts';

/**
 * The zone as a VTIMEZONE (RFC 5545 3.6.5), without a line break at its end: one observance for each of
 * `offsets`, so what it says holds from the first of them to the last. `offsets` are sorted.
 */
export function zoneComponent(zone: string, offsets: readonly ZoneOffset[]): string {
  const standardMs = Math.min(...offsets.map(({ offsetMs }) => offsetMs));
  const observances = offsets.flatMap(({ fromMs, offsetMs }, index) => {
    const beforeMs = offsets[index - 1]?.offsetMs ?? offsetMs;
    const kind = offsetMs > standardMs ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${kind}`,
      // By the clocks as they were until the change.
      `DTSTART:${basicTimeAt([{ fromMs, offsetMs: beforeMs }], fromMs)}`,
      `TZOFFSETFROM:${basicOffset(beforeMs)}`,
      `TZOFFSETTO:${basicOffset(offsetMs)}`,
      `END:${kind}`,
    ];
  });
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE'].join('\r\n');
}
