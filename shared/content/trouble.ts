/** What is wrong with a board for long enough that somebody should know. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema } from './fields.ts';

/**
 * `silent` says nothing; `safe-mode` shows the house's slides only; `faults` its picture failed several times
 * in an hour; `clock` the PC's own clock is wrong; `storage` nearly full; `plays` cannot hand on what it
 * played; `behind` does not take the newest manifest.
 */
export const troubleKinds = [
  'silent',
  'safe-mode',
  'faults',
  'clock',
  'storage',
  'plays',
  'behind',
] as const;
export type TroubleKind = (typeof troubleKinds)[number];

export const troubleSchema = z.strictObject({
  id: idSchema,
  screenId: idSchema,
  kind: z.enum(troubleKinds),
  /** Since when it has been so; of a silent board its last word. */
  startedAt: epochMsSchema,
  /** Since when it is well again; null while it is not. */
  endedAt: z.nullable(epochMsSchema),
  /** When its beginning or its end was noticed. */
  changedAt: epochMsSchema,
  /** When the messages about it were written; null while they were not, and for ever where it was over before. */
  toldAt: z.nullable(epochMsSchema),
  endToldAt: z.nullable(epochMsSchema),
});
export type Trouble = z.infer<typeof troubleSchema>;

/** What each is called, and what to do about it first. */
export const troubleWords: Readonly<
  Record<TroubleKind, { readonly what: string; readonly todo: string }>
> = {
  silent: {
    what: '연결이 끊겼습니다',
    todo: '화면은 받아 둔 편성으로 계속 돌아갑니다. PC의 전원과 인터넷을 확인해 주십시오.',
  },
  'safe-mode': {
    what: '안전 화면으로 돌고 있습니다',
    todo: '최근에 올린 슬라이드를 게시 중단하거나 고쳐 주십시오. 새 편성이 오면 저절로 돌아옵니다.',
  },
  faults: {
    what: '화면이 거듭 멈추거나 꺼졌습니다',
    todo: '고장 사진을 보고, 같은 슬라이드에서 거듭되면 그 슬라이드를 게시 중단해 주십시오.',
  },
  clock: {
    what: 'PC의 시계가 맞지 않습니다',
    todo: '편성은 서버의 시계로 돌아갑니다. PC의 시간 동기화(NTP)를 켜 주십시오.',
  },
  storage: {
    what: '저장 공간이 거의 찼습니다',
    todo: 'PC의 디스크를 비우거나, 쓰지 않는 동영상을 편성에서 빼 주십시오.',
  },
  plays: {
    what: '송출 기록이 밀려 있습니다',
    todo: '기록은 화면에 남아 있습니다. 화면을 새로 고치고, 그래도 줄지 않으면 서버의 기록(로그)을 보십시오.',
  },
  behind: {
    what: '새 편성을 받지 못하고 있습니다',
    todo: '화면을 새로 고쳐 주십시오. 그래도 그대로면 PC를 다시 켜 주십시오.',
  },
};
