/** What the board writes around an announcement's own text. */
import type { Announcement } from '../content/announcement.ts';
import { clock24, dottedDate } from '../korean-date.ts';
import { dateAt, minuteAt } from '../time.ts';
import type { Scene } from './scene.ts';

export type AnnouncementPhase = 'live' | 'all-clear';
/** Which dress it wears. */
export type AnnouncementKind = 'important' | 'emergency' | 'all-clear' | 'drill';

/** A drill looks like one in every phase. */
export function kindOf(announcement: Announcement, phase: AnnouncementPhase): AnnouncementKind {
  if (announcement.drill) return 'drill';
  if (phase === 'all-clear') return 'all-clear';
  return announcement.level === 'emergency' ? 'emergency' : 'important';
}

/** `긴급`, `긴급 정정`, `중요`, `훈련`, `해제` and their combinations. */
export function levelWords(announcement: Announcement, phase: AnnouncementPhase): string {
  const level = { notice: '알림', important: '중요', emergency: '긴급' }[announcement.level];
  const words = announcement.drill ? ['훈련'] : phase === 'all-clear' ? [] : [level];
  if (phase === 'all-clear') words.push('해제');
  else if (announcement.corrects !== null) words.push('정정');
  return words.join(' ');
}

/** `18:12 발표 · 20:00까지`, with the date where it ends on another day; `18:12 발표 · 19:40 해제`. */
export function timesWords(
  announcement: Announcement,
  phase: AnnouncementPhase,
  calendar: Scene['calendar'],
): string {
  const { offsets } = calendar;
  const sent = `${clock24(minuteAt(offsets, announcement.sentAt))} 발표`;
  if (phase === 'all-clear') {
    const cleared = announcement.clearedAt ?? announcement.expiresAt;
    return `${sent} · ${clock24(minuteAt(offsets, cleared))} 해제`;
  }
  return `${sent} · ${endWords(announcement, offsets)}까지`;
}

function endWords({ sentAt, expiresAt }: Announcement, offsets: Scene['calendar']['offsets']) {
  // The last minute before the exclusive end tells the day that people mean: midnight ends the day before.
  const lastDay = dateAt(offsets, expiresAt - 1);
  const minute = minuteAt(offsets, expiresAt);
  const time = minute === 0 ? '자정(24:00)' : clock24(minute);
  return lastDay === dateAt(offsets, sentAt) ? time : `${dottedDate(lastDay)} ${time}`;
}

/** The Korean text of an all-clear: never repeats what people were told to do as if it still held. */
export function allClearText(announcement: Announcement): { title: string; body: string } {
  return {
    title: announcement.drill ? '훈련이 끝났습니다' : '상황이 해제되었습니다',
    body: `해제된 내용: ${announcement.title}`,
  };
}
