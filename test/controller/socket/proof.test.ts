/** What boards report as played: what is true is stored once, what cannot be is refused, logged, and harms nothing else. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Play, PlayTotal } from '../../../shared/content/play.ts';
import type { Settled } from '../../../shared/protocol/events.ts';
import { seedHouse } from '../../support/house-fixture.ts';
import { ask, openKiosk, value, type KioskClient } from '../../support/kiosk-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';
import { aScreen } from '../../support/values.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let controller: TestController;
let board: KioskClient;
const opened: KioskClient[] = [];

beforeEach(async () => {
  controller = await startTestController({
    now: () => NOW,
    seed: async (records) => {
      await seedHouse(records);
      await records.screens.put(aScreen({ id: 'second' }));
    },
  });
  board = await openBoard('board');
});

afterEach(async () => {
  for (const socket of opened.splice(0)) socket.disconnect();
  await controller.stop();
});

async function openBoard(screenId: string): Promise<KioskClient> {
  const socket = await openKiosk(controller, await controller.deviceToken(screenId));
  opened.push(socket);
  return socket;
}

function play(fields: Partial<Play> = {}): Play {
  return {
    ...{ id: randomUUID(), slideId: 'bread', revisionId: 'bread-r1', bookingId: 'bread-booking' },
    ...{ slotStartMs: NOW - 15_000, startedAt: NOW - 15_000, endedAt: NOW },
    ...{ outcome: 'played', manifestRevision: 1, ...fields },
  };
}

function total(fields: Partial<PlayTotal> = {}): PlayTotal {
  return {
    ...{ id: randomUUID(), date: '2026-11-20', slideId: 'bread', revisionId: 'bread-r1' },
    ...{ bookingId: 'bread-booking', played: 240, cut: 1, failed: 2, shownMs: HOUR_MS },
    ...{ clockSure: true, ...fields },
  };
}

function send(plays: readonly Play[], by = board) {
  return ask<Settled>(by, 'kiosk:plays', { plays });
}

function sendTotals(totals: readonly PlayTotal[]) {
  return ask<Settled>(board, 'kiosk:play-totals', { totals });
}

const impossible: readonly { readonly why: string; readonly fields: Partial<Play> }[] = [
  { why: 'future', fields: { endedAt: NOW + 61_000 } },
  { why: 'length', fields: { startedAt: NOW, endedAt: NOW - 1 } },
  { why: 'length', fields: { startedAt: NOW - 25 * HOUR_MS } },
  { why: 'unknown-revision', fields: { revisionId: 'nobody-made-it' } },
  { why: 'unknown-revision', fields: { slideId: 'noodles' } },
  { why: 'unknown-revision', fields: { slideId: 'constructor', revisionId: 'constructor' } },
  { why: 'unknown-booking', fields: { bookingId: 'nobody-booked-it' } },
];

describe('plays', () => {
  it('[B28] are stored once and durably before they are acknowledged', async () => {
    const one = play();
    for (let times = 0; times < 2; times += 1)
      expect(await value(send([one, one]))).toEqual({ stored: [one.id] });
    expect(await controller.store.records.plays.count()).toBe(1);
  });

  it.each(impossible)(
    '[B28] [52] that cannot be ($why) are refused and logged, the rest is stored',
    async ({ why, fields }) => {
      const [good, bad] = [play(), play(fields)];
      expect(await value(send([bad, good]))).toEqual({ stored: [good.id], refused: [bad.id] });
      expect(await controller.store.records.plays.count()).toBe(1);
      expect(controller.log).toContainEqual({
        ...{ level: 'warn', message: 'impossible plays' },
        fields: { screenId: 'board', refused: { [why]: 1 } },
      });
      expect(await send([bad])).toMatchObject({ ok: false, code: 'invalid' });
    },
  );

  it('[B28] [52] of more hours than a day has are refused', async () => {
    const day = Date.UTC(2026, 10, 21);
    const hours = Array.from({ length: 26 }, (_, hour) => {
      const startedAt = day + Math.min(hour, 23) * HOUR_MS;
      return play({ startedAt, endedAt: startedAt + HOUR_MS });
    });
    const { stored, refused } = await value(send(hours.slice(0, 25)));
    expect([stored.length, refused?.length]).toEqual([24, 1]);
    expect(await send(hours.slice(25))).toMatchObject({ code: 'invalid' });
    const next = play({ startedAt: day - HOUR_MS, endedAt: day });
    expect(await value(send([next]))).toEqual({ stored: [next.id] });
  });

  it('[B28] [52] under the id of another board’s play are refused, and change nothing of that', async () => {
    const one = play();
    await value(send([one]));
    const second = await openBoard('second');
    expect(await send([one], second)).toMatchObject({ code: 'invalid' });
    const { plays } = controller.store.records;
    expect(await plays.between('second', 0, NOW)).toEqual([]);
    expect(await plays.between('board', 0, NOW)).toHaveLength(1);
  });

  it('[B28] [52] that are forged in one batch leave the honest ones, once each, and nothing in any report', async () => {
    const honest = [play(), play({ startedAt: NOW - 30_000, endedAt: NOW - 15_000 })];
    const doubled = { ...honest[0]!, startedAt: NOW - 90_000, endedAt: NOW - 80_000 };
    const forged = impossible.map(({ fields }) => play({ slideId: 'bread', ...fields }));
    const batch = [...forged, ...honest, doubled];
    const { stored, refused } = await value(send(batch));
    expect([...stored].sort()).toEqual(honest.map(({ id }) => id).sort());
    expect(refused).toHaveLength(forged.length);
    const kept = await controller.store.records.plays.between('board', 0, NOW + DAY_MS);
    expect(kept.map(({ startedAt }) => startedAt).sort()).toEqual([NOW - 30_000, NOW - 15_000]);
    const manager = await controller.as('manager');
    const promises = await manager.get('listPromises', { query: { date: '2026-11-22' } });
    expect(JSON.stringify(promises)).not.toMatch(/nobody/);
  });

  it.each([
    { what: 'no id', fields: { id: 'bread' } },
    { what: 'a time before time', fields: { startedAt: -1 } },
    { what: 'half a millisecond', fields: { endedAt: 0.5 } },
    { what: 'an outcome of its own', fields: { outcome: 'adored' } },
    { what: 'a board in whose name', fields: { screenId: 'second' } },
  ])('[52] with $what are no plays: the whole batch is refused', async ({ fields }) => {
    const bad = { ...play(), ...fields } as Play;
    expect(await send([play(), bad])).toMatchObject({ ok: false, code: 'malformed' });
    expect(await controller.store.records.plays.count()).toBe(0);
  });

  it('[B32] say whether the clock was sure', async () => {
    const [sure, unsure] = [play({ startedAt: 1, endedAt: 2 }), play({ clockSure: false })];
    await value(send([sure, unsure]));
    const stored = await controller.store.records.plays.between('board', 0, NOW);
    expect(stored.map(({ clockSure }) => clockSure)).toEqual([undefined, false]);
  });
});

describe('totals of plays', () => {
  it('[B30] are stored once, and are part of the record of their day', async () => {
    const one = total();
    for (let times = 0; times < 2; times += 1)
      expect(await value(sendTotals([one]))).toEqual({ stored: [one.id] });
    const { plays } = controller.store.records;
    expect(await plays.totals('board', '2026-11-20')).toEqual([
      { ...one, screenId: 'board', receivedAt: NOW },
    ]);
    expect(await plays.totals('board', '2026-11-21')).toEqual([]);
  });

  it.each([
    { why: 'future', fields: { date: '2026-11-24' } },
    { why: 'day-full', fields: { shownMs: 25 * HOUR_MS } },
    { why: 'unknown-revision', fields: { revisionId: 'nobody-made-it' } },
    { why: 'unknown-booking', fields: { bookingId: 'nobody-booked-it' } },
  ])('[B30] [52] that cannot be ($why) are refused, the rest is stored', async ({ fields }) => {
    const [good, bad] = [total(), total(fields)];
    expect(await value(sendTotals([bad, good]))).toEqual({ stored: [good.id], refused: [bad.id] });
  });
});
