import { openDB } from 'idb';
import { expect, it, describe, onTestFinished } from 'vitest';
import { databaseMediaStore } from '../../../kiosk/cache/media-store.ts';
import { databasePlayStore } from '../../../kiosk/cache/play-store.ts';
import { openBoardDatabase } from '../../../kiosk/cache/database.ts';
import type { Play } from '../../../shared/content/play.ts';

async function opened(name: string) {
  const database = await openBoardDatabase(name);
  onTestFinished(() => database.close());
  return database;
}

function play(number: number): Play {
  return {
    id: `play-${String(number).padStart(4, '0')}`,
    ...{ slideId: 'bread', revisionId: 'bread-1', bookingId: null, slotStartMs: 0 },
    ...{ startedAt: 0, endedAt: 15_000, outcome: 'played', manifestRevision: 1 },
  };
}

describe('the board’s database', () => {
  it('[B10] keeps the plays of another build, whatever else that build stored', async () => {
    const newer = await openDB('newer', 7, {
      upgrade(database) {
        database.createObjectStore('plays', { keyPath: 'id' });
        database.createObjectStore('of-the-future');
      },
    });
    await newer.put('plays', { ...play(1), mood: 'fine' });
    newer.close();
    const database = await opened('newer');
    expect(await databasePlayStore(database).take(10)).toMatchObject([play(1)]);
    await database.put('documents', 1, 'x');
    expect([...database.objectStoreNames]).toContain('of-the-future');
    database.close();
    const again = await openDB('newer');
    expect(again.version).toBe(8);
    again.close();
    expect(await (await opened('newer')).count('plays')).toBe(1);
  });

  it('[B21] keeps the parts of a file in order until it is whole', async () => {
    const store = databaseMediaStore(await opened('parts'));
    const [sha256, other] = ['a'.repeat(64), 'b'.repeat(64)];
    const part = (from: number) => ({
      sha256,
      from,
      blob: new Blob(['12345678']),
      totalBytes: 2000,
    });
    for (const from of [1000, 8, 0]) await store.putPart(part(from));
    await store.putPart({ ...part(0), sha256: other });
    expect((await store.parts(sha256)).map(({ from }) => from)).toEqual([0, 8, 1000]);
    await store.put({ sha256, blob: new Blob(['whole']), storedAt: 0 });
    expect(await store.parts(sha256)).toEqual([]);
    expect([await store.names(), await store.partNames()]).toEqual([[sha256], [other]]);
    expect(await (await store.get(sha256))?.blob.text()).toBe('whole');
  });

  it('[B30] folds plays into totals, which grow until they are taken', async () => {
    const store = databasePlayStore(await opened('totals'));
    for (let number = 0; number < 30; number += 1) await store.put(play(number));
    let made = 0;
    const how = { dateOf: () => '2026-11-22', newId: () => `total-${String((made += 1))}` };
    await store.fold({ spared: 5, count: 10, ...how });
    await store.fold({ spared: 5, count: 10, ...how });
    expect((await store.take(6)).map(({ id }) => id)).toEqual(
      [0, 1, 2, 3, 4, 25].map((number) => play(number).id),
    );
    const [total] = await store.totals.take(10);
    expect(total).toMatchObject({ id: 'total-1', played: 20, shownMs: 300_000, clockSure: true });
    await store.fold({ spared: 5, count: 2, ...how });
    expect(await store.totals.count()).toBe(2);
    expect(await store.totals.plays()).toBe(22);
    await store.totals.drop(['total-1']);
    expect((await store.totals.take(10)).map(({ played }) => played)).toEqual([2]);
  });
});
