/** A plaza to draw: shops, organizations and one slide of each kind, with what is long and what is short. */
import type { Picture, SlideContent } from '../../shared/content/slide.ts';
import type { ManifestShop, ManifestSlide } from '../../shared/protocol/manifest.ts';
import type { Geometry, Scene } from '../../shared/slides/scene.ts';

/** 2026-11-22, a Sunday, 15:30 in Seoul. */
export const SUNDAY_AFTERNOON = Date.UTC(2026, 10, 22, 6, 30);
const NEVER_CLOSED = '0'.repeat(120);

/** Everything of a scene that can be sent to a page. */
export type SceneData = Omit<Scene, 'loadPicture'>;

/** A board of that size; LED walls have 8 mm, screens 2.5 mm between pixels. */
export function geometryOf(widthPx: number, heightPx: number): Geometry {
  const isWall = Math.min(widthPx, heightPx) < 600;
  return {
    widthPx,
    heightPx,
    pitchMm: isWall ? 8 : 2.5,
    viewingDistanceM: isWall ? 20 : 12,
    facesRoad: false,
    trafficSignalWithin30m: false,
  };
}

export function sceneData(widthPx: number, heightPx: number, at = SUNDAY_AFTERNOON): SceneData {
  return {
    geometry: geometryOf(widthPx, heightPx),
    place: { ko: '창동역 1번 출구 광장', en: 'Changdong Station, exit 1' },
    organizations: [
      organization('association', '창동역 상인회', { byline: '창동역 상점가', accent: '#ff9a5c' }),
      organization('district', '도봉구청', { byline: '도봉구청 알림', accent: '#69bdff' }),
      organization('foundation', '서울신용보증재단', {
        byline: '서울신용보증재단',
        accent: '#b79cff',
      }),
    ],
    shops: SHOPS,
    calendar: { offsets: [{ fromMs: 0, offsetMs: 9 * 3_600_000 }], firstDate: '2026-11-22' },
    at,
    language: 'ko',
    form: 'day',
  };
}

export function shop(
  id: string,
  change: Partial<Omit<ManifestShop, 'name' | 'goods'>> & { name: string; goods: string },
): ManifestShop {
  const opening = { fromMinute: 600, toMinute: 1260 };
  return {
    id,
    trade: 'meal',
    walkMinutes: 2,
    place: { ko: '1번 출구 앞' },
    phone: '02-900-0000',
    onnuri: { paper: true, mobile: true, card: true },
    week: [opening, opening, opening, opening, opening, opening, opening],
    closedDays: NEVER_CLOSED,
    ...change,
    name: { ko: change.name },
    goods: { ko: change.goods },
  };
}

const EVENING = { fromMinute: 1020, toMinute: 1560 };
const SHOPS: readonly ManifestShop[] = [
  shop('doremi', { name: '도레미분식', goods: '떡볶이 · 김밥', trade: 'snack' }),
  shop('choansan', { name: '초안산칼국수', goods: '칼국수 · 만두', walkMinutes: 3 }),
  shop('jungnang', { name: '중랑천감자탕', goods: '감자탕 · 뼈해장국', walkMinutes: 4 }),
  shop('goga', {
    name: '고가밑포차',
    goods: '파전 · 막걸리',
    walkMinutes: 4,
    week: Array.from({ length: 7 }, () => EVENING),
  }),
  shop('ssangmun', { name: '쌍문돈가스', goods: '돈가스 · 냉모밀', walkMinutes: 6 }),
  shop('ui', { name: '우이천국밥', goods: '순댓국 · 수육', walkMinutes: 7 }),
  shop('baekban', { name: '어머니손맛백반', goods: '백반 · 제육볶음', walkMinutes: 5 }),
  shop('shut', { name: '쉬는집', goods: '쉼', closedDays: '1'.repeat(120) }),
  shop('gimbap', { name: '플랫폼김밥', goods: '김밥 · 라면', walkMinutes: 1 }),
  shop('dak', { name: '창동닭강정', goods: '닭강정 · 똥집튀김', walkMinutes: 8 }),
];

const LONG_TITLE = '창동역 상점가 골목형상점가 지정 기념 온누리상품권 환급 대축제 안내';
const LONG_LINE = '행사 기간에 3만 원 넘게 사시면 온누리상품권 5천 원을 돌려 드립니다';

