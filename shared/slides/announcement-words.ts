/** What the board writes around an announcement's own text. */
import {
  otherLanguages,
  type Announcement,
  type OtherLanguage,
  type Translation,
} from '../content/announcement.ts';
import type { Language } from '../content/fields.ts';
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

const levels: Readonly<Record<Language, Readonly<Record<Announcement['level'], string>>>> = {
  ko: { notice: '알림', important: '중요', emergency: '긴급' },
  en: { notice: 'Notice', important: 'Important', emergency: 'Alert' },
  zh: { notice: '通知', important: '重要', emergency: '紧急' },
  ja: { notice: 'お知らせ', important: '重要', emergency: '緊急' },
};
const states: Readonly<Record<Language, Readonly<Record<'drill' | 'over' | 'corrected', string>>>> =
  {
    ko: { drill: '훈련', over: '해제', corrected: '정정' },
    en: { drill: 'Drill', over: 'All clear', corrected: 'Correction' },
    zh: { drill: '演习', over: '解除', corrected: '更正' },
    ja: { drill: '訓練', over: '解除', corrected: '訂正' },
  };

/** `긴급`, `긴급 정정`, `중요`, `훈련`, `해제` and their combinations, in the language of the page. */
export function levelWords(
  announcement: Announcement,
  phase: AnnouncementPhase,
  language: Language = 'ko',
): string {
  const { drill, over, corrected } = states[language];
  const level = levels[language][announcement.level];
  const words = announcement.drill ? [drill] : phase === 'all-clear' ? [] : [level];
  if (phase === 'all-clear') words.push(over);
  else if (announcement.corrects !== null) words.push(corrected);
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

/** One language's pages of an announcement. */
export interface SpokenText extends Translation {
  readonly language: Language;
}

/** What it says, Korean first and then each language in which it was written. */
export function spokenTexts(
  announcement: Announcement,
  phase: AnnouncementPhase,
): readonly SpokenText[] {
  const isOver = phase === 'all-clear';
  const { title, body } = isOver ? allClearText(announcement) : announcement;
  const others = otherLanguages.flatMap((language) => {
    const text = announcement.translations?.[language];
    if (!text) return [];
    return isOver
      ? [{ language, title: overWords[language], body: text.title }]
      : [{ ...text, language }];
  });
  return [{ language: 'ko', title, body }, ...others];
}

const overWords: Readonly<Record<OtherLanguage, string>> = {
  en: 'This alert is over',
  zh: '以下警报已解除',
  ja: '次の警報は解除されました',
};

/** The Korean text of an all-clear: never repeats what people were told to do as if it still held. */
function allClearText({ drill, title, allClear }: Announcement): { title: string; body: string } {
  return {
    title: drill ? '훈련이 끝났습니다' : '상황이 해제되었습니다',
    body: allClear ?? `해제된 내용: ${title}`,
  };
}
