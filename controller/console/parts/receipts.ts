/** How many boards painted an announcement, by what was stored and by what just arrived. */
import type { AnnouncementView } from '../../../shared/protocol/http/screens.ts';
import { receiptWords } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';

/** `3개 중 3개 화면 표출, 0.08초`. Each board counts once, by its first receipt. */
export function receiptsOf(desk: Desk, { announcement, screenIds, receipts }: AnnouncementView) {
  const byScreen = new Map<string, { readonly latencyMs: number | null }>();
  const arrived = desk.receipts.value.filter(({ subjectId }) => subjectId === announcement.id);
  for (const receipt of [...receipts, ...arrived])
    if (receipt.kind === 'announcement' && !byScreen.has(receipt.screenId))
      byScreen.set(receipt.screenId, receipt);
  return receiptWords(screenIds.length, [...byScreen.values()]);
}
