/** Opening times as the board says them. */
import type { OpenState } from '../open-state.ts';

/** `지금 영업 중 · 21시까지` (short: `영업 중 · 21시까지`), `오늘 17시부터`, `오늘 영업 끝` or `오늘 휴무`. */
export function openWords(open: OpenState, short = false): string {
  if (open.untilMinute !== null) {
    return `${short ? '' : '지금 '}영업 중 · ${hourWords(open.untilMinute)}까지`;
  }
  if (open.fromMinute !== null) return `오늘 ${hourWords(open.fromMinute)}부터`;
  return open.state === 'closed-today' ? '오늘 휴무' : '오늘 영업 끝';
}

/** Minutes of a day to `21시` or `9시 30분`; after midnight `새벽 2시`, midnight `자정`. */
export function hourWords(minute: number): string {
  const hour = Math.floor(minute / 60);
  const rest = minute % 60 === 0 ? '' : ` ${minute % 60}분`;
  if (minute === 0 || minute === 1440) return '자정';
  if (hour >= 24 || hour < 6) return `새벽 ${hour % 24}시${rest}`;
  return `${hour}시${rest}`;
}
