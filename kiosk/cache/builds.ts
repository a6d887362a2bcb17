/** Which build of the page a board is served: the newest, until it turns out not to start. Values in, values out. */

export interface Builds {
  /** The last build that drew a frame; null before the first. */
  readonly good: string | null;
  /** A newer one that was served and has not drawn a frame yet. */
  readonly trial: { readonly version: string; readonly starts: number } | null;
  /** Builds that did not start, the last ones: they are not taken again. */
  readonly refused: readonly string[];
}

export const noBuilds: Builds = { good: null, trial: null, refused: [] };

/** So often a build may start without drawing a frame. */
const STARTS = 2;
const MAX_REFUSED = 5;

/** The page starts, and `own` is the newest build here: which one it is served, and what is known afterwards. */
export function onStart(
  builds: Builds,
  own: string,
): { readonly serve: string; readonly builds: Builds } {
  const { good, trial, refused } = builds;
  if (good === null || good === own) return { serve: own, builds };
  if (refused.includes(own)) return { serve: good, builds };
  const starts = trial?.version === own ? trial.starts : 0;
  if (starts < STARTS)
    return { serve: own, builds: { ...builds, trial: { version: own, starts: starts + 1 } } };
  const now = { good, trial: null, refused: [...refused, own].slice(-MAX_REFUSED) };
  return { serve: good, builds: now };
}

/** A page of this build drew a frame. One that was refused meanwhile was too slow: it stays refused. */
export function onPainted(builds: Builds, version: string): Builds {
  const { trial, refused } = builds;
  if (refused.includes(version)) return builds;
  return { good: version, trial: trial?.version === version ? null : trial, refused };
}

/** The start could not be judged, as nobody sees the page: it does not count. */
export function onUnseen({ good, trial, refused }: Builds): Builds {
  if (!trial) return { good, trial, refused };
  return { good, trial: { ...trial, starts: trial.starts - 1 }, refused };
}

/** What was stored before; `noBuilds` where that is nothing or something else. */
export function parseBuilds(stored: unknown): Builds {
  if (typeof stored !== 'object' || stored === null) return noBuilds;
  const { good, trial, refused } = stored as Partial<Record<keyof Builds, unknown>>;
  return {
    good: typeof good === 'string' ? good : null,
    trial: isTrial(trial) ? trial : null,
    refused: Array.isArray(refused) ? refused.filter((one) => typeof one === 'string') : [],
  };
}

function isTrial(trial: unknown): trial is NonNullable<Builds['trial']> {
  if (typeof trial !== 'object' || trial === null) return false;
  return (
    'version' in trial &&
    typeof trial.version === 'string' &&
    'starts' in trial &&
    typeof trial.starts === 'number'
  );
}
