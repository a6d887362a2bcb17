/** An emergency that meets a board in trouble: it is on the glass as soon as it is known, and its receipt is true. */
import { describe, expect, it } from 'vitest';
import { createBoardStorage } from '../../../kiosk/cache/board-storage.ts';
import type { BoardDatabase } from '../../../kiosk/cache/database.ts';
import { Keeper } from '../../../kiosk/player/keeper.ts';
import { Receipts } from '../../../kiosk/player/receipts.ts';
import type { Announcement } from '../../../shared/content/announcement.ts';
import type { Receipt } from '../../../shared/content/play.ts';
import type { Newest } from '../../../shared/protocol/events.ts';
import { loopOf, seoul } from '../../support/manifest-builder.ts';
import { aScreen } from '../../support/values.ts';
import { anAnnouncement } from '../announcement.ts';
import { LoopRig } from './loop-rig.ts';

const OPEN = seoul('10:00');
const DAY_MS = 86_400_000;
const none = () => Promise.reject(new Error('not asked here'));
const full = () => Promise.reject(new Error('QuotaExceededError'));
/** A database that can be read, and in which nothing can be written any more. */
const fullDatabase = {
  transaction: () => {
    throw new Error('QuotaExceededError');
  },
  getAll: () => Promise.resolve([]),
  count: () => Promise.resolve(0),
} as unknown as BoardDatabase;

/** A board with its keeper, its loop and its receipts, and a controller that has one emergency. */
class Board {
  readonly rig: LoopRig;
  readonly keeper: Keeper;
  readonly stored: Receipt[] = [];
  readonly failures: unknown[] = [];
  readonly #receipts: Receipts;
  alert: Announcement;
  isOnline = true;
  #judged = 0;

  constructor(at = OPEN, database: BoardDatabase | null = null) {
    this.rig = new LoopRig(at);
    this.alert = anAnnouncement({ sentAt: OPEN, expiresAt: OPEN + 3_600_000 });
    const onFailure = (error: unknown) => void this.failures.push(error);
    const { receipts: outbox } = createBoardStorage({
      ...{ database, subtle: undefined, now: () => this.rig.at, newId: () => 'id' },
      line: () => ({
        sendPlays: none,
        sendPlayTotals: none,
        sendReceipts: (all) => this.#take(all),
      }),
      fetchPart: none,
      dateOf: () => '2026-11-22',
      onStorageFailure: onFailure,
      onMediaFailure: onFailure,
      onMediaCame: () => undefined,
    });
    let made = 0;
    this.#receipts = new Receipts({
      send: (receipt) => void outbox.add(receipt),
      newId: () => `receipt-${String((made += 1))}`,
    });
    this.keeper = new Keeper({
      pullManifest: () => Promise.reject(new Error('not asked here')),
      pullBoard: () => this.#document(),
      saveManifest: () => Promise.resolve(),
      saveBoard: () => (database ? full() : Promise.resolve()),
      receipts: this.#receipts,
      onChange: (held) => {
        this.rig.held = { ...held, plan: this.rig.held.plan };
        this.rig.loop.wake();
      },
      onSaveFailed: onFailure,
      wait: () => Promise.resolve(),
    });
    this.drain = () => outbox.drain();
  }

  readonly drain: () => Promise<void>;

  async start(): Promise<void> {
    this.rig.hold(loopOf(['a', 'b', 'c']));
    await this.rig.start();
  }

  /** The line is there, and says what is newest. */
  async hear(): Promise<void> {
    const { alert, keeper } = this;
    keeper.receiveNewest({ ...LEVEL, announcementSeq: alert.seq });
    await this.settle();
  }

  push(): void {
    this.keeper.receiveAnnouncement({ announcement: this.alert });
  }

  /** Frames that were painted are judged by the receipts, as the page does. */
  async settle(): Promise<void> {
    for (let times = 0; times < 5; times += 1) {
      await this.rig.settle();
      for (const frame of this.rig.frames.slice(this.#judged)) this.#receipts.painted(frame);
      this.#judged = this.rig.frames.length;
    }
  }

  get cover(): string | null | undefined {
    return this.rig.stage.covers.at(-1);
  }

  /** What the controller was told is on the glass. */
  get told(): string[] {
    return this.stored.map(({ kind, subjectId, version }) => `${kind}/${subjectId}/${version}`);
  }

  #document() {
    if (!this.isOnline) return Promise.reject(new Error('no line'));
    const screen = { ...aScreen({ id: 'board' }), blankUntil: null };
    return Promise.resolve({ screen, announcements: [this.alert], announcementSeq: 1 });
  }

  #take(batch: readonly Receipt[]): Promise<readonly string[]> {
    if (!this.isOnline) return Promise.reject(new Error('no line'));
    this.stored.push(...batch);
    return Promise.resolve(batch.map(({ id }) => id));
  }
}

