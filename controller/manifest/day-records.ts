/** Screen days made again from the history of manifests, the last few remembered. */
import { DAY_MS, dayNumber, HOUR_MS, type CivilDate, type EpochMs } from '../../shared/time.ts';
import type { History, HistoryStep } from '../store/store.ts';
import type { DayRecord, Log } from '../usecases/context.ts';
import { dayRecord } from './day-record.ts';
import { replay, stepsOf, type Revision } from './replay.ts';

export interface DayRecordParts {
  readonly history: History;
  readonly log: Log;
  readonly now: () => EpochMs;
  /** The newest revision of a manifest; undefined when it has gone. */
  readonly newestRevision: (manifestId: string) => number | undefined;
}

/** Reads a day up to now, or up to its end. Undefined where nothing is known of it. */
export type ReadDay = (screenId: string, date: CivilDate) => Promise<DayRecord | undefined>;

interface Remembered {
  /** Of the group in which the screen ended the day; null once the day is over. */
  readonly revision: number | null | undefined;
  readonly record: Promise<DayRecord | undefined>;
}
type Assigned = Awaited<ReturnType<History['assigned']>>;

const REMEMBERED = 8;
/** From UTC midnight of its date: a screen day in any zone, of up to 48 hours, lies within. */
const EARLIEST_MS = -14 * HOUR_MS;
const LATEST_MS = 2 * DAY_MS + 12 * HOUR_MS;

export function createDayRecords(parts: DayRecordParts): ReadDay {
  const { history, log, now, newestRevision } = parts;
  const remembered = new Map<string, Remembered>();
  const revisionsByDay = new Map<string, readonly Revision[]>();

  return async (screenId, date) => {
    const fromMs = dayNumber(date) * DAY_MS + EARLIEST_MS;
    const toMs = dayNumber(date) * DAY_MS + LATEST_MS;
    const assigned = await history.assigned(screenId, fromMs, toMs);
    const last = assigned.at(-1);
    if (!last) return undefined;
    const key = keyOf(date, assigned, fromMs);
    const revision = now() > toMs ? null : newestRevision(last.manifestId);
    const known = remembered.get(key);
    if (known && known.revision === revision) return known.record;
    const record = read(date, assigned, { fromMs, toMs });
    const value = { revision, record };
    keep(remembered, key, value);
    record.catch(() => {
      if (remembered.get(key) === value) remembered.delete(key);
    });
    return record;
  };

  async function read(
    date: CivilDate,
    assigned: Assigned,
    span: { readonly fromMs: EpochMs; readonly toMs: EpochMs },
  ): Promise<DayRecord | undefined> {
    const stays = [];
    for (const [index, { manifestId, fromMs }] of assigned.entries()) {
      const toMs = assigned[index + 1]?.fromMs ?? span.toMs;
      const since = index === 0 ? Math.min(fromMs, span.fromMs) : fromMs;
      const steps = await history.steps(manifestId, since, toMs);
      const key = `${date} ${manifestId}`;
      const known = revisionsByDay.get(key);
      const revisions = await replay(stepsOf(steps, date), warn, known);
      keep(revisionsByDay, key, revisions);
      stays.push({ fromMs, revisions });
    }
    return dayRecord(date, stays);
  }

  function warn({ manifestId, revision }: HistoryStep): void {
    log.warn({ manifestId, revision }, 'a step of the history does not fit the one before');
  }
}

/** As the newest; the oldest goes. */
function keep<T>(values: Map<string, T>, key: string, value: T): void {
  values.delete(key);
  values.set(key, value);
  const [oldest] = values.keys();
  if (values.size > REMEMBERED && oldest !== undefined) values.delete(oldest);
}

/** The same for all screens that played the day by the same manifests. */
function keyOf(date: CivilDate, assigned: Assigned, startMs: EpochMs): string {
  const stays = assigned.map(
    ({ manifestId, fromMs }) => `${manifestId} ${String(Math.max(fromMs, startMs))}`,
  );
  return [date, ...stays].join('|');
}
