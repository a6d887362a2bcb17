/**
 * The holidays that follow the moon, as dates of the civil calendar: 설날 (1월 1일), 부처님오신날 (4월 8일)
 * and 추석 (8월 15일) of the lunisolar calendar. Source: 한국천문연구원 (KASI), 월력요항 of each year and
 * its 음양력 table for the years that have none yet. The Korean and the Chinese new moon may fall on
 * different days, so no Chinese calendar replaces this table.
 */
import type { CivilDate } from '../../shared/time.ts';

export interface LunarDays {
  readonly newYear: CivilDate;
  readonly buddha: CivilDate;
  readonly chuseok: CivilDate;
}

/** The law that is written here is known from this year on. */
export const FIRST_KNOWN_YEAR = 2025;
const TABLE: readonly LunarDays[] = [
  { newYear: '2025-01-29', buddha: '2025-05-05', chuseok: '2025-10-06' },
  { newYear: '2026-02-17', buddha: '2026-05-24', chuseok: '2026-09-25' },
  { newYear: '2027-02-07', buddha: '2027-05-13', chuseok: '2027-09-15' },
  { newYear: '2028-01-27', buddha: '2028-05-02', chuseok: '2028-10-03' },
  { newYear: '2029-02-13', buddha: '2029-05-20', chuseok: '2029-09-22' },
  { newYear: '2030-02-03', buddha: '2030-05-09', chuseok: '2030-09-12' },
  { newYear: '2031-01-23', buddha: '2031-05-28', chuseok: '2031-10-01' },
  { newYear: '2032-02-11', buddha: '2032-05-16', chuseok: '2032-09-19' },
  { newYear: '2033-01-31', buddha: '2033-05-06', chuseok: '2033-09-08' },
  { newYear: '2034-02-19', buddha: '2034-05-25', chuseok: '2034-09-27' },
  { newYear: '2035-02-08', buddha: '2035-05-15', chuseok: '2035-09-16' },
  { newYear: '2036-01-28', buddha: '2036-05-03', chuseok: '2036-10-04' },
  { newYear: '2037-02-15', buddha: '2037-05-22', chuseok: '2037-09-24' },
  { newYear: '2038-02-04', buddha: '2038-05-11', chuseok: '2038-09-13' },
];
/** The last year of the table, inclusive. */
export const LAST_KNOWN_YEAR = FIRST_KNOWN_YEAR + TABLE.length - 1;

/** Undefined for a year that the table does not hold. */
export function lunarDays(year: number): LunarDays | undefined {
  return TABLE[year - FIRST_KNOWN_YEAR];
}
