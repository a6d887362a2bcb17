/** What a person wrote into a template's fields: empty at first, cleaned to be saved, filled up to be previewed. */
import {
  pictureOf,
  videoOf,
  type Link,
  type Picture,
  type SlideContent,
  type Template,
} from '../../../shared/content/slide.ts';
import { cleanLanguages, isEmpty, type Text } from './languages.ts';
import { START_MAP } from './map-start.ts';
import { isWritten, type MenuItem } from './menu-item.ts';
import { contentFields, type ContentField, type FieldKind } from './template-fields.ts';

const lineNames = ['첫째 줄', '둘째 줄', '셋째 줄'] as const;

/** What the form calls the field at a path such as `lines.0`; empty for the slide as a whole. */
export function fieldLabel(template: Template, path: string): string {
  const [key, index] = path.split('.');
  if (key === 'lines') return lineNames[Number(index)] ?? '';
  if (key === 'items') return `차림표 ${Number(index) + 1}번`;
  return contentFields[template].find((field) => field.key === key)?.label ?? '';
}

/** A template's content with nothing written yet. */
export function emptyContent(template: Template): SlideContent {
  const entries = contentFields[template].map(({ key, kind, isOptional }) => [
    key,
    isOptional && kind !== 'localized' && kind !== 'line' ? null : emptyOf(kind),
  ]);
  const map = template === 'map' ? START_MAP : {};
  return { template, ...map, ...Object.fromEntries(entries) } as SlideContent;
}

/** The empty content of `template` with what `from` has for fields of the same name. */
export function carriedContent(from: SlideContent, template: Template): SlideContent {
  const values = valuesOf(from);
  const known = contentFields[from.template].map(({ key }) => key);
  const carried = contentFields[template]
    .map(({ key }) => key)
    .filter((key) => known.includes(key) && values[key] !== null && values[key] !== undefined)
    .map((key) => [key, values[key]]);
  return { ...emptyContent(template), ...Object.fromEntries(carried) } as SlideContent;
}

/** What is saved: empty options become null, empty lines and languages go. Required gaps stay for the server to name. */
export function cleanContent(content: SlideContent): SlideContent {
  const values = valuesOf(content);
  const title = (values.title as Text | null | undefined)?.ko.trim() ?? '';
  const entries = contentFields[content.template].map((field) => [
    field.key,
    cleanValue(field, values[field.key], title),
  ]);
  const { template } = content;
  const map = template === 'map' ? { here: content.here, ways: content.ways } : {};
  return { template, ...map, ...Object.fromEntries(entries) } as SlideContent;
}

/**
 * Where `content.lines.1` of what was cleaned stands in the form, whose empty lines are not saved: undefined
 * when nothing was left out before it.
 */
export function savedIndex(written: readonly boolean[], index: number): number | undefined {
  return written[index] ? written.slice(0, index).filter(Boolean).length : undefined;
}

const SAMPLE_ITEMS: readonly MenuItem[] = [
  { name: { ko: '이름' }, price: '가격' },
  { name: { ko: '이름' }, price: '가격' },
];
const SAMPLE_LINK: Link = { url: 'https://example.com', label: { ko: '자세히 보기' } };

/** For previews: words where a person has not written any yet, also for a picture that is not chosen. */
export function sampleContent(content: SlideContent): SlideContent {
  if (content.template === 'picture' && !isThere(content.picture)) return placeholder('사진을');
  if (content.template === 'video' && !isThere(content.video)) return placeholder('동영상을');
  const cleaned: Record<string, unknown> = { ...valuesOf(cleanContent(content)) };
  for (const { key, kind, label } of contentFields[content.template]) {
    const value = cleaned[key];
    if (kind === 'localized' && (value as Text | null)?.ko.trim() === '')
      cleaned[key] = { ...(value as Text), ko: label };
    if (kind === 'items' && (value as MenuItem[]).length === 0) cleaned[key] = SAMPLE_ITEMS;
    if (kind === 'link' && value) cleaned[key] = sampleLink(value as Link);
  }
  return cleaned as unknown as SlideContent;
}

function sampleLink({ url, label }: Link): Link {
  return {
    url: url === '' ? SAMPLE_LINK.url : url,
    label: label.ko.trim() === '' ? { ...label, ...SAMPLE_LINK.label } : label,
  };
}

function placeholder(what: string): SlideContent {
  return {
    template: 'notice',
    title: { ko: `${what} 골라 주십시오` },
    lines: [],
    contact: null,
    picture: null,
  };
}

/** The file that a person brought for the slide, as it was uploaded; undefined while there is none. */
export function broughtFile(content: SlideContent): string | undefined {
  if (content.template === 'video' && !isThere(content.video)) return undefined;
  const picture = pictureOf(content);
  return videoOf(content)?.sha256 ?? picture?.straightened?.from ?? picture?.sha256;
}

/** While it is written, even a slide of a picture has none. */
function isThere(value: object | null): boolean {
  return value !== null;
}

function valuesOf(content: SlideContent): Readonly<Record<string, unknown>> {
  return content;
}

function emptyOf(kind: FieldKind): unknown {
  if (kind === 'localized') return { ko: '' };
  if (kind === 'lines' || kind === 'items') return [];
  if (kind === 'map') return START_MAP.marks;
  if (kind === 'link') return { url: '', label: { ko: '' } };
  if (kind === 'number') return 0;
  return kind === 'line' ? '' : null;
}

function cleanValue({ kind, isOptional }: ContentField, value: unknown, title: string): unknown {
  switch (kind) {
    case 'localized':
      return cleanText(value as Text | null, isOptional ?? false);
    case 'line':
    case 'date':
      return typeof value === 'string' && value.trim() !== '' ? value : null;
    case 'lines':
      return (value as Text[]).filter((line) => !isEmpty(line)).map(cleanLanguages);
    case 'items':
      return (value as MenuItem[])
        .filter(isWritten)
        .map((item) => ({ ...item, name: cleanLanguages(item.name) }));
    case 'link':
      return cleanLink(value as Link | null | undefined, isOptional ?? false);
    case 'picture':
    case 'video':
      return cleanAlt(value as Pick<Picture, 'alt'> | null, title);
    case 'progress':
    case 'number':
    case 'trade':
    case 'map':
      return value;
  }
}

function cleanText(text: Text | null, isOptional: boolean): Text | null {
  if (!text) return isOptional ? null : { ko: '' };
  return isOptional && isEmpty(text) ? null : cleanLanguages(text);
}

/** An address as people write it, `naver.me/abc`, is one of the web. */
function cleanLink(link: Link | null | undefined, isOptional: boolean): Link | null {
  if (!link || (isOptional && link.url.trim() === '' && isEmpty(link.label)))
    return isOptional ? null : { url: '', label: { ko: '' } };
  const url = link.url.trim();
  const isWhole = url === '' || /^[a-z][a-z0-9+.-]*:/i.test(url);
  return { url: isWhole ? url : `https://${url}`, label: cleanLanguages(link.label) };
}

/** A picture without a description is described by the title. */
function cleanAlt<T extends Pick<Picture, 'alt'>>(value: T | null, title: string): T | null {
  if (!value) return null;
  const alt = cleanLanguages(value.alt);
  return { ...value, alt: alt.ko.trim() === '' ? { ...alt, ko: title } : alt };
}
