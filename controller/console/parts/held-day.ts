/** A day of a board as far as the console holds it. */
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import type { DayOverview } from '../../../shared/schedule/overview.ts';
import type { CivilDate, EpochMs } from '../../../shared/time.ts';
import type { Desk } from '../link/desk.ts';
import { hourAt, hourShares, overviewOf, type HourShare } from './hour-shares.ts';

export interface HeldDay {
  readonly manifest: Manifest;
  readonly slots: readonly Slot[];
  readonly overview: DayOverview;
}

/** Undefined until both the manifest and the plan have been read; reads nothing itself. */
export function heldDay(desk: Desk, screenId: string, date: CivilDate): HeldDay | undefined {
  const manifest = desk.manifest(screenId).value;
  const slots = desk.plan(screenId, date).value;
  if (!manifest || !slots) return undefined;
  return { manifest, slots, overview: overviewOf(manifest, slots, { date, now: desk.now() }) };
}

/** What an organization gets in the hour of `at`; undefined for the house and outside of the opening. */
export function shareAt(
  { manifest, overview }: HeldDay,
  organizationId: string | null,
  at: EpochMs,
): HourShare | undefined {
  const shares = hourShares(hourAt(overview, at), manifest.organizations);
  return shares.find((share) => share.organizationId === organizationId);
}
