import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { BoundedPlays } from '../../../kiosk/cache/bounded-plays.ts';
import { Outbox } from '../../../kiosk/cache/outbox.ts';
import { memoryPlayStore } from '../../../kiosk/cache/play-store.ts';
import { StorageWatch } from '../../../kiosk/cache/storage-watch.ts';
import type { Play, PlayTotal } from '../../../shared/content/play.ts';
import { MAX_BATCH } from '../../../shared/protocol/events.ts';
import { dateAt } from '../../../shared/time.ts';

const DAY_MS = 86_400_000;

function play(number: number): Play {
  const startedAt = number * 60_000;
  return {
    id: String(number).padStart(8, '0'),
    ...{ slideId: `slide-${String(number % 3)}`, revisionId: `r-${String(number % 3)}` },
    bookingId: number % 3 === 0 ? null : `booking-${String(number % 3)}`,
    ...{ slotStartMs: startedAt, startedAt, endedAt: startedAt + 15_000 },
    outcome: number % 10 === 0 ? 'cut' : 'played',
    manifestRevision: 1,
    ...(number % 7 === 0 ? { clockSure: false } : {}),
  };
}

function rig(most = { disk: 1_000, memory: 600 }) {
  let made = 0;
  const [disk, memory] = [memoryPlayStore(), memoryPlayStore()];
  const told: unknown[] = [];
  const plays = new BoundedPlays({
    ...{ disk, memory, most, storage: new StorageWatch((error) => told.push(error)) },
    dateOf: (at) => dateAt([{ fromMs: 0, offsetMs: 0 }], at),
    newId: () => `total-${String((made += 1))}`,
  });
  return { plays, disk, memory, told };
}

/** A far end that may lose an answer, and counts each id once. */
class FarEnd {
  readonly plays = new Map<string, Play>();
  readonly totals = new Map<string, PlayTotal>();
  readonly weather: ('fine' | 'lost' | 'answer lost')[] = [];

  async drain(plays: BoundedPlays): Promise<void> {
    const wait = () => Promise.resolve();
    const onFailure = () => undefined;
    const send = this.#into(this.plays);
    await new Outbox<Play>({ store: plays, send, onFailure, wait }).drain();
    const sendTotals = this.#into(this.totals);
    await new Outbox<PlayTotal>({ store: plays.totals, send: sendTotals, onFailure, wait }).drain();
  }

  /** Plays that it knows of, by whether each is known or only counted. */
  get counted(): number {
    const totals = [...this.totals.values()];
    return totals.reduce((sum, { played, cut }) => sum + played + cut, this.plays.size);
  }

  #into<Item extends { readonly id: string }>(stored: Map<string, Item>) {
    return (items: readonly Item[]): Promise<readonly string[]> => {
      const now = this.weather.shift() ?? 'fine';
      if (now !== 'lost') for (const item of items) stored.set(item.id, item);
      return now === 'fine'
        ? Promise.resolve(items.map(({ id }) => id))
        : Promise.reject(new Error(now));
    };
  }
}

it('[B28] a play is written before anything is asked, since the page may be going away', () => {
  const { plays, disk } = rig();
  const put = vi.spyOn(disk, 'put');
  void plays.put(play(1));
  expect(put).toHaveBeenCalledTimes(1);
});

describe('plays that nobody takes', () => {
  it('[B30] are kept one by one up to a number; older ones by day, revision and booking', async () => {
    const { plays } = rig();
    for (let number = 0; number < 5_000; number += 1) await plays.put(play(number));
    const kept = await plays.count();
    expect(kept).toBeLessThanOrEqual(1_000);
    expect(kept + (await plays.folded())).toBe(5_000);
    const far = new FarEnd();
    await far.drain(plays);
    const totals = [...far.totals.values()];
    expect(totals.length).toBeLessThan(40);
    const folded = Array.from({ length: 5_000 }, (_, number) => play(number)).filter(
      ({ id }) => !far.plays.has(id),
    );
    const of = ({ startedAt, revisionId, clockSure = true }: Play) =>
      [Math.floor(startedAt / DAY_MS), revisionId, clockSure].join('/');
    const ofTotal = ({ date, revisionId, clockSure }: PlayTotal) =>
      [Date.parse(date) / DAY_MS, revisionId, clockSure].join('/');
    for (const total of totals) {
      const own = folded.filter((one) => of(one) === ofTotal(total));
      expect(total.played).toBe(own.filter(({ outcome }) => outcome === 'played').length);
      expect(total.cut).toBe(own.filter(({ outcome }) => outcome === 'cut').length);
      expect(total.shownMs).toBe(own.length * 15_000);
    }
    expect(await plays.count()).toBe(0);
    expect(await plays.folded()).toBe(0);
  });

  it('[B28] [B30] are counted once at the other end, whatever is lost on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('fine', 'lost', 'answer lost'), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 6 }),
        async (weather, bursts) => {
          const { plays } = rig();
          const far = new FarEnd();
          far.weather.push(...weather);
          let made = 0;
          for (const burst of bursts) {
            for (let i = 0; i < burst; i += 1) await plays.put(play((made += 1)));
            await far.drain(plays);
          }
          far.weather.length = 0;
          await far.drain(plays);
          expect(far.counted).toBe(made);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('[B31] wait in memory while the disk takes nothing, which is said once, and go to it afterwards', async () => {
    const { plays, disk, memory, told } = rig();
    const put = disk.put.bind(disk);
    disk.put = () => Promise.reject(new Error('QuotaExceededError'));
    for (let number = 0; number < 2_000; number += 1) await plays.put(play(number));
    expect(told).toHaveLength(1);
    expect(await memory.count()).toBeLessThanOrEqual(600);
    expect((await plays.count()) + (await plays.folded())).toBe(2_000);
    disk.put = put;
    for (let number = 2_000; number < 2_010; number += 1) await plays.put(play(number));
    expect(await memory.count()).toBe(0);
    const far = new FarEnd();
    await far.drain(plays);
    expect(far.counted).toBe(2_010);
  });

  it('[B29] go in batches with pauses in between, as long as the answer took', async () => {
    const { plays } = rig({ disk: 10_000, memory: 10 });
    for (let number = 0; number < 2 * MAX_BATCH + 5; number += 1) await plays.put(play(number));
    const steps: (number | 'pause')[] = [];
    const outbox = new Outbox<Play>({
      store: plays,
      send: (items) => {
        steps.push(items.length);
        return Promise.resolve(items.map(({ id }) => id));
      },
      onFailure: () => undefined,
      wait: (ms) => {
        expect(ms).toBeGreaterThanOrEqual(500);
        steps.push('pause');
        return Promise.resolve();
      },
    });
    await outbox.drain();
    expect(steps).toEqual([MAX_BATCH, 'pause', MAX_BATCH, 'pause', 5]);
  });
});
