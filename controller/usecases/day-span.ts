import { Refusal } from '../../shared/problem.ts';
import { dayNumber, type CivilDate } from '../../shared/time.ts';
import type { DaySpan } from '../manifest/expand.ts';

const MAX_DAYS = 400;

/** Both ends inclusive. Throws `invalid` when `to` is before `from`, or the span is longer than 400 days. */
export function daySpan({
  from,
  to,
}: {
  readonly from: CivilDate;
  readonly to: CivilDate;
}): DaySpan {
  const count = dayNumber(to) - dayNumber(from) + 1;
  if (count < 1) throw refusal('마지막 날이 첫날보다 이릅니다. 날짜를 바꾸어 주십시오.');
  if (count > MAX_DAYS)
    throw refusal(`한 번에 ${MAX_DAYS}일까지 볼 수 있습니다. 기간을 줄여 주십시오.`);
  return { firstDate: from, count };
}

function refusal(message: string): Refusal {
  return new Refusal('invalid', message, [{ path: 'to', message }]);
}
