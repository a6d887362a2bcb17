import { expect, it } from 'vitest';
import { promiseWords } from '../../../../controller/console/parts/promise-words.ts';
import { TEST_DATE } from '../../../support/manifest-builder.ts';

const line = { screenId: 'plaza-1', bookingId: 'bread', promised: 100 };
const [YESTERDAY, TOMORROW] = ['2026-11-22', '2026-11-24'];

it.each([
  [TEST_DATE, { played: 60, ahead: 50, shortfall: 0 }, '남은 시간에 다 채웁니다.'],
  [TEST_DATE, { played: 101, ahead: 30, shortfall: 0 }, '약속한 횟수를 다 채웠습니다.'],
  [TEST_DATE, { played: 60, ahead: 37, shortfall: 3 }, '3번은 오늘 안에 채울 수 없습니다.'],
  [TEST_DATE, { played: 97, ahead: 0, shortfall: 3 }, '약속보다 3번 모자랐습니다.'],
  [YESTERDAY, { played: 97, ahead: 0, shortfall: 3 }, '약속보다 3번 모자랐습니다.'],
  [YESTERDAY, { played: 100, ahead: 0, shortfall: 0 }, '약속한 횟수를 다 채웠습니다.'],
  [TOMORROW, { played: 0, ahead: 138, shortfall: 0 }, '이대로면 다 채웁니다.'],
  [TOMORROW, { played: 0, ahead: 90, shortfall: 10 }, '이대로면 10번 모자랍니다.'],
])('[S10] on %s, %o: %s', (date, counts, words) => {
  const on = { date, today: TEST_DATE, claimed: 0 };
  expect(promiseWords({ ...line, ...counts }, on)).toBe(words);
});

it('[S10] says what was lost and is made good', () => {
  const counts = { played: 60, ahead: 50, shortfall: 0 };
  const on = { date: TEST_DATE, today: TEST_DATE, claimed: 5 };
  expect(promiseWords({ ...line, ...counts }, on)).toBe(
    '화면 고장 등으로 5번 빠져 다시 내보냅니다. 남은 시간에 다 채웁니다.',
  );
});

it('[S10] says how many plays are known as a total only', () => {
  const counts = { played: 100, aggregated: 40, ahead: 0, shortfall: 0 };
  const on = { date: YESTERDAY, today: TEST_DATE, claimed: 0 };
  expect(promiseWords({ ...line, ...counts }, on)).toBe(
    '약속한 횟수를 다 채웠습니다. 나간 것 가운데 40번은 하루 합계로만 남았습니다.',
  );
});
