/** Plays of 200 boards in batches of 100, judged, stored once and durably, and counted by day, against bare batched inserts. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Acceptances } from '../../controller/socket/acceptances.ts';
import { createProof } from '../../controller/socket/proof.ts';
import type { Play } from '../../shared/content/play.ts';
import { DAY_MS } from '../../shared/time.ts';
import { temporaryFolder } from '../support/controller-process.ts';
import { seedHouse } from '../support/house-fixture.ts';
import { startTestController } from '../support/test-controller.ts';
import { aRevision, aSlide } from '../support/values.ts';
import { median, type Bench } from './figure.ts';

const ROUNDS = 5;
const BOARDS = 200;
const BATCHES = 3;
const BATCH = 100;
const SLIDES = 20;
const SLOT_MS = 15_000;
/** As many batches as the controller takes into one transaction at most. */
const SHARED = 25;
const COLUMNS = [
  ...['id', 'slideId', 'revisionId', 'bookingId', 'slotStartMs', 'startedAt', 'endedAt'],
  ...['outcome', 'manifestRevision', 'screenId', 'receivedAt', 'clockSure'],
];

/** In milliseconds, so that 0.3 of the limit's throughput is 3.3 times its time. */
export const plays: Bench = async () => {
  const folder = temporaryFolder();
  const controller = await startTestController({ dataDir: folder.path });
  await controller.store.transact(async (records) => {
    await seedHouse(records);
    for (let slide = 0; slide < SLIDES; slide += 1) {
      const slideId = slideOf(slide);
      await records.slides.put(aSlide({ id: slideId }));
      await records.revisions.add(aRevision({ id: `${slideId}-r1`, slideId }));
    }
  });
  const proof = createProof(controller.context, new Acceptances());
  const bare = new DatabaseSync(join(folder.path, 'plaza.db'));
  bare.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000');
  const ours: number[] = [];
  const limit: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const day = Date.now() - (round + 2) * DAY_MS;
    ours.push(await timed(() => reportAll(day, (screenId, batch) => proof.plays(screenId, batch))));
    limit.push(await timed(() => insertAll(bare, day)));
  }
  bare.close();
  await controller.stop();
  folder.remove();
  return [
    {
      ...{ name: 'plays', unit: 'ms', atMost: 3.33 },
      ...{ ours: median(ours), limit: median(limit) },
      limitName: `bare inserts of the same ${String(BOARDS * BATCHES * BATCH)} rows`,
    },
  ];
};

/** Every board sends its next batch when the one before was answered. */
async function reportAll(
  day: number,
  report: (screenId: string, batch: readonly Play[]) => Promise<unknown>,
): Promise<void> {
  await Promise.all(
    Array.from({ length: BOARDS }, async (_, board) => {
      for (let batch = 0; batch < BATCHES; batch += 1)
        await report(`bench-${String(board)}`, playsFrom(day + batch * BATCH * SLOT_MS));
    }),
  );
}

function insertAll(database: DatabaseSync, day: number): Promise<void> {
  const names = COLUMNS.map((column) => `"${column}"`).join(', ');
  const marks = COLUMNS.map(() => '?').join(', ');
  const insert = database.prepare(
    `insert into "plays" (${names}) values (${marks}) on conflict do nothing`,
  );
  for (let done = 0; done < BOARDS * BATCHES; done += SHARED) {
    database.exec('begin immediate');
    for (let batch = 0; batch < SHARED; batch += 1)
      for (const play of playsFrom(day))
        insert.run(
          ...[play.id, play.slideId, play.revisionId, play.bookingId, play.slotStartMs],
          ...[play.startedAt, play.endedAt, play.outcome, play.manifestRevision, 'bare', day, 1],
        );
    database.exec('commit');
  }
  return Promise.resolve();
}

function playsFrom(at: number): readonly Play[] {
  return Array.from({ length: BATCH }, (_, index): Play => {
    const startedAt = at + index * SLOT_MS;
    const slideId = slideOf(index);
    return {
      ...{ id: randomUUID(), slideId, revisionId: `${slideId}-r1`, bookingId: 'bread-booking' },
      ...{ slotStartMs: startedAt, startedAt, endedAt: startedAt + SLOT_MS },
      ...{ outcome: 'played', manifestRevision: 1 },
    };
  });
}

function slideOf(turn: number): string {
  return `bench-${String(turn % SLIDES)}`;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
