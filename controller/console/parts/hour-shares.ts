/** What a clock hour gives each organization, against what it was promised. Pure but for a memory of days. */
import type { Manifest, ManifestOrganization, Slot } from '../../../shared/protocol/manifest.ts';
import {
  dayOverview,
  type DayOverview,
  type HourOverview,
  type PartyHour,
} from '../../../shared/schedule/overview.ts';
import type { CivilDate, EpochMs } from '../../../shared/time.ts';
import { planDateOf } from './board-view.ts';

export interface HourShare extends PartyHour {
  readonly organization: ManifestOrganization;
  /** Whole per cent of the hour's open time. */
  readonly percent: number;
}

interface Known {
  readonly manifest: Manifest;
  readonly isPast: boolean;
  readonly overview: DayOverview;
}

const overviews = new WeakMap<readonly Slot[], Known>();

/**
 * The day at a glance, remembered for as long as its slots are. Of a day before the one on at `now` the manifest
 * of today does not know what was live.
 */
export function overviewOf(
  manifest: Manifest,
  slots: readonly Slot[],
  { date, now }: { readonly date: CivilDate; readonly now: EpochMs },
): DayOverview {
  const isPast = date < planDateOf(manifest.calendar, now);
  const known = overviews.get(slots);
  if (known?.manifest === manifest && known.isPast === isPast) return known.overview;
  const question = { date, slots, ...(isPast ? { knownFrom: Infinity } : {}) };
  const overview = dayOverview(manifest, question);
  overviews.set(slots, { manifest, isPast, overview });
  return overview;
}

/** The hour that `at` falls into; undefined outside of the opening. */
export function hourAt({ hours }: DayOverview, at: EpochMs): HourOverview | undefined {
  return hours.find(({ fromMs, toMs }) => fromMs <= at && at < toMs);
}

/** In the manifest's order; empty without an hour. */
export function hourShares(
  hour: HourOverview | undefined,
  organizations: readonly ManifestOrganization[],
): readonly HourShare[] {
  if (!hour) return [];
  return hour.parties.flatMap((party) => {
    const organization = organizations.find(({ id }) => id === party.organizationId);
    if (!organization) return [];
    const percent = Math.round((party.ms / (hour.toMs - hour.fromMs)) * 100);
    return [{ ...party, organization, percent }];
  });
}