/** One short slide of each template, as a merchant or an officer would write it. */
export const shortSlides: Readonly<Record<string, ManifestSlide>> = {
  shop: slide('association', 'doremi', {
    template: 'shop',
    title: { ko: '도레미분식', en: 'Doremi Snacks' },
    lines: [{ ko: '떡볶이 4,000원' }, { ko: '김밥 두 줄 사면 어묵국물' }],
    picture: picture('tteokbokki', '떡볶이 한 그릇'),
  }),
  offer: slide('association', 'choansan', {
    template: 'offer',
    title: { ko: '바지락칼국수', en: 'Clam noodle soup' },
    price: '7,000원',
    priceBefore: '9,000원',
    lines: [{ ko: '비 오는 날 만두 두 알 덤' }],
    until: '2026-11-30',
    picture: picture('kalguksu', '칼국수 한 그릇'),
  }),
  menu: slide('association', 'doremi', {
    template: 'menu',
    title: { ko: '도레미 차림표', en: 'Menu' },
    items: [
      { name: { ko: '떡볶이' }, price: '4,000원' },
      { name: { ko: '순대' }, price: '4,500원' },
      { name: { ko: '모둠 튀김' }, price: '5,000원' },
      { name: { ko: '꼬마 김밥' }, price: '3,500원' },
    ],
    picture: null,
  }),
  event: slide('association', null, {
    template: 'event',
    title: { ko: '고가 밑 작은 음악회', en: 'Concert under the viaduct' },
    when: { ko: '11. 28.(토) 오후 2시' },
    where: { ko: '창동역 1번 출구 광장' },
    lines: [{ ko: '누구나 무료' }],
    contact: { ko: '상인회 02-900-1234' },
    picture: picture('coffee', '커피'),
  }),
  notice: slide('district', null, {
    template: 'notice',
    title: { ko: '어르신 무료 독감 예방접종', en: 'Free flu shots for seniors' },
    lines: [{ ko: '11. 24.(화)부터 · 보건소' }, { ko: '65세 이상, 신분증을 가지고 오십시오' }],
    contact: { ko: '도봉구보건소 02-2091-4600' },
    picture: null,
  }),
  job: slide('district', null, {
    template: 'job',
    title: { ko: '노인 일자리 참여자 모집' },
    target: { ko: '60세 이상 구민' },
    figure: { ko: '120명 · 2027년 1월부터' },
    centre: { ko: '강북 50플러스센터' },
    apply: { ko: '12. 4.(금)까지 동 주민센터 방문' },
    contact: { ko: '어르신복지과 02-2091-3000' },
  }),
  figure: slide('district', null, {
    template: 'figure',
    title: { ko: '성동구가 2026년까지 만들 일자리', en: 'Jobs by 2026' },
    value: 35_000,
    unit: { ko: '개' },
    progress: { value: 8400, label: { ko: '2023년 목표' } },
    lines: [
      { ko: '청년 일자리 카페' },
      { ko: '성동 50플러스센터' },
      { ko: '어르신 사회활동 지원' },
    ],
  }),
  directory: slide('association', null, {
    template: 'directory',
    title: { ko: '지금 문 연 밥집', en: 'Open now' },
    trade: 'meal',
  }),
  picture: slide('association', null, {
    template: 'picture',
    title: { ko: '갓 구운 빵 냄새가 나는 골목', en: 'The lane that smells of bread' },
    picture: picture('bread', '갓 구운 빵'),
  }),
  clock: slide('association', null, {
    template: 'clock',
    title: { ko: '창동역 1번 출구 광장', en: 'Changdong Station plaza' },
  }),
};

