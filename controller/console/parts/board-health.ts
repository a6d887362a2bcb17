/** How a board is, in one word; what is wrong with it, and what to do first. Pure. */
import { troubleWords, type Trouble } from '../../../shared/content/trouble.ts';
import type { ScreenState } from '../../../shared/protocol/events.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { span, type Tone } from '../app/words.ts';
import { isOffline } from './board-view.ts';

export interface HealthInput {
  readonly view: ScreenView;
  readonly state: ScreenState | undefined;
  /** Of any boards. */
  readonly troubles: readonly Trouble[];
  readonly at: EpochMs;
}

export interface Health {
  readonly tone: Tone;
  readonly word: '정상' | '살펴볼 것' | '끊김' | '쉬는 중' | 'PC 없음';
  /** What is wrong, the worst first. */
  readonly problems: readonly { readonly what: string; readonly todo: string }[];
}

export function healthOf({ view, state, troubles, at }: HealthInput): Health {
  if (view.device?.revokedAt !== null) return health('soft', 'PC 없음', [NO_DEVICE]);
  const open = openTroubles(troubles, view.screen.id);
  const problems = open.map(({ kind, startedAt }) => {
    const { what, todo } = troubleWords[kind];
    return { what: `${what} · ${span(at - startedAt)}째`, todo };
  });
  if (open.some(({ kind }) => kind === 'silent')) return health('bad', '끊김', problems);
  if (isOffline(state, at)) {
    if (state?.beat?.glass?.layer === 'off') return health('soft', '쉬는 중', problems);
    const { todo } = troubleWords.silent;
    const since = state?.heardAt == null ? '아직 소식이 없습니다' : SINCE(at - state.heardAt);
    return health('bad', '끊김', [{ what: since, todo }, ...problems]);
  }
  if (problems.length > 0) return health('warn', '살펴볼 것', problems);
  const failed = state?.beat?.failedSlideIds.length ?? 0;
  return failed > 0
    ? health('warn', '살펴볼 것', [failedSlides(failed)])
    : health('good', '정상', []);
}

/** Of one screen, the worst first. */
export function openTroubles(troubles: readonly Trouble[], screenId: string): readonly Trouble[] {
  return troubles
    .filter((trouble) => trouble.screenId === screenId && trouble.endedAt === null)
    .sort((a, b) => Number(b.kind === 'silent') - Number(a.kind === 'silent'));
}

const SINCE = (ms: number) => `${troubleWords.silent.what} · ${span(ms)}째`;
const NO_DEVICE = {
  what: '연결된 PC가 없습니다',
  todo: '게시대 PC에서 /board를 열고, 나온 코드를 이 화면에 적어 연결해 주십시오.',
};

function failedSlides(count: number) {
  return {
    what: `이 화면에서 열리지 않아 빼 둔 슬라이드 ${count}장`,
    todo: '슬라이드의 사진이나 동영상을 다시 올려 주십시오. 고친 것은 저절로 다시 나옵니다.',
  };
}

function health(tone: Tone, word: Health['word'], problems: Health['problems']): Health {
  return { tone, word, problems };
}
