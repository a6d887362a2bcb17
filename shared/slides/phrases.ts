/** What templates write by themselves, in the board's languages. */
import type { Language } from '../content/fields.ts';
import { weekdayOf, type CivilDate } from '../time.ts';
import type { OpenState } from '../open-state.ts';
import { dottedDate } from '../korean-date.ts';
import { hourWords, openWords } from './open-words.ts';

export interface Phrases {
  readonly event: string;
  readonly job: string;
  readonly news: string;
  readonly offer: string;
  readonly menu: string;
  readonly figure: string;
  readonly ask: string;
  readonly forWhom: string;
  readonly apply: string;
  readonly centre: string;
  readonly vouchers: string;
  readonly here: string;
  readonly noneOpen: string;
  readonly comeBack: string;
  readonly minutesFromExit: string;
  /** `2. 28.(토)까지`. */
  readonly until: (date: CivilDate) => string;
  /** Minutes on foot from the exit; 0 is right there. */
  readonly walk: (minutes: number) => string;
  /** A few letters for a list. */
  readonly minutes: (minutes: number) => string;
  /** Opens later today, at this minute of the day. */
  readonly from: (minute: number) => string;
  /** Whether a shop is open; `short` where there is little room. */
  readonly open: (open: OpenState, short: boolean) => string;
}

const OPEN_STATES: readonly OpenState[] = [
  { state: 'open', untilMinute: 1260, fromMinute: null },
  { state: 'later', untilMinute: null, fromMinute: 600 },
  { state: 'closed-now', untilMinute: null, fromMinute: null },
  { state: 'closed-today', untilMinute: null, fromMinute: null },
];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

const ko: Phrases = {
  event: '행사',
  job: '일자리',
  news: '동네 소식',
  offer: '할인',
  menu: '차림표',
  figure: '숫자로 보는 소식',
  ask: '문의',
  forWhom: '대상',
  apply: '신청',
  centre: '기관',
  vouchers: '온누리상품권',
  here: '현 위치',
  noneOpen: '지금 문을 연 곳이 없습니다.',
  comeBack: '내일 다시 찾아 주시기 바랍니다.',
  minutesFromExit: '시간은 1번 출구에서 걸어서',
  until: (date) => `${dottedDate(date)}까지`,
  walk: (minutes) =>
    minutes === 0 ? '1번 출구 바로 앞' : `1번 출구에서 걸어서 ${String(minutes)}분`,
  minutes: (minutes) => `${String(minutes)}분`,
  from: (minute) => `${hourWords(minute)}부터`,
  open: openWords,
};

const en: Phrases = {
  event: 'Event',
  job: 'Jobs',
  news: 'Local news',
  offer: 'Offer',
  menu: 'Menu',
  figure: 'In numbers',
  ask: 'Info',
  forWhom: 'For',
  apply: 'Apply',
  centre: 'At',
  vouchers: 'Onnuri vouchers',
  here: 'You are here',
  noneOpen: 'No shop is open now.',
  comeBack: 'Please come back tomorrow.',
  minutesFromExit: 'Minutes on foot from Exit 1',
  until: (date) => `Until ${dayOf(date)} ${MONTHS[monthOf(date) - 1] ?? ''}`,
  walk: (minutes) =>
    minutes === 0 ? 'Right by Exit 1' : `${String(minutes)} min on foot from Exit 1`,
  minutes: (minutes) => `${String(minutes)} min`,
  from: (minute) => `from ${clock12(minute)}`,
  open: (open) =>
    open.untilMinute !== null
      ? `Open until ${clock12(open.untilMinute)}`
      : opening(open, {
          later: (minute) => `Opens at ${clock12(minute)}`,
          over: 'Closed for today',
          shut: 'Closed today',
        }),
};

