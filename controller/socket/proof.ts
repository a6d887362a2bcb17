/** Plays and receipts: judged, stored durably in shared transactions, and only then acknowledged. */
import type { Play, Receipt } from '../../shared/content/play.ts';
import { Refusal } from '../../shared/problem.ts';
import { DAY_MS, MINUTE_MS, type EpochMs } from '../../shared/time.ts';
import type { Records, StoredPlay, StoredReceipt } from '../store/store.ts';
import type { Context } from '../usecases/context.ts';
import type { Acceptances } from './acceptances.ts';
import { createBatch } from './batch.ts';

export interface Proof {
  /**
   * The ids that are stored now, doubles included. Impossible plays (ahead of the clock by more than a
   * minute, ending before they start, longer than a day) are logged and left out; refuses with `invalid`
   * when there is nothing else.
   */
  plays(screenId: string, plays: readonly Play[]): Promise<readonly string[]>;
  /** The ids that are stored now, doubles included; new ones are told to the consoles. */
  receipts(screenId: string, receipts: readonly Receipt[]): Promise<readonly string[]>;
}

const AHEAD_MS = MINUTE_MS;
const PLAY_BATCHES = 25;
const RECEIPT_BATCHES = 1000;

export function createProof(context: Context, acceptances: Acceptances): Proof {
  const storePlays = createBatch<readonly StoredPlay[], null>(PLAY_BATCHES, async (batches) => {
    await context.store.transact((records) => records.plays.add(batches.flat()));
    return batches.map(() => null);
  });
  const storeReceipts = createBatch<readonly StoredReceipt[], null>(
    RECEIPT_BATCHES,
    async (batches) => {
      const added = await context.store.transact(async (records) => {
        const receipts: StoredReceipt[] = [];
        for (const receipt of batches.flat()) receipts.push(await timed(records, receipt));
        const ids = new Set(await records.receipts.add(receipts));
        return receipts.filter((receipt) => ids.has(receipt.id));
      });
      for (const receipt of added) context.consoles.receiptArrived(receipt);
      return batches.map(() => null);
    },
  );

  return {
    plays: async (screenId, plays) => {
      const receivedAt = context.now();
      const possible = plays.filter((play) => isPossible(play, receivedAt));
      if (possible.length < plays.length)
        context.log.warn({ screenId, refused: plays.length - possible.length }, 'impossible plays');
      if (possible.length === 0)
        throw new Refusal('invalid', '있을 수 없는 송출 기록입니다. 보드의 시계를 확인하십시오.');
      await storePlays(possible.map((play) => ({ ...play, screenId, receivedAt })));
      return possible.map((play) => play.id);
    },
    receipts: async (screenId, receipts) => {
      const receivedAt = context.now();
      const possible = receipts.filter((receipt) => receipt.paintedAt <= receivedAt + AHEAD_MS);
      if (possible.length === 0)
        throw new Refusal('invalid', '있을 수 없는 표출 확인입니다. 보드의 시계를 확인하십시오.');
      const manifestId = context.manifests.ofScreen(screenId)?.manifest.id ?? '';
      await storeReceipts(
        possible.map((receipt) => {
          const pushed = isOfAnnouncement(receipt) ? receipt.subjectId : manifestId;
          const latencyMs = latency(receipt, acceptances.of(pushed, receipt.version));
          return { ...receipt, screenId, receivedAt, latencyMs };
        }),
      );
      return possible.map((receipt) => receipt.id);
    },
  };
}

function isPossible(play: Play, now: EpochMs): boolean {
  const length = play.endedAt - play.startedAt;
  return length >= 0 && length <= DAY_MS && play.endedAt <= now + AHEAD_MS;
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
