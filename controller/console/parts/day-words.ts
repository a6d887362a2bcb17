/** What a day's plan looks like at a glance, in words. Pure. */
import type { ManifestOrganization } from '../../../shared/protocol/manifest.ts';
import type { DayOverview, HourOverview } from '../../../shared/schedule/overview.ts';
import { groupDigits } from '../../../shared/slides/group-digits.ts';
import {
  DAY_MS,
  dayNumber,
  HOUR_MS,
  offsetAt,
  type CivilDate,
  type EpochMs,
  type ZoneOffset,
} from '../../../shared/time.ts';
import { span, type Tone } from '../app/words.ts';

/** What an hour is marked with; the first is the worst. */
export const markNames = {
  short: '배분이 모자라는 시간',
  exclusive: '행사 독점이 있는 시간',
  full: '자리가 다 찬 시간',
  idle: '4분의 1 넘게 비는 시간',
} as const;
export type Mark = keyof typeof markNames;

/** More of an hour than one part in so many is worth a mark when nobody booked it. */
const IDLE_PART = 4;

export function marksOf(hour: HourOverview): readonly Mark[] {
  const marks: Mark[] = [];
  if (hour.parties.some(({ isKept }) => isKept === false)) marks.push('short');
  if (hour.exclusiveIds.length > 0) marks.push('exclusive');
  if (hour.fullFor.length > 0) marks.push('full');
  if (hour.houseMs * IDLE_PART > hour.toMs - hour.fromMs) marks.push('idle');
  return marks;
}

/** Hours since the midnight at which `date` begins, so that those after the next midnight go on from 24. */
export function hourNumber(offsets: readonly ZoneOffset[], date: CivilDate, at: EpochMs): number {
  const local = at + offsetAt(offsets, at) - dayNumber(date) * DAY_MS;
  return Math.floor(local / HOUR_MS);
}

/** `15시`, or after midnight `다음 날 1시`. */
export function hourWords(number: number): string {
  return number < 24 ? `${number}시` : `다음 날 ${number - 24}시`;
}

/** `오늘 4,320번 · 비는 시간 0분 · 모든 시간 배분을 지킵니다`, or what is wrong. `day` is such as `오늘`. */
export function daySummary(
  { plays, houseMs, hours }: DayOverview,
  day: string,
  nameOf: (hour: HourOverview) => string,
): { readonly words: string; readonly tone: Tone } {
  const head = `${day} ${groupDigits(plays)}번 · 비는 시간 ${idleWords(houseMs)}`;
  const short = hours.filter((hour) => marksOf(hour).includes('short'));
  if (short.length > 0)
    return { words: `${head} · ${listed(short.map(nameOf))}에 배분이 모자랍니다`, tone: 'warn' };
  const judged = hours.filter(({ parties }) => parties.some(({ isKept }) => isKept !== null));
  if (judged.length === 0) return { words: head, tone: 'soft' };
  const which = judged.length < hours.length ? '남은 시간은 모두' : '모든 시간';
  return { words: `${head} · ${which} 배분을 지킵니다`, tone: 'good' };
}

/** What is to be said of one hour beside its shares; empty when all is as it should be. */
export function hourNotes(
  hour: HourOverview,
  {
    organizations,
    bookingName,
  }: {
    readonly organizations: readonly ManifestOrganization[];
    readonly bookingName: (id: string) => string;
  },
): readonly { readonly mark: Mark; readonly words: string }[] {
  const nameOf = (id: string) => organizations.find((one) => one.id === id)?.name.ko ?? '';
  const marks = marksOf(hour);
  const notes: { mark: Mark; words: string }[] = [];
  for (const { organizationId, ms, dueMs, isKept } of hour.parties)
    if (isKept === false)
      notes.push({
        mark: 'short',
        words: `${nameOf(organizationId)} 몫이 ${span((dueMs ?? 0) - ms)} 모자랍니다.`,
      });
  if (hour.exclusiveIds.length > 0)
    notes.push({ mark: 'exclusive', words: exclusiveWords(hour, bookingName) });
  for (const id of hour.fullFor)
    notes.push({
      mark: 'full',
      words: `${nameOf(id)} 자리가 다 찼습니다. 한 시간 안에 모두가 한 번씩 나가지는 못합니다.`,
    });
  if (marks.includes('idle'))
    notes.push({
      mark: 'idle',
      words: `${span(hour.houseMs)} 동안 편성이 없어 기본 화면이 나갑니다.`,
    });
  return notes;
}

function exclusiveWords(hour: HourOverview, bookingName: (id: string) => string): string {
  const who = hour.exclusiveIds.map((id) => `「${bookingName(id)}」`).join(', ');
  const rest = hour.displacedIds.length;
  return rest === 0
    ? `행사 독점 ${who} 편성만 나가는 시간이 있습니다.`
    : `행사 독점 ${who} 때문에 다른 편성 ${rest}개가 쉽니다.`;
}

function idleWords(ms: number): string {
  return ms === 0 ? '0분' : span(ms);
}

/** Three of them and how many more. */
function listed(names: readonly string[]): string {
  const rest = names.length - 3;
  return names.slice(0, 3).join(', ') + (rest > 0 ? ` 외 ${rest}시간` : '');
}
