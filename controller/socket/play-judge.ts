/** Which of the plays that a board reports can be true. */
import type { Play, PlayTotal } from '../../shared/content/play.ts';
import { DAY_MS, MINUTE_MS, dayNumber, type EpochMs } from '../../shared/time.ts';
import type { Records } from '../store/store.ts';

/** Why something is refused: ahead of the clock, too long or backwards, more than its day holds, and so on. */
export type Impossible =
  'future' | 'length' | 'day-full' | 'unknown-revision' | 'unknown-booking' | 'other-board';

export interface Judged<Item> {
  /** To be stored. */
  readonly fresh: readonly Item[];
  /** Stored before. */
  readonly doubles: readonly string[];
  readonly refused: readonly { readonly id: string; readonly why: Impossible }[];
}

/** By how much a board's estimate of the time may be ahead. */
export const AHEAD_MS = MINUTE_MS;
/** A clock that is corrected during a day makes it a little longer. */
const DAY_HOLDS_MS = DAY_MS + 5 * MINUTE_MS;
const MOST_REMEMBERED = 50_000;

type Named = Pick<Play, 'slideId' | 'revisionId' | 'bookingId'>;

interface ReportedBy {
  readonly screenId: string;
  readonly now: EpochMs;
}

export class PlayJudge {
  /** The slide of each revision that was met. */
  readonly #slideOfRevision = new Map<string, string>();
  /** Bookings that were met; none is ever removed. */
  readonly #bookings = new Set<string>();
  /** How long each board played on each day, by UTC; milliseconds. */
  readonly #shownMs = new Map<string, number>();

  /** Within the transaction that then stores what is fresh; `forget` where that fails. */
  async plays(
    records: Records,
    plays: readonly Play[],
    { screenId, now }: ReportedBy,
  ): Promise<Judged<Play>> {
    const owners = await records.plays.owners(plays.map(({ id }) => id));
    await this.#learn(records, plays);
    const verdicts = new Map<string, Impossible | 'fresh' | 'double'>();
    for (const play of plays) {
      const owner = owners.get(play.id);
      if (verdicts.has(play.id)) continue;
      if (owner !== undefined) verdicts.set(play.id, owner === screenId ? 'double' : 'other-board');
      else verdicts.set(play.id, await this.#ofPlay(records, play, { screenId, now }));
    }
    return sorted(plays, verdicts);
  }

  /** As `plays`; a total is refused as a whole. */
  async totals(
    records: Records,
    totals: readonly PlayTotal[],
    { now }: ReportedBy,
  ): Promise<Judged<PlayTotal>> {
    await this.#learn(records, totals);
    const verdicts = new Map<string, Impossible | 'fresh'>();
    for (const total of totals)
      if (!verdicts.has(total.id)) verdicts.set(total.id, this.#ofTotal(total, now));
    return sorted(totals, verdicts);
  }

  /** What was judged was not stored. */
  forget(): void {
    this.#shownMs.clear();
  }

  async #ofPlay(
    records: Records,
    play: Play,
    { screenId, now }: ReportedBy,
  ): Promise<Impossible | 'fresh'> {
    const lengthMs = play.endedAt - play.startedAt;
    if (play.endedAt > now + AHEAD_MS) return 'future';
    if (lengthMs < 0 || lengthMs > DAY_MS) return 'length';
    const stranger = this.#strangerIn(play);
    if (stranger !== null) return stranger;
    const day = Math.floor(play.startedAt / DAY_MS);
    const key = `${screenId}/${String(day)}`;
    const before =
      this.#shownMs.get(key) ??
      (await records.plays.shownMs(screenId, day * DAY_MS, (day + 1) * DAY_MS));
    if (this.#shownMs.size >= MOST_REMEMBERED) this.#shownMs.clear();
    const isFull = before + lengthMs > DAY_HOLDS_MS;
    this.#shownMs.set(key, isFull ? before : before + lengthMs);
    return isFull ? 'day-full' : 'fresh';
  }

  #ofTotal(total: PlayTotal, now: EpochMs): Impossible | 'fresh' {
    // Somewhere on Earth it may be tomorrow.
    if (dayNumber(total.date) > Math.floor(now / DAY_MS) + 1) return 'future';
    if (total.shownMs > DAY_HOLDS_MS) return 'day-full';
    return this.#strangerIn(total) ?? 'fresh';
  }

  /** What it names that nobody here ever made; null for nothing. */
  #strangerIn({ slideId, revisionId, bookingId }: Named): Impossible | null {
    if (this.#slideOfRevision.get(revisionId) !== slideId) return 'unknown-revision';
    return bookingId === null || this.#bookings.has(bookingId) ? null : 'unknown-booking';
  }

  async #learn(records: Records, items: readonly Named[]): Promise<void> {
    await this.#learnRevisions(records, items);
    if (this.#bookings.size >= MOST_REMEMBERED) this.#bookings.clear();
    for (const id of new Set(items.map(({ bookingId }) => bookingId)))
      if (id !== null && !this.#bookings.has(id) && (await records.bookings.get(id)))
        this.#bookings.add(id);
  }

  async #learnRevisions(records: Records, items: readonly Named[]): Promise<void> {
    const ids = new Set(items.map(({ revisionId }) => revisionId));
    const unknown = [...ids].filter((id) => !this.#slideOfRevision.has(id));
    if (unknown.length === 0) return;
    if (this.#slideOfRevision.size >= MOST_REMEMBERED) this.#slideOfRevision.clear();
    for (const { id, slideId } of await records.revisions.some(unknown))
      this.#slideOfRevision.set(id, slideId);
  }
}

function sorted<Item extends { readonly id: string }>(
  items: readonly Item[],
  verdicts: ReadonlyMap<string, Impossible | 'fresh' | 'double'>,
): Judged<Item> {
  // The first of an id is the one that was judged.
  const byId = new Map(items.toReversed().map((item) => [item.id, item]));
  const all = [...verdicts];
  return {
    fresh: all.flatMap(([id, verdict]) => (verdict === 'fresh' ? (byId.get(id) ?? []) : [])),
    doubles: all.flatMap(([id, verdict]) => (verdict === 'double' ? id : [])),
    refused: all.flatMap(([id, why]) => (why === 'fresh' || why === 'double' ? [] : { id, why })),
  };
}
