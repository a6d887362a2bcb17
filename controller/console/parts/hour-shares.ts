/** What a clock hour gives each organization, against what it was promised. Pure. */
import type { ManifestOrganization, Slot } from '../../../shared/protocol/manifest.ts';
import { HOUR_MS, type EpochMs } from '../../../shared/time.ts';

export interface HourShare {
  readonly organization: ManifestOrganization;
  /** Whole per cent of the hour's open time. */
  readonly percent: number;
  readonly ms: number;
  /** Less than promised by more than one slot, with something to show. */
  readonly isShort: boolean;
}

/** Shares of the clock hour around `at`; `offsetMs` is the zone's. Empty when nothing is planned in it. */
export function hourShares(
  slots: readonly Slot[],
  organizations: readonly ManifestOrganization[],
  { at, offsetMs }: { readonly at: EpochMs; readonly offsetMs: number },
): readonly HourShare[] {
  const fromMs = Math.floor((at + offsetMs) / HOUR_MS) * HOUR_MS - offsetMs;
  const within = (slot: Slot) =>
    Math.max(0, Math.min(slot.endMs, fromMs + HOUR_MS) - Math.max(slot.startMs, fromMs));
  const hour = slots.filter((slot) => within(slot) > 0);
  const totalMs = hour.reduce((sum, slot) => sum + within(slot), 0);
  if (totalMs === 0) return [];
  const longestMs = Math.max(...hour.map((slot) => slot.endMs - slot.startMs));
  return organizations.map((organization) => {
    const own = hour.filter(({ organizationId }) => organizationId === organization.id);
    const ms = own.reduce((sum, slot) => sum + within(slot), 0);
    const promisedMs = (totalMs * organization.sharePercent) / 100;
    return {
      organization,
      ms,
      percent: Math.round((ms / totalMs) * 100),
      isShort: own.length > 0 && ms + longestMs < promisedMs,
    };
  });
}
