/** Audit actions in the words of the console. */

const nouns: Readonly<Record<string, string>> = {
  slide: '슬라이드',
  booking: '편성',
  shop: '가게',
  organization: '운영 주체',
  announcement: '공지',
  screen: '화면',
  device: '화면의 PC',
  person: '사람',
  session: '로그인',
  media: '사진',
  content: '기본 내용',
  calendar: '공휴일·장날',
  feed: '달력 구독',
  alert: '알림',
};
const verbs: Readonly<Record<string, string>> = {
  create: '만듦',
  save: '고침',
  submit: '검토 요청',
  judge: '읽기 판정',
  approve: '승인',
  reject: '반려',
  withdraw: '게시 중단',
  'show-now': '지금 송출',
  end: '끝냄',
  resume: '되살림',
  send: '보냄',
  clear: '해제',
  correct: '긴급 정정',
  request: '긴급 송출 승인 요청',
  release: '긴급 송출 승인',
  'refuse-release': '긴급 송출 거절',
  'take-back': '긴급 송출 요청을 거둠',
  lapse: '긴급 송출 요청이 끝남',
  'break-glass': '비상 단독 송출',
  acknowledge: '확인',
  blank: '끔',
  unblank: '다시 켬',
  identify: '이름을 띄움',
  reload: '새로 고침',
  screenshot: '사진을 찍음',
  test: '시험으로 보냄',
  pair: '연결',
  revoke: '연결 끊음',
  invite: '초대',
  upload: '올림',
  share: '시간 배분을 정함',
  setup: '첫 관리자를 만듦',
  import: '들여옴',
  reinvite: '초대 링크를 다시 만듦',
  'accept-invite': '초대를 받음',
  'change-password': '비밀번호를 바꿈',
  picture: '그림을 들여옴',
};

/** `slide.withdraw` to `슬라이드 · 게시 중단`; an unknown word stays as it is. */
export function actionWords(action: string): string {
  const [noun = '', verb = ''] = action.split('.');
  return [nouns[noun] ?? noun, verbs[verb] ?? verb].filter((word) => word !== '').join(' · ');
}
