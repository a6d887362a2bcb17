import type { Play } from '../../shared/content/play.ts';
import type { CivilDate, EpochMs } from '../../shared/time.ts';
import type { StoredTotal } from './database.ts';

export interface FoldHow {
  /** The board's date at an instant. */
  readonly dateOf: (at: EpochMs) => CivilDate;
  readonly newId: () => string;
}

/**
 * Counts `plays` by day, slide revision and booking. Answers the totals that are new or grew; those that are
 * sealed, since they may be at the controller already, never grow.
 */
export function foldPlays(
  plays: readonly Play[],
  totals: readonly StoredTotal[],
  how: FoldHow,
): readonly StoredTotal[] {
  const open = totals.filter(({ isSealed }) => !isSealed);
  const byKey = new Map(open.map((total) => [keyOf(total), total]));
  const changed = new Map<string, StoredTotal>();
  for (const play of plays) {
    const empty = emptyTotal(play, how);
    const key = keyOf(empty);
    const total = changed.get(key) ?? byKey.get(key) ?? empty;
    const shownMs = total.shownMs + play.endedAt - play.startedAt;
    changed.set(key, { ...total, [play.outcome]: total[play.outcome] + 1, shownMs });
  }
  return [...changed.values()];
}

function emptyTotal(play: Play, { dateOf, newId }: FoldHow): StoredTotal {
  const { slideId, revisionId, bookingId, clockSure = true } = play;
  const counts = { played: 0, cut: 0, failed: 0, shownMs: 0 };
  const date = dateOf(play.startedAt);
  return {
    ...{ id: newId(), date, slideId, revisionId, bookingId },
    ...{ ...counts, clockSure, isSealed: false },
  };
}

function keyOf({ date, slideId, revisionId, bookingId, clockSure }: StoredTotal): string {
  return [date, slideId, revisionId, bookingId ?? '', String(clockSure)].join('/');
}
