/** One slide of each template as merchants and officers write them, in Korean and one other language. */
import { plazaMap } from './sample-map.ts';
import { samplePicture, sampleSlide, type SlidesByTemplate } from './sample-slide.ts';

export const typicalSlides: SlidesByTemplate = {
  shop: sampleSlide('association', 'doremi', {
    template: 'shop',
    title: { ko: '도레미분식', en: 'Doremi Snacks' },
    lines: [
      { ko: '떡볶이 4,000원', en: 'Tteokbokki 4,000 won' },
      { ko: '김밥 두 줄 사면 어묵국물', en: 'Two gimbap rolls, free fish-cake soup' },
    ],
    picture: samplePicture('tteokbokki', '떡볶이 한 그릇'),
  }),
  offer: sampleSlide('association', 'choansan', {
    template: 'offer',
    title: { ko: '바지락칼국수', ja: 'あさりカルグクス' },
    price: '7,000원',
    priceBefore: '9,000원',
    lines: [{ ko: '비 오는 날 만두 두 알 덤', ja: '雨の日は餃子を二つサービス' }],
    until: '2026-11-30',
    picture: samplePicture('kalguksu', '칼국수 한 그릇'),
  }),
  menu: sampleSlide('association', 'doremi', {
    template: 'menu',
    title: { ko: '도레미 차림표', zh: '多来咪菜单' },
    items: [
      { name: { ko: '떡볶이', zh: '辣炒年糕' }, price: '4,000원' },
      { name: { ko: '순대', zh: '米肠' }, price: '4,500원' },
      { name: { ko: '모둠 튀김', zh: '炸物拼盘' }, price: '5,000원' },
      { name: { ko: '꼬마 김밥', zh: '迷你紫菜包饭' }, price: '3,500원' },
    ],
    picture: samplePicture('gimbap', '김밥 한 접시'),
  }),
  event: sampleSlide('association', null, {
    template: 'event',
    title: { ko: '고가 밑 작은 음악회', ja: '高架下の小さな音楽会' },
    when: { ko: '11. 28.(토) 오후 2시', ja: '11月28日(土) 午後2時' },
    where: { ko: '창동역 1번 출구 광장', ja: '倉洞駅1番出口の広場' },
    lines: [{ ko: '누구나 무료', ja: 'どなたでも無料' }],
    contact: { ko: '상인회 02-000-1234', ja: '商人会 02-000-1234' },
    picture: samplePicture('lanterns', '밤길을 밝힌 등'),
    link: { url: 'https://plaza.example/s/concert', label: { ko: '순서 보기', ja: 'プログラム' } },
  }),
  notice: sampleSlide('district', null, {
    template: 'notice',
    title: { ko: '어르신 무료 독감 예방접종', en: 'Free flu shots for seniors' },
    lines: [
      { ko: '11. 24.(화)부터 · 보건소', en: 'From 24 November, health centre' },
      { ko: '65세 이상, 신분증을 가지고 오십시오', en: 'Aged 65 or over; bring your ID card' },
    ],
    contact: { ko: '도봉구보건소 02-000-4600', en: 'Dobong health centre 02-000-4600' },
    picture: samplePicture('clinic', '진료실'),
  }),
  job: sampleSlide('district', null, {
    template: 'job',
    title: { ko: '어르신 일자리 참여자 모집', zh: '招募老年岗位人员' },
    target: { ko: '60세 이상 구민', zh: '60岁以上区民' },
    figure: { ko: '120명 · 2027년 1월부터', zh: '120人 · 2027年1月起' },
    centre: { ko: '강북 50플러스센터', zh: '江北50+中心' },
    apply: { ko: '12. 4.(금)까지 동 주민센터', zh: '12月4日前到居民中心' },
    contact: { ko: '어르신복지과 02-000-3000', zh: '老年福利科 02-000-3000' },
    link: { url: 'https://plaza.example/s/jobs', label: { ko: '신청하기', zh: '申请' } },
  }),
  figure: sampleSlide('district', null, {
    template: 'figure',
    title: { ko: '성동구가 2026년까지 만들 일자리', en: 'Jobs in Seongdong by 2026' },
    value: 35_000,
    unit: { ko: '개', en: 'jobs' },
    progress: { value: 8_400, label: { ko: '2023년 목표', en: 'Goal for 2023' } },
    lines: [
      { ko: '청년 일자리 카페', en: 'Job cafes for the young' },
      { ko: '성동 50플러스센터', en: 'Seongdong 50 Plus Centre' },
      { ko: '어르신 사회활동 지원', en: 'Activities for seniors' },
    ],
  }),
  directory: sampleSlide('association', null, {
    template: 'directory',
    title: { ko: '지금 문 연 밥집', zh: '正在营业的餐厅' },
    trade: 'meal',
  }),
  picture: sampleSlide('association', null, {
    template: 'picture',
    title: { ko: '갓 구운 빵 냄새가 나는 골목', zh: '飘着面包香的小巷' },
    picture: samplePicture('bread', '갓 구운 빵'),
  }),
  news: sampleSlide('association', null, {
    template: 'news',
    title: { ko: '이웃과 나눈 겨울', ja: '隣人と分かち合う冬' },
    who: { ko: '창동역 상인회', ja: '倉洞駅商人会' },
    what: { ko: '온누리상품권 300만 원', ja: 'オンヌリ商品券300万ウォン' },
    lines: [{ ko: '창4동 어려운 이웃께 전했습니다', ja: '倉4洞の隣人に届けました' }],
    picture: samplePicture('vouchers', '부채꼴로 펼친 상품권'),
  }),
  map: sampleSlide('association', null, plazaMap),
  video: sampleSlide('association', null, {
    template: 'video',
    title: { ko: '고가 밑 겨울 장터', ja: '高架下の冬の市' },
    video: {
      sha256: 'film',
      posterSha256: 'stall',
      alt: { ko: '불 밝힌 노점' },
      durationMs: 12_000,
    },
  }),
  qr: sampleSlide('association', null, {
    template: 'qr',
    title: { ko: '가게 소식을 휴대전화로', en: 'Shop news on your phone' },
    lines: [{ ko: '문 연 가게와 오늘의 할인', en: 'Open shops and offers of the day' }],
    link: { url: 'https://plaza.example/s/k7m2', label: { ko: '상점가 소식', en: 'Shop news' } },
  }),
  clock: sampleSlide('association', null, {
    template: 'clock',
    title: { ko: '창동역 1번 출구 광장', zh: '仓洞站1号出口广场' },
  }),
};
