/** What each template asks for, as data: the form draws it, the preview fills its gaps. */
import type { Picture, SlideContent, Template } from '../../../shared/content/slide.ts';
import { isWritten, type MenuItem } from './menu-item.ts';

export type FieldKind =
  'localized' | 'line' | 'lines' | 'items' | 'date' | 'number' | 'picture' | 'trade' | 'progress';

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

export const contentFields: Readonly<Record<Template, readonly ContentField[]>> = {
  shop: [{ ...title, hint: '가게 이름이나 대표 메뉴. 예: 도레미분식' }, lines, picture],
  offer: [
    title,
    { key: 'price', kind: 'line', label: '가격', max: 16, isOptional: true, hint: '예: 4,000원' },
    { key: 'priceBefore', kind: 'line', label: '할인 전 가격', max: 16, isOptional: true },
    { key: 'until', kind: 'date', label: '마지막 날', max: 0, isOptional: true },
    lines,
    picture,
  ],
  menu: [
    { ...title, hint: '예: 점심 차림표' },
    { key: 'items', kind: 'items', label: '차림표', max: 14 },
    picture,
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
  ],
  notice: [title, lines, contact, picture],
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
    { ...title, isOptional: true, hint: '사진 위에 적힙니다. 비워 두어도 됩니다.' },
    { ...picture, isOptional: false },
  ],
  news: [
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
    picture,
  ],
  map: [title],
  video: [{ ...title, isOptional: true }],
  qr: [title, lines],
  clock: [title],
};

const lineNames = ['첫째 줄', '둘째 줄', '셋째 줄'] as const;

/** What the form calls the field at a path such as `lines.0`; empty for the slide as a whole. */
export function fieldLabel(template: Template, path: string): string {
  const [key, index] = path.split('.');
  if (key === 'lines') return lineNames[Number(index)] ?? '';
  if (key === 'items') return `차림표 ${Number(index) + 1}번`;
  return contentFields[template].find((field) => field.key === key)?.label ?? '';
}

/** Templates that a person makes slides from, by what they are for. */
export const galleries: readonly { readonly purpose: string; readonly templates: Template[] }[] = [
  { purpose: '가게를 알릴 때', templates: ['shop', 'offer', 'menu', 'picture'] },
  { purpose: '소식을 알릴 때', templates: ['notice', 'news', 'event', 'job', 'figure'] },
  { purpose: '저절로 바뀌는 것', templates: ['directory', 'clock'] },
];

/** A template's content with nothing written yet. */
export function emptyContent(template: Template): SlideContent {
  const entries = contentFields[template].map(({ key, kind, isOptional }) => [
    key,
    isOptional && kind !== 'localized' && kind !== 'line' ? null : emptyOf(kind),
  ]);
  return { template, ...Object.fromEntries(entries) } as SlideContent;
}

/** What is saved: empty options become null, empty lines and languages go. Required gaps stay for the server to name. */
export function cleanContent(content: SlideContent): SlideContent {
  const values = content as unknown as Readonly<Record<string, unknown>>;
  const entries = contentFields[content.template].map(({ key, kind, isOptional }) => {
    const value = values[key];
    if (kind === 'localized') return [key, cleanText(value as Text | null, isOptional ?? false)];
    if (kind === 'line' || kind === 'date')
      return [key, typeof value === 'string' && value.trim() !== '' ? value : null];
    if (kind === 'lines')
      return [key, (value as Text[]).filter(({ ko }) => ko.trim() !== '').map(cleanLanguages)];
    if (kind === 'items') return [key, (value as MenuItem[]).filter(isWritten)];
    return [key, value];
  });
  return { template: content.template, ...Object.fromEntries(entries) } as SlideContent;
}

const SAMPLE_ITEMS: readonly MenuItem[] = [
  { name: { ko: '이름' }, price: '가격' },
  { name: { ko: '이름' }, price: '가격' },
];

/** For previews: words where a person has not written any yet, also for a picture that is not chosen. */
export function sampleContent(content: SlideContent): SlideContent {
  if (content.template === 'picture' && !hasPicture(content))
    return {
      template: 'notice',
      title: { ko: '사진을 골라 주십시오' },
      lines: [],
      contact: null,
      picture: null,
    };
  const cleaned = cleanContent(content) as unknown as Record<string, unknown>;
  for (const { key, kind, label } of contentFields[content.template]) {
    const value = cleaned[key] as Text | null;
    if (kind === 'localized' && value?.ko.trim() === '') cleaned[key] = { ko: label };
    if (kind === 'items' && (cleaned[key] as MenuItem[]).length === 0) cleaned[key] = SAMPLE_ITEMS;
  }
  return cleaned as unknown as SlideContent;
}

/** While it is written, even a picture slide has none. */
function hasPicture(content: { readonly picture: Picture | null }): boolean {
  return content.picture !== null;
}

interface Text {
  readonly ko: string;
  readonly en?: string;
  readonly zh?: string;
  readonly ja?: string;
}

function emptyOf(kind: FieldKind): unknown {
  if (kind === 'localized') return { ko: '' };
  if (kind === 'lines' || kind === 'items') return [];
  if (kind === 'number') return 0;
  return kind === 'line' ? '' : null;
}

function cleanText(text: Text | null, isOptional: boolean): Text | null {
  if (!text) return isOptional ? null : { ko: '' };
  if (isOptional && text.ko.trim() === '') return null;
  return cleanLanguages(text);
}

function cleanLanguages(text: Text): Text {
  const written = Object.entries(text).filter(
    ([language, words]) => language === 'ko' || (words as string).trim() !== '',
  );
  return Object.fromEntries(written) as unknown as Text;
}
