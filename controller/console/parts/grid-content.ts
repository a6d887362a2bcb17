/** What stands in bars and over days, as nodes: the calendar library would take text as markup only. */
import type { NamedDay } from '../../../shared/content/place-calendar.ts';
import { clock24, shortDate, weekdayName } from '../../../shared/korean-date.ts';
import { weekdayOf, type CivilDate } from '../../../shared/time.ts';
import type { Bar } from './calendar-bars.ts';
import { windowWords } from './minutes.ts';

/** Name, hours where they are not the whole day, what is the matter, and for who does not see it the days. */
export function barNodes(
  name: string,
  bar: Bar | undefined,
  hours: string,
): { readonly domNodes: Node[] } {
  const words = span('words');
  words.append(span('what', name));
  if (hours !== '') words.append(' ', span('when', hours));
  if (!bar) return { domNodes: [words] };
  if (bar.push) words.append(' ', span('mark', pushWords(bar)));
  words.append(' ', hiddenWords(daysWords(bar)));
  return { domNodes: [words] };
}

/** `11:00~14:00`; empty where `isAllDay`. */
export function hoursWords(
  { fromMinute, toMinute }: { readonly fromMinute: number; readonly toMinute: number },
  isAllDay: boolean,
): string {
  return isAllDay ? '' : `${clock24(fromMinute)}~${clock24(toMinute)}`;
}

export function pushWords({ booking, push }: Pick<Bar, 'booking' | 'push'>): string {
  if (booking.exclusive) return '행사 겹침';
  return push === 'whole' ? '행사에 밀림' : '일부 행사에 밀림';
}

/** Words that are only read out. */
export function hiddenWords(words: string): HTMLElement {
  return span('hidden', words);
}

function daysWords({ booking, first, last }: Bar): string {
  const days = first === last ? shortDate(first) : `${shortDate(first)}부터 ${shortDate(last)}까지`;
  const words = [days, windowWords(booking.fromMinute, booking.toMinute)];
  if (booking.exclusive) words.push('행사 독점');
  return words.join(', ');
}

/** A day's number or date, and its names. In a month's cell `isShort`. */
export function dayNodes(
  date: CivilDate,
  namedDays: readonly NamedDay[],
  { isShort }: { readonly isShort: boolean },
): { readonly domNodes: Node[] } {
  const names = namedDays.filter((day) => day.date === date);
  const holidays = names.filter(({ kind }) => kind !== 'market');
  const isFree = weekdayOf(date) === 0 || holidays.length > 0;
  const day = span(`day ${isShort ? 'in-cell' : ''} ${isFree ? 'free' : ''}`);
  const number = String(Number(date.slice(8, 10)));
  day.append(hiddenWords(`${Number(date.slice(5, 7))}월`));
  day.append(span('number', isShort ? number : `${number} ${weekdayName(date)}`));
  for (const { name, kind } of names)
    day.append(span(`named ${kind === 'market' ? 'market' : ''}`, name));
  return { domNodes: [day] };
}

function span(className: string, text = ''): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
