import type { ProblemKind } from '../../../shared/content/board-problem.ts';

/** What a board noticed, and what to do about it first. */
export const problemWords: Readonly<
  Record<ProblemKind, { readonly what: string; readonly todo: string }>
> = {
  'slide-failed': {
    what: '슬라이드가 나오지 못했습니다',
    todo: '그 자리에 시계가 나왔습니다. 저절로 다시 시도합니다. 거듭되면 사진이나 동영상을 다시 올려 주십시오.',
  },
  'slide-misfit': {
    what: '글이 다 들어가지 않았습니다',
    todo: '빠진 글을 줄이거나, 이 화면에는 다른 슬라이드를 편성해 주십시오.',
  },
  'media-failed': {
    what: '사진이나 동영상을 받지 못했습니다',
    todo: '저절로 다시 받습니다. 거듭되면 화면의 인터넷을 확인해 주십시오.',
  },
  'clock-jumped': {
    what: 'PC의 시계가 갑자기 바뀌었습니다',
    todo: '편성은 서버의 시계로 돌아갑니다. PC의 시간 동기화(NTP)를 확인해 주십시오.',
  },
  'clock-drifted': {
    what: 'PC의 시계가 조금씩 어긋납니다',
    todo: '편성은 서버의 시계로 돌아갑니다. PC의 시간 동기화(NTP)를 켜 주십시오.',
  },
  'page-failed': {
    what: '화면의 프로그램에 오류가 있었습니다',
    todo: '저절로 다시 시작합니다. 거듭되면 아래 영문을 관리자에게 알려 주십시오.',
  },
  'build-failed': {
    what: '새 프로그램이 시작하지 못했습니다',
    todo: '이전 프로그램으로 돌고 있습니다. 서버의 프로그램을 이전 것으로 되돌려 주십시오.',
  },
  'storage-failed': {
    what: 'PC에 저장하지 못했습니다',
    todo: '화면은 계속 나옵니다. PC의 디스크에 자리를 만들어 주십시오.',
  },
  intercepted: {
    what: '서버가 아닌 곳에서 대답이 왔습니다',
    todo: '인터넷의 로그인 화면이나 방화벽이 막고 있는지 확인해 주십시오.',
  },
};
