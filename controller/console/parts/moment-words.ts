/** What a board shows at an instant, and why, in words. Pure. */
import { clockSeconds } from '../../../shared/korean-date.ts';
import type { ExplanationView, Moment } from '../../../shared/protocol/http/planning.ts';
import type { EpochMs, ZoneOffset } from '../../../shared/time.ts';
import { momentWords, reasonWords } from '../app/reason-words.ts';
import { span, type Tone } from '../app/words.ts';

export interface Source {
  readonly tone: Tone;
  readonly words: string;
  /** What else is to be known of where it comes from. */
  readonly detail: string | null;
}

const THEN_AND_NOW = '내용은 그때 것, 디자인은 지금 것입니다.';
const outcomes = {
  played: null,
  cut: '끝까지 나가지 못하고 바뀌었습니다.',
  failed: '이 화면이 그리지 못해 건너뛰었습니다.',
} as const;

/** Boards send their plays in batches, some time after each has ended. */
const LATE_MS = 60_000;

/** Where the picture comes from, as seen at `now`. */
export function sourceWords(moment: Moment, offsets: readonly ZoneOffset[], now: EpochMs): Source {
  const { source, play, slot, layer } = moment;
  if (source === 'plan')
    return { tone: 'soft', words: '편성대로라면 이렇게 나옵니다', detail: null };
  if (!play && layer === 'off')
    return { tone: 'soft', words: '화면을 켜지 않은 시간입니다', detail: null };
  if (!play && slot && slot.endMs + LATE_MS > now)
    return {
      tone: 'soft',
      words: '편성은 이렇습니다. 이 차례의 기록은 아직 오지 않았습니다',
      detail: null,
    };
  if (!play)
    return { tone: 'warn', words: '기록이 없습니다. 편성은 이랬습니다', detail: THEN_AND_NOW };
  const from = clockSeconds(offsets, play.startedAt);
  const length = span(play.endedAt - play.startedAt);
  const outcome = outcomes[play.outcome];
  return {
    tone: outcome ? 'warn' : 'good',
    words: `이 화면이 남긴 기록입니다 · ${from}부터 ${length}`,
    detail: outcome ? `${outcome} ${THEN_AND_NOW}` : THEN_AND_NOW,
  };
}

/** Who has the slot: its shop, else its booking, else its organization; the house without one. */
export function speakerWords(moment: Moment, bookingName: string | undefined): string {
  const { slot, shops, organizations } = moment;
  if (!slot || slot.kind === 'house') return '기본 화면';
  const shop = shops.find(({ id }) => id === slot.shopId);
  const organization = organizations.find(({ id }) => id === slot.organizationId);
  return shop?.name.ko ?? bookingName ?? organization?.name.ko ?? '지금 송출';
}

/** `도레미분식의 오늘 138번 가운데 37번째 차례`; `day` is such as `오늘`. Null without a turn. */
export function turnWords(moment: Moment, who: string, day: string): string | null {
  const { turn } = moment;
  return turn && `${who}의 ${day} ${turn.of}번 가운데 ${turn.number}번째 차례`;
}

/** What lies over the plan or keeps the board dark; null where the plan's own slide is on. */
export function layerWords({ layer, announcement }: Moment): string | null {
  const title = announcement ? ` 「${announcement.title}」` : '';
  switch (layer) {
    case 'off':
      return '운영 시간 밖이라 화면이 꺼져 있습니다.';
    case 'blank':
      return '운영자가 화면을 꺼 둔 시간입니다.';
    case 'emergency':
      return `긴급 송출${title}에 편성이 가려졌습니다.`;
    case 'all-clear':
      return `긴급 해제${title} 안내에 편성이 가려졌습니다.`;
    case 'important':
      return `중요 공지${title}에 이 차례가 가려졌습니다.`;
    case 'slot':
    case 'house':
      return null;
  }
}

/** How a booking stands at an instant that need not be now. */
export function standingWords(
  { state, reason, slot }: ExplanationView,
  offsets: readonly ZoneOffset[],
  at: EpochMs,
): string {
  if (state === 'on-air') return '이 순간 나갑니다.';
  const why = reason ? reasonWords[reason] : '다른 편성이 먼저라 차례를 기다립니다.';
  const next = slot
    ? `다음은 ${momentWords(slot.startMs, offsets, at)}입니다.`
    : '정해진 다음 차례가 없습니다.';
  return `${why} ${next}`;
}
