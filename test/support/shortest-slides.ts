/** One slide of each template with as little in it as the schema lets through, on the brightest photo. */
import { samplePicture, sampleSlide, type SlidesByTemplate } from './sample-slide.ts';

const white = samplePicture('white-photo', '흰 접시');

export const shortestSlides: SlidesByTemplate = {
  shop: sampleSlide('association', 'doremi', {
    template: 'shop',
    title: { ko: '떡', en: 'Tteok' },
    lines: [],
    picture: white,
  }),
  offer: sampleSlide('association', 'choansan', {
    template: 'offer',
    title: { ko: '덤', ja: 'おまけ' },
    price: null,
    priceBefore: null,
    lines: [],
    until: null,
    picture: white,
  }),
  menu: sampleSlide('association', 'doremi', {
    template: 'menu',
    title: { ko: '차', zh: '茶' },
    items: [{ name: { ko: '쑥차', zh: '艾草茶' }, price: '3,000원' }],
    picture: null,
  }),
  event: sampleSlide('association', null, {
    template: 'event',
    title: { ko: '장터', ja: '市場' },
    when: { ko: '오늘', ja: '今日' },
    where: { ko: '광장', ja: '広場' },
    lines: [],
    contact: null,
    picture: white,
  }),
  notice: sampleSlide('district', null, {
    template: 'notice',
    title: { ko: '단수', en: 'No water' },
    lines: [],
    contact: null,
    picture: null,
  }),
  job: sampleSlide('district', null, {
    template: 'job',
    title: { ko: '채용', zh: '招聘' },
    target: { ko: '누구나', zh: '不限' },
    figure: null,
    centre: { ko: '구청', zh: '区厅' },
    apply: { ko: '방문', zh: '到访' },
    contact: null,
  }),
  figure: sampleSlide('district', null, {
    template: 'figure',
    title: { ko: '나무', en: 'Trees' },
    value: 7,
    unit: { ko: '그루' },
    progress: null,
    lines: [],
  }),
  directory: sampleSlide('association', null, {
    template: 'directory',
    title: { ko: '카페', zh: '咖啡馆' },
    trade: 'snack',
  }),
  picture: sampleSlide('association', null, {
    template: 'picture',
    title: { ko: '봄', zh: '春' },
    picture: white,
  }),
  news: sampleSlide('association', null, {
    template: 'news',
    title: { ko: '고맙습니다', ja: '感謝' },
    who: null,
    what: null,
    lines: [],
    picture: white,
  }),
  map: sampleSlide('association', null, {
    template: 'map',
    title: { ko: '안내', en: 'Map' },
    here: { x: 0.5, y: 0.5 },
    ways: [],
    marks: [],
  }),
  video: sampleSlide('association', null, {
    template: 'video',
    title: { ko: '눈', ja: '雪' },
    video: { sha256: 'film', posterSha256: 'white-photo', alt: { ko: '눈' }, durationMs: 9_000 },
  }),
  qr: sampleSlide('association', null, {
    template: 'qr',
    title: { ko: '쿠폰', en: 'Coupon' },
    lines: [],
    link: { url: 'https://a.kr', label: { ko: '쿠폰', en: 'Coupon' } },
  }),
  clock: sampleSlide('association', null, {
    template: 'clock',
    title: { ko: '광장', zh: '广场' },
  }),
};
