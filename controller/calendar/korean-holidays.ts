/** Public holidays of Korea with their substitutes, by law: RULES.md beside this file numbers its rules. */
import type { NamedDay } from '../../shared/content/place-calendar.ts';
import { addDays, weekdayOf, type CivilDate } from '../../shared/time.ts';
import { FIRST_KNOWN_YEAR, LAST_KNOWN_YEAR, lunarDays } from './lunar-days.ts';

/** [C4] [C5] Which overlaps give another day off; `none` is for 신정 and 현충일. */
type Substitute = 'weekend' | 'sunday' | 'none';

interface Holiday {
  readonly date: CivilDate;
  readonly name: string;
  readonly substitute: Substitute;
  /** What a substitute is named after; of two holidays on one day the one that moves. */
  readonly feast: string;
  readonly isLunar: boolean;
}

interface FixedHoliday {
  readonly monthDay: string;
  readonly name: string;
  readonly substitute: Substitute;
  readonly since?: number;
}

const FIXED: readonly FixedHoliday[] = [
  { monthDay: '01-01', name: '신정', substitute: 'none' },
  { monthDay: '03-01', name: '3·1절', substitute: 'weekend' },
  { monthDay: '05-01', name: '노동절', substitute: 'weekend', since: 2026 },
  { monthDay: '05-05', name: '어린이날', substitute: 'weekend' },
  { monthDay: '06-06', name: '현충일', substitute: 'none' },
  { monthDay: '07-17', name: '제헌절', substitute: 'weekend', since: 2026 },
  { monthDay: '08-15', name: '광복절', substitute: 'weekend' },
  { monthDay: '10-03', name: '개천절', substitute: 'weekend' },
  { monthDay: '10-09', name: '한글날', substitute: 'weekend' },
  { monthDay: '12-25', name: '성탄절', substitute: 'weekend' },
];
const SUNDAY = 0;
const SATURDAY = 6;

const known = new Map<number, readonly NamedDay[]>();

/**
 * Every public and substitute holiday of the year, sorted by date; a date may have two names. Empty before
 * the first year whose law is written here; after the last year of the lunar table only what has a fixed
 * date. Elections and what the government declares are not among them (C7).
 */
export function publicHolidays(year: number): readonly NamedDay[] {
  if (year < FIRST_KNOWN_YEAR) return [];
  if (year > LAST_KNOWN_YEAR) return holidaysOf(year);
  const days = known.get(year) ?? holidaysOf(year);
  known.set(year, days);
  return days;
}

function holidaysOf(year: number): NamedDay[] {
  const holidays = [...fixedHolidays(year), ...lunarHolidays(year)];
  const days: NamedDay[] = holidays.map(({ date, name }) => ({ date, kind: 'public', name }));
  return [...days, ...substitutes(holidays)].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function fixedHolidays(year: number): Holiday[] {
  return FIXED.filter(({ since }) => since === undefined || since <= year).map(
    ({ monthDay, name, substitute }) => ({
      ...{ date: `${year}-${monthDay}`, name, substitute },
      ...{ feast: name, isLunar: false },
    }),
  );
}

function lunarHolidays(year: number): Holiday[] {
  const lunar = lunarDays(year);
  if (!lunar) return [];
  const buddha = '부처님오신날';
  return [
    ...threeDays('설날', lunar.newYear),
    { date: lunar.buddha, name: buddha, substitute: 'weekend', feast: buddha, isLunar: true },
    ...threeDays('추석', lunar.chuseok),
  ];
}

/** [C2] The feast, the day before and the day after. */
function threeDays(feast: string, date: CivilDate): Holiday[] {
  const shared = { substitute: 'sunday', feast, isLunar: true } as const;
  return [
    { date: addDays(date, -1), name: `${feast} 전날`, ...shared },
    { date, name: feast, ...shared },
    { date: addDays(date, 1), name: `${feast} 다음 날`, ...shared },
  ];
}

/** [C6] One after another, so that two that would fall on the same day take two. */
function substitutes(holidays: readonly Holiday[]): NamedDay[] {
  const taken = new Set(holidays.map(({ date }) => date));
  return overlaps(holidays).map(({ date, feast }) => {
    let next = addDays(date, 1);
    while (taken.has(next) || isWeekend(next)) next = addDays(next, 1);
    taken.add(next);
    return { date: next, kind: 'substitute', name: `대체공휴일(${feast})` };
  });
}

/** What each substitute is for, by date. */
function overlaps(holidays: readonly Holiday[]): Holiday[] {
  const onWeekend = holidays.filter(
    ({ date, substitute }) =>
      (substitute === 'weekend' && isWeekend(date)) ||
      (substitute === 'sunday' && weekdayOf(date) === SUNDAY),
  );
  return [...onWeekend, ...sharedWeekdays(holidays)].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** [C5] One for each weekday that two holidays share. */
function sharedWeekdays(holidays: readonly Holiday[]): Holiday[] {
  const found: Holiday[] = [];
  const byDate = Map.groupBy(holidays, ({ date }) => date);
  for (const [date, sharing] of byDate) {
    if (sharing.length < 2 || isWeekend(date)) continue;
    const eligible = sharing.filter(({ substitute }) => substitute !== 'none');
    const named = eligible.find(({ isLunar }) => isLunar) ?? eligible[0];
    if (named) found.push(named);
  }
  return found;
}

function isWeekend(date: CivilDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === SATURDAY || weekday === SUNDAY;
}
