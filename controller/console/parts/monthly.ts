/** Recurrence rules by the month: days of the month, or n-th weekdays of it. */
import { weekdays } from '../app/words.ts';

export type Monthly =
  /** 1 to 31; -1 is the last day. */
  | { readonly by: 'days'; readonly days: readonly number[] }
  /** Each of the weekdays (0 Sunday) in each of the weeks: 1 to 5; -1 is the month's last. */
  | {
      readonly by: 'weekdays';
      readonly nths: readonly number[];
      readonly weekdays: readonly number[];
    };

const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const NTHS: Readonly<Record<number, string>> = {
  1: '첫째',
  2: '둘째',
  3: '셋째',
  4: '넷째',
  5: '다섯째',
  [-1]: '마지막',
};
export const nthChoices = [1, 2, 3, 4, 5, -1].map((nth) => ({
  value: `${nth}`,
  label: NTHS[nth] ?? '',
}));

/** Undefined for any rule that says something else, or more. */
export function monthlyOf(rule: string | null): Monthly | undefined {
  const [, part = '', list = ''] =
    /^FREQ=MONTHLY;(BYMONTHDAY|BYDAY)=([^;]+)$/.exec(rule ?? '') ?? [];
  if (part === 'BYMONTHDAY') {
    const days = inOrder(list.split(',').map(Number));
    return days.every((day) => day >= -1) ? { by: 'days', days } : undefined;
  }
  if (part !== 'BYDAY') return undefined;
  const found = list.split(',').map((day) => ({
    nth: parseInt(day, 10),
    weekday: CODES.indexOf(day.slice(-2)),
  }));
  const monthly = {
    by: 'weekdays' as const,
    nths: inOrder(found.map(({ nth }) => nth)),
    weekdays: [...new Set(found.map(({ weekday }) => weekday))].sort((a, b) => a - b),
  };
  const isWhole = found.length === monthly.nths.length * monthly.weekdays.length;
  return isWhole && found.every(({ nth }) => NTHS[nth]) ? monthly : undefined;
}

/** Undefined while nothing is chosen. */
export function monthlyRule(monthly: Monthly): string | undefined {
  if (monthly.by === 'days')
    return monthly.days.length === 0
      ? undefined
      : `FREQ=MONTHLY;BYMONTHDAY=${inOrder(monthly.days).join(',')}`;
  const days = inOrder(monthly.nths).flatMap((nth) =>
    monthly.weekdays.map((weekday) => `${nth}${CODES[weekday] ?? ''}`),
  );
  return days.length === 0 ? undefined : `FREQ=MONTHLY;BYDAY=${days.join(',')}`;
}

/** `매월 1·15일`, `매월 말일`, `매월 둘째·넷째 일요일`. */
export function monthlyWords(monthly: Monthly): string {
  if (monthly.by === 'days') {
    const days = inOrder(monthly.days).filter((day) => day > 0);
    const last = monthly.days.includes(-1) ? ['말일'] : [];
    return `매월 ${[...(days.length > 0 ? [`${days.join('·')}일`] : []), ...last].join('·')}`;
  }
  const nths = inOrder(monthly.nths).map((nth) => NTHS[nth] ?? '');
  const names = monthly.weekdays.map((weekday) => weekdays[weekday] ?? '');
  return `매월 ${nths.join('·')} ${names.join('·')}요일`;
}

/** From the start of the month to its end; each once. */
function inOrder(numbers: readonly number[]): number[] {
  const place = (number: number) => (number < 0 ? 100 : number);
  return [...new Set(numbers)].sort((a, b) => place(a) - place(b));
}
