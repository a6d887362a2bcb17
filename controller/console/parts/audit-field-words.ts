/** What the fields of recorded things, and their values, are called. */
import { languageNames } from './languages.ts';
import { levelNames, roleNames, stateNames, templateNames } from '../app/words.ts';

/** By the name of the field, wherever it stands. */
export const fieldWords: Readonly<Record<string, string>> = {
  ...languageNames,
  ...{ name: '이름', title: '제목', body: '내용', lines: '줄', label: '표시할 말' },
  ...{ displayName: '이름', loginName: '아이디', grants: '권한', role: '역할', disabled: '막음' },
  ...{ organizationId: '운영 주체', shopId: '가게', personId: '사람', slideId: '슬라이드' },
  ...{ slideIds: '슬라이드', screens: '화면', screenId: '화면', bookingId: '편성' },
  ...{ fromDate: '첫날', toDate: '마지막 날', fromMinute: '시작', toMinute: '끝', date: '날짜' },
  ...{ recurrence: '되풀이', excludedDates: '빼는 날', skipClosedDays: '쉬는 날 빼기' },
  ...{ holidays: '공휴일', marketDays: '장날', weight: '구좌 수', exclusive: '행사 독점' },
  ...{ promisedPlaysPerDay: '하루에 약속한 횟수', endsAt: '끝나는 때', state: '상태' },
  ...{ level: '종류', source: '알리는 곳', expiresAt: '기한', drill: '훈련', corrects: '정정' },
  ...{ sentAt: '보낸 때', sentBy: '보낸 사람', clearedAt: '해제한 때', seq: '순번' },
  ...{ content: '내용', latest: '새로 쓴 것', slide: '슬라이드', template: '틀', picture: '사진' },
  ...{ alt: '사진 설명', sha256: '파일', focusX: '자른 곳(가로)', focusY: '자른 곳(세로)' },
  ...{ zoom: '확대', straightened: '기울기', degrees: '각도', from: '원래 파일', video: '동영상' },
  ...{ link: '이어 볼 주소', url: '주소', contact: '문의', price: '가격', until: '마지막 날' },
  ...{ priceBefore: '할인 전 가격', items: '차림표', when: '언제', where: '어디서' },
  ...{ target: '누구를', figure: '숫자', centre: '하는 곳', apply: '신청', value: '값' },
  ...{ unit: '단위', progress: '어디까지', done: '이룬 것', of: '목표', trade: '업종' },
  ...{ who: '누가', what: '무엇을', here: '지금 있는 곳', ways: '길', marks: '표시', kind: '종류' },
  ...{ points: '점', x: '가로', y: '세로', poster: '첫 장면', durationMs: '길이(1000분의 1초)' },
  ...{ dwellSeconds: '보여 주는 시간(초)', pages: '쪽수', number: '몇 번째', house: '기본 내용' },
  ...{
    rejectionReason: '반려한 까닭',
    shortLink: '짧은 주소',
    code: '짧은 주소',
    createdBy: '쓴 사람',
  },
  ...{ place: '곳', widthPx: '가로(점)', heightPx: '세로(점)', offsetX: '왼쪽에서(점)' },
  ...{ offsetY: '위에서(점)', pitchMm: '점 사이(mm)', peakNits: '최대 밝기(cd/m²)' },
  ...{ panelPercent: '화면 밝기(%)', viewingDistanceM: '보는 거리(m)', zone: '시간대' },
  ...{ latitude: '위도', longitude: '경도', week: '요일별 시간', specialDays: '특별한 날' },
  ...{ opening: '여는 시간', reason: '까닭', nightLight: '밤 밝기', facesRoad: '차도를 봄' },
  ...{ trafficSignalWithin30m: '30 m 안 신호등', blankUntil: '꺼 두는 때까지' },
  ...{
    goods: '파는 것',
    closedNth: '쉬는 날',
    closedDates: '쉬는 날짜',
    nth: '몇째',
    weekday: '요일',
  },
  ...{
    walkMinutes: '걸어서(분)',
    phone: '전화',
    onnuri: '온누리상품권',
    paper: '종이',
    mobile: '모바일',
  },
  ...{ card: '카드', byline: '알리는 말', accent: '색', sharePercent: '시간 배분(%)' },
  ...{
    twoPersonApproval: '두 사람 승인',
    temporaryHolidays: '임시공휴일',
    marketDigit: '장날 끝자리',
  },
  ...{
    consent: '초상 동의',
    mime: '파일 종류',
    bytes: '크기(바이트)',
    otherOwners: '함께 쓰는 곳',
  },
  ...{ readAt: '마지막으로 읽은 때', pairedAt: '연결한 때', lastSeenAt: '마지막으로 본 때' },
  ...{ email: '이메일', isPublic: '공개 광장 화면', repeatMinutes: '되풀이(분)' },
  ...{ allClear: '해제할 때의 말', translations: '다른 나라 말', election: '선거 기간' },
  ...{ people: '알아볼 수 있는 사람', submittedBy: '검토를 요청한 사람' },
  ...{ revokedAt: '연결을 끊은 때', slides: '슬라이드 수', createdAt: '만든 때' },
};

/** By the field, then by the value. */
export const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: { ...stateNames, live: '송출 중', ended: '끝남' },
  level: levelNames,
  role: roleNames,
  template: templateNames,
  holidays: { skip: '빼기', only: '그날만' },
  marketDays: { skip: '빼기', only: '그날만' },
  screens: { all: '모든 화면' },
  people: { none: '없음', agreed: '동의함', 'not-agreed': '동의하지 않음' },
  consent: { 'none-needed': '필요 없음', recorded: '받음', missing: '아직 없음' },
};

/** Said elsewhere, or of use to the program only. */
export const unsaid: ReadonlySet<string> = new Set([
  ...['id', 'version', 'updatedAt', 'latestRevisionId', 'approvedRevisionId', 'renditions'],
  ...['revisionId', 'seq', 'lastReview'],
]);

/** Fields whose value is the id of something that has a name. */
export const namedFields: ReadonlySet<string> = new Set([
  ...['organizationId', 'shopId', 'personId', 'slideId', 'slideIds', 'screens', 'screenId'],
  ...['bookingId', 'sentBy', 'createdBy', 'submittedBy'],
]);