/** The same templates with as much text as their schemas let through. */
export const longSlides: Readonly<Record<string, ManifestSlide>> = {
  shop: slide('association', 'doremi', {
    template: 'shop',
    title: { ko: '어머니손맛원조할매즉석떡볶이와김밥전문점', en: 'Grandmother’s original kitchen' },
    lines: [{ ko: LONG_LINE }, { ko: LONG_LINE }, { ko: LONG_LINE }],
    picture: picture('tteokbokki', '떡볶이 한 그릇'),
  }),
  offer: slide('association', 'choansan', {
    template: 'offer',
    title: { ko: LONG_TITLE, en: 'Voucher festival of the shopping street' },
    price: '1,234,567,890원부터',
    priceBefore: '2,345,678,900원',
    lines: [{ ko: LONG_LINE }, { ko: LONG_LINE }, { ko: LONG_LINE }],
    until: '2026-12-31',
    picture: picture('kalguksu', '칼국수 한 그릇'),
  }),
  menu: slide('association', 'doremi', {
    template: 'menu',
    title: { ko: LONG_TITLE, en: 'Grandmother’s original kitchen' },
    items: Array.from({ length: 6 }, (_, index) => ({
      name: { ko: `할매즉석떡볶이 ${String(index + 1)}인 모둠` },
      price: '1,234,567원',
    })),
    picture: picture('tteokbokki', '떡볶이 한 그릇'),
  }),
  event: slide('association', null, {
    template: 'event',
    title: { ko: LONG_TITLE, en: 'Voucher festival of the shopping street' },
    when: { ko: '11. 28.(토) 오후 2시부터 11. 29.(일) 오후 8시까지' },
    where: { ko: '창동역 1번 출구 고가 하부 광장과 문화의 거리 일대' },
    lines: [{ ko: LONG_LINE }, { ko: LONG_LINE }, { ko: LONG_LINE }],
    contact: { ko: '창동역 상점가 상인회 사무실 02-900-1234' },
    picture: picture('coffee', '커피'),
  }),
  notice: slide('district', null, {
    template: 'notice',
    title: { ko: LONG_TITLE, en: 'Voucher festival of the shopping street' },
    lines: [{ ko: LONG_LINE }, { ko: LONG_LINE }, { ko: LONG_LINE }],
    contact: { ko: '도봉구청 지역경제과 전통시장팀 02-2091-4142' },
    picture: picture('coffee', '커피'),
  }),
  job: slide('district', null, {
    template: 'job',
    title: { ko: LONG_TITLE },
    target: { ko: '도봉구에 사는 60세 이상으로 기초연금을 받으시는 분' },
    figure: { ko: '1,200명 · 2027년 1월부터 12월까지 열두 달' },
    centre: { ko: '강북 50플러스센터와 도봉시니어클럽 공동 운영' },
    apply: { ko: '12. 4.(금) 오후 6시까지 주소지 동 주민센터에 직접 방문하여 신청' },
    contact: { ko: '도봉구청 어르신복지과 노인일자리팀 02-2091-3000' },
  }),
  figure: slide('district', null, {
    template: 'figure',
    title: { ko: LONG_TITLE, en: 'Voucher festival of the shopping street' },
    value: 999_999_999_999,
    unit: { ko: '킬로와트시간절감량' },
    progress: {
      value: 500_000_000_000,
      label: { ko: '2026년 11월까지 여러 기관이 함께 이룬 실적' },
    },
    lines: [{ ko: LONG_LINE }, { ko: LONG_LINE }, { ko: LONG_LINE }],
  }),
  directory: slide('association', null, {
    template: 'directory',
    title: { ko: '지금 문을 열어 맛있는 밥을 먹을 수 있는 창동역 밥집', en: 'Open now' },
    trade: null,
  }),
  picture: slide('association', null, {
    template: 'picture',
    title: { ko: LONG_TITLE, en: 'Voucher festival of the shopping street' },
    picture: picture('bread', '갓 구운 빵'),
  }),
  clock: slide('association', null, {
    template: 'clock',
    title: { ko: LONG_TITLE, en: 'Changdong Station plaza' },
  }),
};

function organization(
  kind: 'association' | 'district' | 'foundation',
  name: string,
  { byline, accent }: { readonly byline: string; readonly accent: string },
) {
  return { id: kind, kind, name: { ko: name }, byline: { ko: byline }, accent, sharePercent: 30 };
}

function slide(
  organizationId: string,
  shopId: string | null,
  content: SlideContent,
): ManifestSlide {
  return {
    id: `slide-${content.template}`,
    revisionId: `revision-${content.template}`,
    organizationId,
    shopId,
    content,
    dwellMs: 15_000,
  };
}

function picture(name: string, alt: string): Picture {
  return { sha256: name, alt: { ko: alt }, focusX: 0.58, focusY: 0.55 };
}
