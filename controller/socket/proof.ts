/** Plays and receipts: judged, stored durably in shared transactions, and only then acknowledged. */
import type { Play, PlayTotal, Receipt } from '../../shared/content/play.ts';
import type { Settled } from '../../shared/protocol/events.ts';
import { Refusal } from '../../shared/problem.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Records, StoredReceipt } from '../store/store.ts';
import type { Context } from '../usecases/context.ts';
import type { Acceptances } from './acceptances.ts';
import { createBatch } from './batch.ts';
import { AHEAD_MS, PlayJudge, type Impossible, type Judged } from './play-judge.ts';

export interface Proof {
  /**
   * Stores what can be true and is new. What cannot (ahead of the clock by more than a minute, ending before it
   * starts, more than its day holds, of a revision or a booking that nobody made, another board's) is logged and left out,
   * and the rest is stored; refuses with `invalid` when there is no rest.
   */
  plays(screenId: string, plays: readonly Play[]): Promise<Settled>;
  /** As `plays`. */
  playTotals(screenId: string, totals: readonly PlayTotal[]): Promise<Settled>;
  /** As `plays`; new ones are told to the consoles. */
  receipts(screenId: string, receipts: readonly Receipt[]): Promise<Settled>;
}

interface Batch<Item> {
  readonly screenId: string;
  readonly items: readonly Item[];
}

const PLAY_BATCHES = 25;
const RECEIPT_BATCHES = 1000;
const IMPOSSIBLE_PLAYS = '있을 수 없는 송출 기록입니다. 보드의 시계를 확인하십시오.';
const IMPOSSIBLE_RECEIPTS = '있을 수 없는 표출 확인입니다. 보드의 시계를 확인하십시오.';

export function createProof(context: Context, acceptances: Acceptances): Proof {
  const storePlays = playBatches(context);
  const storeTotals = totalBatches(context);
  const storeReceipts = receiptBatches(context);
  return {
    plays: async (screenId, items) =>
      settled(context, screenId, await storePlays({ screenId, items })),
    playTotals: async (screenId, items) =>
      settled(context, screenId, await storeTotals({ screenId, items })),
    receipts: async (screenId, receipts) => {
      const receivedAt = context.now();
      const possible = receipts.filter((receipt) => receipt.paintedAt <= receivedAt + AHEAD_MS);
      if (possible.length === 0) throw new Refusal('invalid', IMPOSSIBLE_RECEIPTS);
      const manifestId = context.manifests.ofScreen(screenId)?.manifest.id ?? '';
      await storeReceipts(
        possible.map((receipt) => {
          const pushed = isOfAnnouncement(receipt) ? receipt.subjectId : manifestId;
          const latencyMs = latency(receipt, acceptances.of(pushed, receipt.version));
          return { ...receipt, screenId, receivedAt, latencyMs };
        }),
      );
      const refused = receipts.filter((receipt) => !possible.includes(receipt));
      return outcomeOf(idsOf(possible), idsOf(refused));
    },
  };
}

function playBatches(context: Context) {
  const judge = new PlayJudge();
  return createBatch<Batch<Play>, Judged<Play>>(PLAY_BATCHES, async (batches) => {
    const receivedAt = context.now();
    try {
      return await context.store.transact(async (records) => {
        const outcomes: Judged<Play>[] = [];
        for (const { screenId, items } of batches) {
          const judged = await judge.plays(records, items, { screenId, now: receivedAt });
          await records.plays.add(judged.fresh.map((play) => ({ ...play, screenId, receivedAt })));
          outcomes.push(judged);
        }
        return outcomes;
      });
    } catch (error) {
      judge.forget();
      throw error;
    }
  });
}

function totalBatches(context: Context) {
  const judge = new PlayJudge();
  return createBatch<Batch<PlayTotal>, Judged<PlayTotal>>(PLAY_BATCHES, async (batches) => {
    const receivedAt = context.now();
    return context.store.transact(async (records) => {
      const outcomes: Judged<PlayTotal>[] = [];
      for (const { screenId, items } of batches) {
        const judged = await judge.totals(records, items, { screenId, now: receivedAt });
        const rows = judged.fresh.map((total) => ({ ...total, screenId, receivedAt }));
        await records.plays.addTotals(rows);
        outcomes.push(judged);
      }
      return outcomes;
    });
  });
}

function receiptBatches(context: Context) {
  return createBatch<readonly StoredReceipt[], null>(RECEIPT_BATCHES, async (batches) => {
    const added = await context.store.transact(async (records) => {
      const receipts: StoredReceipt[] = [];
      for (const receipt of batches.flat()) receipts.push(await timed(records, receipt));
      const ids = new Set(await records.receipts.add(receipts));
      return receipts.filter((receipt) => ids.has(receipt.id));
    });
    for (const receipt of added) context.consoles.receiptArrived(receipt);
    return batches.map(() => null);
  });
}

/** What a board is told of a batch; what was refused is logged, each reason with its number. */
function settled<Item extends { readonly id: string }>(
  context: Context,
  screenId: string,
  { fresh, doubles, refused }: Judged<Item>,
): Settled {
  if (refused.length > 0) {
    const counts = new Map<Impossible, number>();
    for (const { why } of refused) counts.set(why, (counts.get(why) ?? 0) + 1);
    context.log.warn({ screenId, refused: Object.fromEntries(counts) }, 'impossible plays');
  }
  const stored = [...idsOf(fresh), ...doubles];
  if (stored.length === 0) throw new Refusal('invalid', IMPOSSIBLE_PLAYS);
  return outcomeOf(stored, idsOf(refused));
}

function outcomeOf(stored: readonly string[], refused: readonly string[]): Settled {
  return refused.length > 0 ? { stored, refused } : { stored };
}

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

/** After a restart the moment of an announcement is read from the announcement itself. */
async function timed(records: Records, receipt: StoredReceipt): Promise<StoredReceipt> {
  if (receipt.latencyMs !== null || !isOfAnnouncement(receipt)) return receipt;
  const announcement = await records.announcements.get(receipt.subjectId);
  if (announcement?.seq !== receipt.version) return receipt;
  const acceptedAt = announcement.clearedAt ?? announcement.sentAt;
  return { ...receipt, latencyMs: latency(receipt, acceptedAt) };
}

function isOfAnnouncement(receipt: Receipt): boolean {
  return receipt.kind === 'announcement' || receipt.kind === 'all-clear';
}

/** Never negative: the board only estimates the server's clock. */
function latency(receipt: Receipt, acceptedAt: EpochMs | undefined): number | null {
  return acceptedAt === undefined ? null : Math.max(0, receipt.paintedAt - acceptedAt);
}
