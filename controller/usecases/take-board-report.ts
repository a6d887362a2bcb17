import type { BoardReport, ReportKind } from '../../shared/content/board-report.ts';
import { Refusal } from '../../shared/problem.ts';
import { MINUTE_MS, type EpochMs } from '../../shared/time.ts';
import { readGlassPicture } from '../media/glass-picture.ts';
import type { Context } from './context.ts';

export interface SentReport {
  readonly id: string;
  readonly kind: ReportKind;
  readonly at: EpochMs;
  readonly message?: string | undefined;
}

/** [W41] How many of each a screen keeps. */
const KEPT_SCREENSHOTS = 10;
const KEPT_FAULTS = 30;
/** [W42] A board that sends more within ten minutes is ill; what it sent is enough. */
const MOST_IN_TEN_MINUTES = 30;

/**
 * Stores what a board sent of its glass; the same id again changes nothing. Throws `too-many`,
 * `unsupported-media` and `unreadable-media`.
 */
export async function takeBoardReport(
  context: Context,
  screenId: string,
  { sent, jpeg }: { readonly sent: SentReport; readonly jpeg: Uint8Array },
): Promise<null> {
  const receivedAt = context.now();
  const { boardReports } = context.store.records;
  const before = await boardReports.ofScreen(screenId);
  const recent = before.filter((one) => one.receivedAt > receivedAt - 10 * MINUTE_MS);
  if (recent.length >= MOST_IN_TEN_MINUTES)
    throw new Refusal('too-many', '사진이 너무 잦습니다. 10분 뒤에 다시 보내 주십시오.');
  const made = jpeg.length === 0 ? null : await readGlassPicture(jpeg);
  const { id, kind, message } = sent;
  const report: BoardReport = {
    ...{ id, screenId, kind, receivedAt, message: message ?? null },
    // A board that has just started may not know the time yet.
    at: Math.min(sent.at, receivedAt),
    picture: made && { widthPx: made.widthPx, heightPx: made.heightPx },
  };
  const isFault = kind !== 'screenshot';
  await context.store.transact(async (records) => {
    await records.boardReports.add(report, made?.jpeg ?? null);
    const most = isFault ? KEPT_FAULTS : KEPT_SCREENSHOTS;
    await records.boardReports.keepNewest(screenId, { isFault, most });
  });
  if (isFault)
    context.log.warn({ screenId, kind, message }, 'a board reports a fault of its picture');
  context.consoles.contentChanged(['watch']);
  return null;
}
