/** How boards stand to the promises of a day, in words. Pure. */
import type { PromiseLineView } from '../../../shared/protocol/http/planning.ts';
import type { CivilDate } from '../../../shared/time.ts';

export interface PromiseDate {
  readonly date: CivilDate;
  readonly today: CivilDate;
  /** Turns lost on `date` that the day makes good. */
  readonly claimed: number;
}

/** What becomes of a promise: `남은 시간에 다 채웁니다.`, `3번은 오늘 안에 채울 수 없습니다.` */
export function promiseWords(line: PromiseLineView, on: PromiseDate): string {
  const { claimed } = on;
  const lost = claimed === 0 ? '' : `화면 고장 등으로 ${claimed}번 빠져 다시 내보냅니다. `;
  const { aggregated = 0 } = line;
  const total =
    aggregated === 0 ? '' : ` 나간 것 가운데 ${aggregated}번은 하루 합계로만 남았습니다.`;
  return `${lost}${outcomeWords(line, on)}${total}`;
}

function outcomeWords(
  { promised, played, ahead, shortfall }: PromiseLineView,
  { date, today }: PromiseDate,
): string {
  if (date > today)
    return shortfall > 0 ? `이대로면 ${shortfall}번 모자랍니다.` : '이대로면 다 채웁니다.';
  if (shortfall > 0)
    return date < today || ahead === 0
      ? `약속보다 ${shortfall}번 모자랐습니다.`
      : `${shortfall}번은 오늘 안에 채울 수 없습니다.`;
  return played >= promised ? '약속한 횟수를 다 채웠습니다.' : '남은 시간에 다 채웁니다.';
}