const LEVEL: Newest = {
  ...{ serverAt: OPEN, screenId: 'board', screenVersion: 1, announcementSeq: 0 },
  ...{ manifestId: 'none', manifestRevision: 0, manifestHash: 'none' },
};

async function board(at = OPEN, database: BoardDatabase | null = null): Promise<Board> {
  const one = new Board(at, database);
  await one.start();
  return one;
}

describe('[65] an emergency', () => {
  it('that was sent while the line was down is on with the first word after it, without a push', async () => {
    const one = await board();
    one.isOnline = false;
    await one.hear();
    expect(one.cover ?? null).toBeNull();
    one.isOnline = true;
    await one.hear();
    expect(one.cover).toBe('emergency/alert');
    expect(one.told).toEqual(['announcement/alert/1']);
  });

  it('whose line breaks after the push is on the glass, and the receipt comes when the line is back', async () => {
    const one = await board();
    one.isOnline = false;
    one.push();
    expect(one.cover).toBe('emergency/alert');
    await one.settle();
    expect(one.told).toEqual([]);
    one.isOnline = true;
    await one.drain();
    expect(one.told).toEqual(['announcement/alert/1']);
  });

  it('waits for no file: not while nothing is whole, nor while a slide never gets ready', async () => {
    const one = await board();
    one.rig.airable = () => null;
    for (const id of ['a', 'b', 'c', 'house']) one.rig.stage.stuck.add(id);
    await one.rig.until(OPEN + 40_000);
    one.push();
    expect(one.cover).toBe('emergency/alert');
    await one.settle();
    expect(one.told).toEqual(['announcement/alert/1']);
  });

  it('is shown in safe mode as in any other', async () => {
    const one = await board();
    one.rig.isSafeMode = true;
    await one.rig.until(OPEN + 20_000);
    one.push();
    expect(one.cover).toBe('emergency/alert');
    await one.settle();
    expect(one.told).toEqual(['announcement/alert/1']);
  });

  it('is shown by a board whose clock is a day behind', async () => {
    const one = await board(OPEN - DAY_MS);
    one.push();
    await one.settle();
    expect([one.cover, one.told]).toEqual(['emergency/alert', ['announcement/alert/1']]);
  });

  it('is shown by a board whose clock was a day ahead as soon as that is put right, and not told before', async () => {
    const one = await board(OPEN + DAY_MS);
    one.push();
    await one.settle();
    expect([one.cover ?? null, one.told]).toEqual([null, []]);
    one.rig.setClockOn(-DAY_MS);
    one.rig.loop.wake();
    await one.settle();
    expect([one.cover, one.told]).toEqual(['emergency/alert', ['announcement/alert/1']]);
  });

  it('is shown and told by a board whose storage is full, which says so', async () => {
    const one = await board(OPEN, fullDatabase);
    one.push();
    expect(one.cover).toBe('emergency/alert');
    await one.settle();
    expect(one.told).toEqual(['announcement/alert/1']);
    expect(one.failures.length).toBeGreaterThan(0);
  });
});
