/** What became of a withdrawal, in words [V30]. Pure. */
import type { WithdrawalReport } from '../../../shared/protocol/http/approvals.ts';
import type { ReceiptArrived } from '../link/live.ts';

export interface WithdrawnScreen {
  readonly screenId: string;
  readonly confirmedAt: number | null;
  readonly latencyMs: number | null;
}

/** A board only estimates the server's clock. */
const CLOCK_MS = 1000;

/** The boards of a report with the words that have just arrived. */
export function withArrived(
  { withdrawal, screens }: WithdrawalReport,
  arrived: readonly ReceiptArrived[],
): readonly WithdrawnScreen[] {
  const words = arrived.filter(
    ({ kind, subjectId, paintedAt }) =>
      kind === 'withdrawal' &&
      subjectId === withdrawal.slideId &&
      paintedAt >= withdrawal.at - CLOCK_MS,
  );
  return screens.map((screen) => {
    const word = words.findLast(({ screenId }) => screenId === screen.screenId);
    if (screen.confirmedAt !== null || !word) return screen;
    return { ...screen, confirmedAt: word.paintedAt, latencyMs: word.latencyMs };
  });
}

/** `화면 3대 중 3대에서 내렸습니다 · 0.4초`: the slowest board's time, or without one what is known. */
export function withdrawnWords(screens: readonly WithdrawnScreen[]): string {
  if (screens.length === 0) return '편성되어 있지 않아, 내릴 화면이 없었습니다.';
  const gone = screens.filter(({ confirmedAt }) => confirmedAt !== null);
  const words = `화면 ${screens.length}대 중 ${gone.length}대에서 내렸습니다`;
  const times = gone.flatMap(({ latencyMs }) => (latencyMs === null ? [] : [latencyMs]));
  return times.length === 0 ? words : `${words} · ${(Math.max(...times) / 1000).toFixed(1)}초`;
}
