/** When a booking ends, how it is extended, and why one that is live plays no more. Pure. */
import type { Booking } from '../../../shared/content/booking.ts';
import { dottedDate } from '../../../shared/korean-date.ts';
import { MANIFEST_DAYS, type Manifest } from '../../../shared/protocol/manifest.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { addDays, dayNumber, isCivilDate, type CivilDate } from '../../../shared/time.ts';

/** A booking whose last day is no further ahead than this is about to end. */
const SOON_DAYS = 7;

/** The last day by its dates and by its rule's own UNTIL, whichever comes first; null without either. */
export function lastDateOf({ toDate, recurrence }: Booking): CivilDate | null {
  const [, year, month, day] = /UNTIL=(\d{4})(\d{2})(\d{2})/.exec(recurrence ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return toDate;
  const until = `${year}-${month}-${day}`;
  return toDate === null || until < toDate ? until : toDate;
}

/** Whether the rule ends by itself, so that a later last day alone changes nothing. */
export function endsByRule({ recurrence }: Pick<Booking, 'recurrence'>): boolean {
  return /;(UNTIL|COUNT)=/.test(recurrence ?? '');
}

export interface EndingBooking {
  readonly booking: Booking;
  /** Inclusive. */
  readonly lastDate: CivilDate;
  /** 0 on the last day. */
  readonly daysLeft: number;
}

/** Live bookings whose last day is today or within a week, the soonest first; not those of a notice. */
export function endingSoon(
  bookings: readonly Booking[],
  today: CivilDate,
): readonly EndingBooking[] {
  return bookings
    .flatMap((booking) => {
      const lastDate = lastDateOf(booking);
      if (booking.state !== 'live' || booking.endsAt !== undefined || lastDate === null) return [];
      const daysLeft = dayNumber(lastDate) - dayNumber(today);
      return daysLeft < 0 || daysLeft > SOON_DAYS ? [] : [{ booking, lastDate, daysLeft }];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.booking.name < b.booking.name ? -1 : 1));
}

/**
 * One month on: the same day of the next month, or its last where it has no such day. The last day of a month
 * becomes the last of the next, because who books to 30 November and extends means all of December.
 */
export function monthLater(date: CivilDate): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = addDays(firstOf(year, month + 2), -1);
  if (addDays(date, 1) === firstOf(year, month + 1)) return lastDay;
  const wanted = `${lastDay.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return isCivilDate(wanted) ? wanted : lastDay;
}

/** `오늘`, `내일`, or `3일 뒤`. */
export function daysLeftWords(daysLeft: number): string {
  if (daysLeft === 0) return '오늘';
  return daysLeft === 1 ? '내일' : `${daysLeft}일 뒤`;
}

/**
 * Why a live booking runs on no day from `today` on, or undefined when it does. `manifest` is that of one of its
 * boards; without it only dates are looked at.
 */
export function whyNeverAgain(
  booking: Booking,
  today: CivilDate,
  manifest: Manifest | undefined,
): string | undefined {
  if (booking.state !== 'live') return undefined;
  const last = lastDateOf(booking);
  if (last !== null && last < today)
    return `마지막 날(${dottedDate(last)})이 지나 더 나가지 않습니다.`;
  const isLater = booking.fromDate > addDays(today, MANIFEST_DAYS - 2);
  if (!manifest || isLater || isSeasonal(booking)) return undefined;
  if (manifest.bookings.some(({ id }) => id === booking.id)) return undefined;
  return '앞으로 넉 달 안에 나가는 날이 없습니다. 요일, 빼는 날, 가게 쉬는 날을 확인해 주십시오.';
}

/** Why none of a live booking's slides may be shown, or undefined when one may. */
export function whyNoSlide(booking: Booking, views: readonly SlideView[]): string | undefined {
  if (booking.state !== 'live') return undefined;
  const slides = views.map(({ slide }) => slide).filter(({ id }) => booking.slideIds.includes(id));
  if (slides.some((one) => one.approvedRevisionId !== null && one.state !== 'withdrawn'))
    return undefined;
  const states = slides.map(({ state }) => state);
  if (states.includes('submitted')) return '슬라이드가 승인을 기다립니다. 승인되면 나갑니다.';
  if (states.includes('rejected')) return '슬라이드가 반려되었습니다. 고쳐서 다시 올려 주십시오.';
  if (states.includes('draft')) return '슬라이드가 초안입니다. 검토를 요청해 주십시오.';
  return '슬라이드의 게시를 중단했습니다. 다른 슬라이드를 골라 주십시오.';
}

/** Whether the rule rests for months by its nature. */
function isSeasonal({ recurrence }: Booking): boolean {
  return /FREQ=YEARLY|BYMONTH=|BYYEARDAY=|BYWEEKNO=/.test(recurrence ?? '');
}

/** The first day of a month; months from 13 on are the next year's. */
function firstOf(year: number, month: number): CivilDate {
  const ahead = Math.floor((month - 1) / 12);
  const text = `${String(year + ahead).padStart(4, '0')}-${String(month - ahead * 12).padStart(2, '0')}`;
  return `${text}-01`;
}
