/** Weekly rules to the days on which they run, beside the library that nearly everybody takes for it. */
import { createRequire } from 'node:module';
import type * as Library from 'rrule';
import { MANIFEST_DAYS } from '../../shared/protocol/manifest.ts';
import { addDays, DAY_MS, dayNumber } from '../../shared/time.ts';
import { cpuMs } from './cpu-time.ts';
import { median, type Bench } from './figure.ts';
import { bookingDays } from '../support/booking-days.ts';

// The library's CommonJS file has no names that Node could import.
const { RRule } = createRequire(import.meta.url)('rrule') as typeof Library;
const RULES = 10_000;
const ROUNDS = 5;
const FIRST = '2026-11-22';
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

interface Rule {
  readonly fromDate: string;
  readonly recurrence: string;
}

/** Rules that began up to 45 weeks back. Throws where the two do not give the same days. */
export const expand: Bench = () => {
  const rules = Array.from({ length: RULES }, (_, index) => weekly(index));
  for (const rule of rules)
    if (byUs(rule) !== byLibrary(rule)) throw new Error(`the days differ: ${JSON.stringify(rule)}`);
  const samples: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.ours.push(cpuMs(() => rules.map(byUs)));
    samples.limit.push(cpuMs(() => rules.map(byLibrary)));
  }
  const [ours, limit] = [median(samples.ours), median(samples.limit)];
  const limitName = 'the rrule library, identical days';
  return Promise.resolve([
    { name: 'expand-10000', ours, unit: 'ms', limit, limitName, atMost: 1 / 5 },
  ]);
};

function weekly(index: number): Rule {
  const days = WEEKDAYS.filter((_, weekday) => (((index % 127) + 1) >> weekday) & 1);
  const interval = index % 5 === 0 ? ';INTERVAL=2' : '';
  return {
    fromDate: addDays(FIRST, -(index % 315)),
    recurrence: `FREQ=WEEKLY${interval};BYDAY=${days.join(',')}`,
  };
}

function byUs({ fromDate, recurrence }: Rule): string {
  return bookingDays({ fromDate, toDate: null, recurrence, excludedDates: [] }, FIRST);
}

function byLibrary({ fromDate, recurrence }: Rule): string {
  const first = dayNumber(FIRST);
  const dtstart = new Date(dayNumber(fromDate) * DAY_MS);
  const rule = new RRule({ ...RRule.parseString(recurrence), dtstart });
  const days = new Uint8Array(MANIFEST_DAYS);
  const to = new Date((first + MANIFEST_DAYS - 1) * DAY_MS);
  for (const date of rule.between(new Date(first * DAY_MS), to, true))
    days[dayNumber(date.toISOString().slice(0, 10)) - first] = 1;
  return days.join('');
}
