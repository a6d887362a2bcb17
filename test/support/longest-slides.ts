/** One slide of each template with all that the schema lets through, on the busiest photo. */
import type { Localized } from '../../shared/content/fields.ts';
import type { SlideContent } from '../../shared/content/slide.ts';
import { samplePicture, sampleSlide, type SlidesByTemplate } from './sample-slide.ts';

const busy = samplePicture('busy-photo', '사람이 많은 장터');

const TITLE: Localized = {
  ko: '창동역 골목형상점가 지정을 기념하는 온누리상품권 환급 잔치를 함께 엽니다',
  en: 'A festival of voucher refunds for the new shopping street of Changdong Station',
  zh: '庆祝仓洞站胡同型商业街正式获得指定，商户与居民携手举办温努里商品券返还大庆典活动',
  ja: '倉洞駅の路地型商店街の指定を記念して、商品券をお返しするお祭りを皆で開きます',
};
const LINES: readonly Localized[] = [
  {
    ko: '행사 기간에 3만 원 넘게 사시면 온누리상품권 5천 원을 돌려 드립니다',
    en: 'Spend over 30,000 won in these days and 5,000 won come back to you in vouchers',
    zh: '活动期间购物满三万韩元即可获得五千韩元的温努里商品券返还，每人每天限领一次',
    ja: '期間中に3万ウォン以上お買い上げの方に5千ウォンの商品券をお返しいたします',
  },
  {
    ko: '영수증을 가지고 1번 출구 광장의 노란 천막 환급소로 오시기 바랍니다',
    en: 'Please bring your receipt to the refund desk in the yellow tent at exit 1 plaza',
    zh: '请携带购物小票前往一号出口广场黄色帐篷内的返还处，由工作人员为您当场办理手续',
    ja: 'レシートをお持ちのうえ、1番出口の広場にある黄色いテントまでお越しください',
  },
  {
    ko: '주차장이 좁으니 걸어서 오시거나 전철과 버스를 타고 오시기 바랍니다',
    en: 'Parking is scarce: please walk, or come by metro or by bus to the plaza, exit 1',
    zh: '停车位有限，请尽量步行或乘坐地铁和公共汽车前来，感谢各位居民的理解与积极配合',
    ja: '駐車場が狭いため、徒歩または電車とバスでお越しくださいますようお願いします',
  },
];
const lines = [...LINES];
const CONTACT: Localized = {
  ko: '도봉구청 지역경제과 전통시장지원팀 02-000-4142, 4143',
  en: 'Dobong-gu Office, local economy division, traditional markets team 02-000-4142',
  zh: '道峰区厅地区经济科传统市场支援组 02-000-4142',
  ja: '道峰区庁地域経済課伝統市場支援チーム 02-000-4142',
};
const LINK = {
  url: `https://plaza.example/${'long-way/'.repeat(8)}`,
  label: {
    ko: '행사 순서와 참여 가게 모두 보기',
    en: 'Programme and all shops that take part',
    zh: '查看全部活动日程与参加店铺',
    ja: '催しの順番と参加店をすべて見る',
  },
};

