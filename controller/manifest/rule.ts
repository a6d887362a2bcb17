/** Reads an RFC 5545 RRULE value strictly, so that a rule which would be half understood is refused instead. */
import type { CivilDate } from '../../shared/time.ts';

export interface Rule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | undefined;
  /** Last civil date, inclusive; a time of day in UNTIL is dropped, bookings run on whole days. */
  readonly until: CivilDate | undefined;
  /** 0 Sunday to 6 Saturday, without ordinals; undefined when BYDAY is absent or has ordinals. */
  readonly weekdays: readonly number[] | undefined;
  readonly weekStart: number;
  /** 1 to 12; undefined when BYMONTH is absent. */
  readonly months: readonly number[] | undefined;
  /** Whether nothing but FREQ, INTERVAL, COUNT, UNTIL, WKST, BYMONTH and plain BYDAY shapes it. */
  readonly plain: boolean;
  /** The rule with UNTIL as the end of its day in UTC, for a library that takes instants. */
  readonly text: string;
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const MAX_INTERVAL = 1000;
const MAX_COUNT = 100_000;

const checks: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: (value) => FREQUENCIES.some((frequency) => frequency === value),
  INTERVAL: (value) => isCount(value, MAX_INTERVAL),
  COUNT: (value) => isCount(value, MAX_COUNT),
  UNTIL: (value) => /^\d{8}(T\d{6}Z?)?$/.test(value),
  WKST: (value) => WEEKDAYS.includes(value),
  BYDAY: (value) =>
    value.split(',').every((day) => /^([+-]?[1-9]\d?)?(SU|MO|TU|WE|TH|FR|SA)$/.test(day)),
  BYMONTHDAY: (value) => areOrdinals(value, 31),
  BYYEARDAY: (value) => areOrdinals(value, 366),
  BYWEEKNO: (value) => areOrdinals(value, 53),
  BYSETPOS: (value) => areOrdinals(value, 366),
  BYMONTH: (value) => value.split(',').every((month) => isCount(month, 12)),
};

/** The rule in parts, or undefined when a part is unknown, doubled, out of range or against RFC 5545. */
export function parseRule(text: string): Rule | undefined {
  const parts = new Map<string, string>();
  for (const part of text.split(';')) {
    const [name = '', value = ''] = part.split('=');
    if (parts.has(name) || checks[name]?.(value) !== true) return undefined;
    parts.set(name, value);
  }
  const frequency = FREQUENCIES.find((known) => known === parts.get('FREQ'));
  if (frequency === undefined || !fits(frequency, parts)) return undefined;
  const until = parts.get('UNTIL')?.slice(0, 8);
  const days = parts
    .get('BYDAY')
    ?.split(',')
    .map((day) => WEEKDAYS.indexOf(day));
  const hasOrdinals = days?.includes(-1) ?? false;
  return {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : undefined,
    until: until && `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`,
    weekdays: hasOrdinals ? undefined : days,
    weekStart: WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO'),
    months: parts.get('BYMONTH')?.split(',').map(Number),
    plain: !hasOrdinals && ![...parts.keys()].some((name) => /^BY(?!(DAY|MONTH)$)/.test(name)),
    text: [...parts]
      .map(
        ([name, value]) => `${name}=${name === 'UNTIL' ? `${value.slice(0, 8)}T235959Z` : value}`,
      )
      .join(';'),
  };
}

/** What RFC 5545 forbids in combination (3.3.10). */
function fits(frequency: Rule['frequency'], parts: ReadonlyMap<string, string>): boolean {
  if (parts.has('COUNT') && parts.has('UNTIL')) return false;
  if (parts.has('BYWEEKNO') && frequency !== 'YEARLY') return false;
  if (parts.has('BYYEARDAY') && frequency !== 'YEARLY') return false;
  if (parts.has('BYMONTHDAY') && frequency === 'WEEKLY') return false;
  const hasOrdinals = /\d/.test(parts.get('BYDAY') ?? '');
  if (hasOrdinals && (frequency === 'DAILY' || frequency === 'WEEKLY')) return false;
  if (hasOrdinals && parts.has('BYWEEKNO')) return false;
  return !parts.has('BYSETPOS') || [...parts.keys()].some((name) => /^BY(?!SETPOS$)/.test(name));
}

function isCount(value: string, max: number): boolean {
  return /^[1-9]\d{0,5}$/.test(value) && Number(value) <= max;
}

function areOrdinals(value: string, max: number): boolean {
  return value
    .split(',')
    .every((item) => /^[+-]?[1-9]\d{0,2}$/.test(item) && Math.abs(Number(item)) <= max);
}
