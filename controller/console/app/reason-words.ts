/** Why a booking is on a board, when it will be, or why not, in words. Pure. */
import { clockSeconds, dottedDate } from '../../../shared/korean-date.ts';
import type { ExplanationView } from '../../../shared/protocol/http/planning.ts';
import type { Reason } from '../../../shared/schedule/explain.ts';
import { addDays, dateAt, type EpochMs, type ZoneOffset } from '../../../shared/time.ts';

/** Whole sentences that hold for any instant, with what helps where something does. */
export const reasonWords: Readonly<Record<Reason, string>> = {
  'not-approved': '승인된 슬라이드가 없습니다. 슬라이드가 승인되면 나갑니다.',
  withdrawn: '슬라이드의 게시를 중단했습니다. 다른 슬라이드를 고르면 나갑니다.',
  expired: '편성이 끝났습니다.',
  'outside-dates': '편성한 날이 아닙니다.',
  'outside-hours': '편성한 시간이 아닙니다.',
  'excluded-date': '쉬기로 한 날짜입니다.',
  'shop-closed': '가게가 쉬는 날입니다.',
  'displaced-by-booking': '행사 독점 편성이 나가는 시간입니다.',
  'displaced-by-announcement': '공지가 나가는 동안입니다.',
  blanked: '화면을 잠시 꺼 두었습니다.',
  'screen-off': '화면을 켜지 않는 시간입니다.',
  'media-not-ready': '화면이 사진이나 영상을 아직 받지 못했습니다.',
  'failed-on-board': '이 화면이 슬라이드를 그리지 못했습니다. 슬라이드를 고쳐 다시 승인받으십시오.',
};

/**
 * How a booking stands at `now`: `지금 송출 중입니다.`, `차례를 기다립니다. 다음은 오늘 15:32:15입니다.` or
 * `지금은 나가지 않습니다: 가게가 쉬는 날입니다. 다음은 내일 06:04:00입니다.`
 */
export function explanationWords(
  { state, reason, slot }: ExplanationView,
  offsets: readonly ZoneOffset[],
  now: EpochMs,
): string {
  if (state === 'on-air') return '지금 송출 중입니다.';
  const next = slot
    ? ` 다음은 ${momentWords(slot.startMs, offsets, now)}입니다.`
    : ' 정해진 다음 차례가 없습니다.';
  if (state === 'waiting') return `차례를 기다립니다.${next}`;
  return `지금은 나가지 않습니다: ${reason ? reasonWords[reason] : '차례가 없습니다.'}${next}`;
}

/** An instant as seen from `now`: `오늘 15:32:15`, `내일 06:04:00`, `11. 25.(수) 06:04:00`. */
export function momentWords(at: EpochMs, offsets: readonly ZoneOffset[], now: EpochMs): string {
  return `${dayWords(dateAt(offsets, at), dateAt(offsets, now))} ${clockSeconds(offsets, at)}`;
}

/** A civil date as seen from another: `어제`, `오늘`, `내일`, else `11. 25.(수)`. */
export function dayWords(date: string, today: string): string {
  if (date === today) return '오늘';
  if (date === addDays(today, 1)) return '내일';
  return date === addDays(today, -1) ? '어제' : dottedDate(date);
}