const zh: Phrases = {
  event: '活动',
  job: '招聘',
  news: '社区消息',
  offer: '优惠',
  menu: '菜单',
  figure: '数字看消息',
  ask: '咨询',
  forWhom: '对象',
  apply: '申请',
  centre: '机构',
  vouchers: 'Onnuri商品券',
  here: '您在这里',
  noneOpen: '现在没有营业的店铺。',
  comeBack: '请明天再来。',
  minutesFromExit: '从1号出口步行时间',
  until: (date) => `截至${monthDay(date)}`,
  walk: (minutes) => (minutes === 0 ? '1号出口旁' : `从1号出口步行${String(minutes)}分钟`),
  minutes: (minutes) => `${String(minutes)}分钟`,
  from: (minute) => `${clock24(minute)}起`,
  open: (open) =>
    open.untilMinute !== null
      ? `营业中 · 至${clock24(open.untilMinute)}`
      : opening(open, {
          later: (minute) => `今天${clock24(minute)}开门`,
          over: '今日已打烊',
          shut: '今日休息',
        }),
};

const ja: Phrases = {
  event: 'イベント',
  job: '求人',
  news: '街のニュース',
  offer: '割引',
  menu: 'お品書き',
  figure: '数字で見る',
  ask: 'お問い合わせ',
  forWhom: '対象',
  apply: '申込み',
  centre: '窓口',
  vouchers: 'Onnuri商品券',
  here: '現在地',
  noneOpen: '営業中の店はありません。',
  comeBack: '明日またお越しください。',
  minutesFromExit: '1番出口からの徒歩時間',
  until: (date) => `${monthDay(date)}まで`,
  walk: (minutes) => (minutes === 0 ? '1番出口のすぐ前' : `1番出口から徒歩${String(minutes)}分`),
  minutes: (minutes) => `${String(minutes)}分`,
  from: (minute) => `${clock24(minute)}から`,
  open: (open) =>
    open.untilMinute !== null
      ? `営業中 · ${clock24(open.untilMinute)}まで`
      : opening(open, {
          later: (minute) => `本日${clock24(minute)}から`,
          over: '本日の営業は終了',
          shut: '本日休業',
        }),
};

const byLanguage: Readonly<Record<Language, Phrases>> = { ko, en, zh, ja };

/** The phrases of a language. */
export function phrases(language: Language): Phrases {
  return byLanguage[language];
}

/** All that templates may write in a language, so that its type can be loaded. */
export function phraseLetters(language: Language): string {
  const { until, walk, minutes, from, open, ...words } = byLanguage[language];
  const made = [until('2026-01-01'), walk(0), walk(1), minutes(1), from(0)];
  return [...Object.values(words), ...made, ...OPEN_STATES.map((one) => open(one, false))].join('');
}

function opening(
  { state, fromMinute }: OpenState,
  words: {
    readonly later: (minute: number) => string;
    readonly over: string;
    readonly shut: string;
  },
): string {
  if (fromMinute !== null) return words.later(fromMinute);
  return state === 'closed-today' ? words.shut : words.over;
}

/** `9 pm`, `9:30 pm`, `noon`, `midnight`; past midnight goes on. */
function clock12(minute: number): string {
  const hour = Math.floor(minute / 60) % 24;
  const rest = minute % 60;
  if (rest === 0 && hour === 0) return 'midnight';
  if (rest === 0 && hour === 12) return 'noon';
  const minutes = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`;
  return `${String(hour % 12 === 0 ? 12 : hour % 12)}${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}

/** `21:00`, past midnight `2:00`; midnight at a day's end `24:00`. */
function clock24(minute: number): string {
  const hour = minute === 1440 ? 24 : Math.floor(minute / 60) % 24;
  return `${String(hour)}:${String(minute % 60).padStart(2, '0')}`;
}

function monthDay(date: CivilDate): string {
  return `${String(monthOf(date))}月${String(dayNumberOf(date))}日`;
}

/** `Sat 28`. */
function dayOf(date: CivilDate): string {
  return `${DAYS[weekdayOf(date)] ?? ''} ${String(dayNumberOf(date))}`;
}

function monthOf(date: CivilDate): number {
  return Number(date.slice(5, 7));
}

function dayNumberOf(date: CivilDate): number {
  return Number(date.slice(8, 10));
}
