/** What each template asks for, as data: the form draws it in this order. */
import type { Template } from '../../../shared/content/slide.ts';

export type FieldKind =
  | 'localized'
  | 'line'
  | 'lines'
  | 'items'
  | 'date'
  | 'number'
  | 'picture'
  | 'trade'
  | 'progress'
  | 'link'
  | 'video'
  | 'map';

export interface ContentField {
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly max: number;
  readonly hint?: string;
  /** Left empty it is saved as null. */
  readonly isOptional?: boolean;
}

const title: ContentField = {
  key: 'title',
  kind: 'localized',
  label: '제목',
  max: 40,
  hint: '짧을수록 멀리서 잘 보입니다.',
};
const lines: ContentField = { key: 'lines', kind: 'lines', label: '줄', max: 40 };
const picture: ContentField = {
  key: 'picture',
  kind: 'picture',
  label: '사진',
  max: 0,
  isOptional: true,
};
const contact: ContentField = {
  key: 'contact',
  kind: 'localized',
  label: '문의',
  max: 40,
  isOptional: true,
  hint: '부서와 전화번호. 예: 지역경제과 02-2091-0000',
};

/** Where to read on; the board draws it as a QR code. */
const link: ContentField = {
  key: 'link',
  kind: 'link',
  label: '이어 볼 주소',
  max: 20,
  isOptional: true,
  hint: '화면에 QR 코드로 나옵니다. 예: naver.me/abc123',
};

export const contentFields: Readonly<Record<Template, readonly ContentField[]>> = {
  shop: [picture, { ...title, hint: '가게 이름이나 대표 메뉴. 예: 도레미분식' }, lines, link],
  offer: [
    picture,
    title,
    { key: 'price', kind: 'line', label: '가격', max: 16, isOptional: true, hint: '예: 4,000원' },
    { key: 'priceBefore', kind: 'line', label: '할인 전 가격', max: 16, isOptional: true },
    lines,
    { key: 'until', kind: 'date', label: '마지막 날', max: 0, isOptional: true },
    link,
  ],
  menu: [
    picture,
    { ...title, hint: '예: 점심 차림표' },
    { key: 'items', kind: 'items', label: '차림표', max: 14 },
  ],
  event: [
    title,
    {
      key: 'when',
      kind: 'localized',
      label: '언제',
      max: 40,
      hint: '예: 11. 28.(토) 오후 2시',
    },
    { key: 'where', kind: 'localized', label: '어디서', max: 40 },
    lines,
    contact,
    picture,
    link,
  ],
  notice: [title, lines, contact, picture, link],
  job: [
    title,
    { key: 'target', kind: 'localized', label: '대상', max: 30, hint: '예: 60세 이상 구민' },
    {
      key: 'figure',
      kind: 'localized',
      label: '인원과 시기',
      max: 30,
      isOptional: true,
      hint: '예: 12명 · 2027년 1월부터',
    },
    { key: 'centre', kind: 'localized', label: '맡는 곳', max: 30 },
    { key: 'apply', kind: 'localized', label: '신청 방법', max: 40 },
    contact,
    link,
  ],
  figure: [
    title,
    { key: 'value', kind: 'number', label: '숫자', max: 0 },
    { key: 'unit', kind: 'localized', label: '단위', max: 10, hint: '예: 명, 만원' },
    { key: 'progress', kind: 'progress', label: '지금까지', max: 30, isOptional: true },
    lines,
  ],
  directory: [title, { key: 'trade', kind: 'trade', label: '업종', max: 0, isOptional: true }],
  picture: [
    { ...picture, isOptional: false },
    { ...title, isOptional: true, hint: '사진 위에 적힙니다. 비워 두어도 됩니다.' },
  ],
  news: [
    picture,
    title,
    {
      key: 'who',
      kind: 'localized',
      label: '누가',
      max: 30,
      isOptional: true,
      hint: '예: 창동역 상인회',
    },
    {
      key: 'what',
      kind: 'localized',
      label: '무엇을',
      max: 30,
      isOptional: true,
      hint: '예: 온누리상품권 300만 원',
    },
    lines,
    link,
  ],
  map: [title, { key: 'marks', kind: 'map', label: '지도', max: 14 }],
  video: [
    { key: 'video', kind: 'video', label: '동영상', max: 0 },
    { ...title, isOptional: true, hint: '동영상 위에 적힙니다. 비워 두어도 됩니다.' },
  ],
  qr: [
    { ...title, hint: '찍으면 무엇이 나오는지 적어 주십시오. 예: 오늘의 할인 쿠폰' },
    { ...link, isOptional: false },
    lines,
  ],
  clock: [title],
};

/** Templates that a person makes slides from, by what they are for. */
export const galleries: readonly { readonly purpose: string; readonly templates: Template[] }[] = [
  { purpose: '가게를 알릴 때', templates: ['shop', 'offer', 'menu', 'picture', 'video'] },
  { purpose: '소식을 알릴 때', templates: ['notice', 'event', 'news', 'job', 'figure', 'qr'] },
  { purpose: '길과 시간을 알려 줄 때', templates: ['directory', 'map', 'clock'] },
];
