/** What each template looks like when it is well filled: for the gallery. The shops are invented. */
import type { Picture, SlideContent, Template } from '../../../shared/content/slide.ts';
import { START_MAP } from '../parts/map-start.ts';

/** The drawings beside this file, by the hash that stands for them. */
export const sampleDrawings: Readonly<Record<string, URL>> = {
  ['1'.repeat(64)]: new URL('./tteokbokki.svg', import.meta.url),
  ['2'.repeat(64)]: new URL('./fruit.svg', import.meta.url),
  ['3'.repeat(64)]: new URL('./kalguksu.svg', import.meta.url),
  ['4'.repeat(64)]: new URL('./lanterns.svg', import.meta.url),
  ['5'.repeat(64)]: new URL('./vouchers.svg', import.meta.url),
  ['6'.repeat(64)]: new URL('./street.svg', import.meta.url),
  ['7'.repeat(64)]: new URL('./fountain.svg', import.meta.url),
  ['8'.repeat(64)]: new URL('./books.svg', import.meta.url),
};

export const sampleContents: Readonly<Record<Template, SlideContent>> = {
  shop: {
    template: 'shop',
    title: { ko: '도레미분식' },
    lines: [{ ko: '떡볶이 4,000원' }, { ko: '김밥 두 줄 사면 어묵국물' }],
    picture: drawing('1', 0.62),
  },
  offer: {
    template: 'offer',
    title: { ko: '아침 사과 한 봉지' },
    price: '5,000원',
    priceBefore: '7,000원',
    lines: [{ ko: '오늘 들어온 홍로' }],
    until: null,
    picture: drawing('2', 0.6),
  },
  menu: {
    template: 'menu',
    title: { ko: '점심 차림표' },
    items: [
      { name: { ko: '바지락칼국수' }, price: '8,000원' },
      { name: { ko: '왕만두' }, price: '5,000원' },
      { name: { ko: '들깨수제비' }, price: '9,000원' },
    ],
    picture: drawing('3', 0.6),
  },
  picture: { template: 'picture', title: { ko: '걷기 좋은 창동' }, picture: drawing('6', 0.5) },
  video: {
    template: 'video',
    title: { ko: '여름 바닥분수' },
    video: {
      sha256: '7'.repeat(64),
      posterSha256: '7'.repeat(64),
      alt: { ko: '바닥분수' },
      durationMs: 12_000,
    },
  },
  notice: {
    template: 'notice',
    title: { ko: '평생학습 수강생 모집' },
    lines: [{ ko: '낮반과 저녁반이 있습니다' }, { ko: '처음이어도 괜찮습니다' }],
    contact: { ko: '도봉구청 교육지원과' },
    picture: drawing('8', 0.6),
  },
  event: {
    template: 'event',
    title: { ko: '고가 아래 등불 장터' },
    when: { ko: '11. 28.(토) 오후 2시' },
    where: { ko: '1번 출구 광장' },
    lines: [],
    contact: null,
    picture: drawing('4', 0.55),
  },
  news: {
    template: 'news',
    title: { ko: '이웃에 온기를 나눕니다' },
    who: { ko: '창동역 상인회' },
    what: { ko: '온누리상품권 300만 원' },
    lines: [],
    picture: drawing('5', 0.6),
  },
  job: {
    template: 'job',
    title: { ko: '공원 돌봄이 모집' },
    target: { ko: '60세 이상 구민' },
    figure: { ko: '12명 · 1월부터' },
    centre: { ko: '도봉시니어클럽' },
    apply: { ko: '방문 신청' },
    contact: null,
  },
  figure: {
    template: 'figure',
    title: { ko: '올해 늘어난 일자리' },
    value: 8400,
    unit: { ko: '개' },
    progress: { value: 6300, label: { ko: '지금까지' } },
    lines: [],
  },
  qr: {
    template: 'qr',
    title: { ko: '오늘의 할인 쿠폰' },
    lines: [{ ko: '가게 서른 곳에서 씁니다' }],
    link: { url: 'https://example.com/coupon', label: { ko: '쿠폰 받기' } },
  },
  directory: { template: 'directory', title: { ko: '지금 문 연 가게' }, trade: null },
  map: { template: 'map', title: { ko: '1번 출구 둘레' }, ...START_MAP },
  clock: { template: 'clock', title: { ko: '창동역 광장' } },
};

function drawing(digit: string, focusX: number): Picture {
  return { sha256: digit.repeat(64), alt: { ko: '보기 그림' }, focusX, focusY: 0.5 };
}
