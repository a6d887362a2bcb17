import { startDays } from '../../controller/manifest/expand.ts';
import { MANIFEST_DAYS } from '../../shared/protocol/manifest.ts';
import type { CivilDate } from '../../shared/time.ts';

type Recurring = Omit<Parameters<typeof startDays>[0], 'holidays' | 'marketDays'>;

/** The start days of a manifest's span, of a booking that does not look at the calendar of the place. */
export function bookingDays(booking: Recurring, firstDate: CivilDate, closedDays?: string): string {
  return startDays(booking, { firstDate, count: MANIFEST_DAYS }, { closedDays });
}