export const longestSlides: SlidesByTemplate = {
  shop: sampleSlide('association', 'doremi', {
    template: 'shop',
    title: {
      ko: '어머니손맛원조할매즉석떡볶이와김밥그리고수제어묵튀김전문점창동역본점',
      en: 'Mother’s Original Handmade Tteokbokki, Gimbap and Fish Cakes, Changdong Main',
    },
    ...{ lines, picture: busy, link: LINK },
  }),
  offer: sampleSlide('association', 'choansan', {
    template: 'offer',
    title: TITLE,
    price: '1,234,567,890원부터',
    priceBefore: '2,345,678,900원부터',
    until: '2026-12-31',
    ...{ lines, picture: busy, link: LINK },
  }),
  menu: sampleSlide('association', 'doremi', {
    template: 'menu',
    title: TITLE,
    items: [
      ['할매즉석떡볶이 다섯인 모둠', '五人份奶奶现做炒年糕拼盘'],
      ['매운 해물짬뽕 곱빼기 둘', '加量特辣海鲜炒码面两份'],
      ['치즈돈가스와 냉모밀 한 상', '芝士猪排与冷荞麦面套餐'],
      ['갓 튀긴 모둠튀김 한 접시', '现炸什锦天妇罗二十块装'],
      ['참치마요 꼬마김밥 열두 줄', '金枪鱼蛋黄酱迷你紫菜饭'],
      ['직접 담근 식혜와 수정과', '自酿甜米露与肉桂生姜茶'],
    ].map(([ko = '', zh = '']) => ({ name: { ko, zh }, price: '1,234,567원' })),
    picture: busy,
  }),
  event: sampleSlide('association', null, {
    template: 'event',
    title: TITLE,
    when: {
      ko: '11. 28.(토) 오후 2시부터 11. 29.(일) 오후 8시까지 이틀',
      ja: '11月28日(土)午後2時から11月29日(日)午後8時までの二日間',
    },
    where: {
      ko: '창동역 1번 출구 고가 하부 광장과 문화의 거리, 상점가 일대',
      ja: '倉洞駅1番出口の高架下の広場と文化の通り、商店街の一帯',
    },
    contact: CONTACT,
    ...{ lines, picture: busy, link: LINK },
  }),
  notice: sampleSlide('district', null, {
    template: 'notice',
    title: TITLE,
    contact: CONTACT,
    ...{ lines, picture: busy, link: LINK },
  }),
  job: sampleSlide('district', null, {
    template: 'job',
    title: TITLE,
    target: {
      ko: '도봉구에 사는 60세 이상으로 기초연금을 받으시는 분',
      zh: '居住在道峰区且领取基础年金的六十岁以上居民朋友',
    },
    figure: {
      ko: '1,200명 · 2027년 1월부터 12월까지 열두 달',
      zh: '1,200人 · 2027年1月至12月共十二个月',
    },
    centre: {
      ko: '강북 50플러스센터와 도봉시니어클럽 공동 운영',
      zh: '江北50+中心与道峰老年俱乐部联合运营',
    },
    apply: {
      ko: '12. 4.(금) 오후 6시까지 주소지 동 주민센터에 방문하여 신청',
      zh: '请于12月4日(五)下午6点前亲自前往住址所在洞居民中心办理报名手续',
    },
    contact: CONTACT,
    link: LINK,
  }),
  figure: sampleSlide('district', null, {
    template: 'figure',
    title: TITLE,
    value: 999_999_999_999,
    unit: { ko: '킬로와트시간절감량', en: 'kilowatt-hours' },
    progress: {
      value: 500_000_000_000,
      label: { ko: '2026년 11월까지 여러 기관이 함께 이룬 실적', en: 'Reached by November 2026' },
    },
    lines,
  }),
  directory: sampleSlide('association', null, {
    template: 'directory',
    title: TITLE,
    trade: null,
  }),
  picture: sampleSlide('association', null, { template: 'picture', title: TITLE, picture: busy }),
  news: sampleSlide('association', null, {
    template: 'news',
    title: TITLE,
    who: {
      ko: '창동역 상인회와 창4동 주민자치회, 서울신용보증재단',
      ja: '倉洞駅商人会と倉4洞住民自治会、ソウル信用保証財団',
    },
    what: {
      ko: '온누리상품권 300만 원과 김장 김치 이백 상자, 연탄',
      ja: 'オンヌリ商品券300万ウォンとキムチ二百箱、練炭',
    },
    ...{ lines, picture: busy, link: LINK },
  }),
  map: sampleSlide('association', null, crowdedMap()),
  video: sampleSlide('association', null, {
    template: 'video',
    title: TITLE,
    video: {
      sha256: 'film',
      posterSha256: 'busy-photo',
      alt: { ko: '사람이 많은 장터' },
      durationMs: 60_000,
    },
  }),
  qr: sampleSlide('association', null, { template: 'qr', title: TITLE, lines, link: LINK }),
  clock: sampleSlide('association', null, { template: 'clock', title: TITLE }),
};

/** Twelve ways and twelve marks with the longest names, many of them close together. */
function crowdedMap(): Extract<SlideContent, { template: 'map' }> {
  const at = (index: number) => ({ x: ((index * 5) % 12) / 11, y: ((index * 7) % 12) / 11 });
  const kinds = ['exit', 'exit', 'shop', 'place', 'bus', 'toilet'] as const;
  const ways = ['rail', 'road', 'path'] as const;
  return {
    template: 'map',
    title: TITLE,
    here: { x: 0.5, y: 0.48 },
    ways: Array.from({ length: 12 }, (_, index) => ({
      kind: ways[index % 3] ?? 'road',
      name: {
        ko: `창동역 ${String(index + 1)}번째 골목길가`,
        en: `Changdong Lane No. ${String(index + 1)}`,
      },
      points:
        index % 2 === 0
          ? [
              { x: index / 12, y: 0 },
              { x: (index + 1) / 12, y: 1 },
            ]
          : [
              { x: 0, y: index / 12 },
              { x: 0.5, y: index / 12 },
              { x: 1, y: (index + 0.5) / 12 },
            ],
    })),
    marks: Array.from({ length: 12 }, (_, index) => ({
      kind: kinds[index % 6] ?? 'place',
      name: {
        ko:
          index % 6 < 2
            ? `${String(index + 1)}번 출구 승강기 있음`
            : `창4동 주민센터 앞 ${String(index + 1)}`,
        en:
          index % 6 < 2
            ? `Exit ${String(index + 1)} with a lift`
            : `Chang 4-dong Office ${String(index + 1)}`,
      },
      at: at(index),
    })),
  };
}
