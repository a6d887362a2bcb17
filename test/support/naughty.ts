/** Strings that break what trusts its input, and the fields that they are put into: every text of every template. */
import * as z from 'zod/mini';
import { slideContentSchema, type SlideContent } from '../../shared/content/slide.ts';

export interface Naughty {
  readonly name: string;
  /** For a field that takes so many characters. */
  readonly text: (max: number) => string;
  /** What the refusal must name; null where it is to be accepted and drawn. */
  readonly named: string | null;
}

const cut = (text: string) => (max: number) => text.slice(0, max);

export const naughtyStrings: readonly Naughty[] = [
  { name: '10,000 letters without a space', text: () => '가'.repeat(10_000), named: '자까지' },
  { name: 'a right-to-left override', text: () => '가\u202e나', named: 'U+202E' },
  { name: 'a family of emoji', text: () => '가👨‍👩‍👧‍👦', named: '‘👨‍👩‍👧‍👦’' },
  { name: 'an emoji with a skin', text: () => '가👍🏽', named: '‘👍🏽’' },
  { name: 'a flag', text: () => '가🇰🇷', named: '‘🇰🇷’' },
  { name: 'a keycap', text: () => '가1️⃣', named: '‘1️⃣’' },
  { name: 'old Hangul', text: () => '\u1112\u119e\u11ab글', named: '‘\u1112\u119e\u11ab’' },
  { name: 'Zalgo', text: () => '가Z\u0337\u0322\u031b\u0348', named: '‘Z’' },
  { name: 'a letter without width', text: () => '가\u200b나', named: 'U+200B' },
  { name: 'a joiner of words', text: () => '가\u2060나', named: 'U+2060' },
  { name: 'a Hangul filler', text: () => '가\u3164나', named: 'U+3164' },
  { name: 'half of a surrogate pair', text: () => '가\ud800', named: 'U+D800' },
  { name: 'a null', text: () => '가\u0000나', named: 'U+0000' },
  { name: 'Arabic', text: () => '가م', named: '‘م’' },
  { name: 'a character of private use', text: () => '가\ue000', named: 'U+E000' },
  { name: 'spaces alone', text: () => ' \u00a0\u3000\t', named: '비워' },
  {
    name: 'decomposed jamo',
    text: cut('한글 '.repeat(20).normalize('NFD').slice(0, 9)),
    named: null,
  },
  { name: 'bold markup', text: cut('<b>가</b><script>alert(1)</script>'), named: null },
  { name: 'an image that fails', text: cut('<img src=x onerror=alert(1)>'), named: null },
  { name: 'a template', text: cut('${가}{{7*7}}<%= 가 %>'), named: null },
  { name: 'entities', text: cut('&lt;가&amp;나&#44032;'), named: null },
  { name: 'a very long Korean word', text: (max) => '뷁'.repeat(max), named: null },
  { name: 'a very long Latin word', text: (max) => 'W'.repeat(max), named: null },
  { name: 'digits', text: (max) => '8'.repeat(max), named: null },
  { name: 'an address', text: cut(`https://example.kr/${'ab1/'.repeat(20)}`), named: null },
  { name: 'quotes', text: cut(`"'\`\\;--' OR 1=1`), named: null },
];

/** One text field of a template. */
export interface TextField {
  /** Path in the content, such as `items.0.name.ko`. */
  readonly path: string;
  /** Characters that it takes. */
  readonly max: number;
}

export interface TemplateTexts {
  readonly template: SlideContent['template'];
  /** All fields filled, also those that may be left out. */
  readonly content: SlideContent;
  readonly texts: readonly TextField[];
}

/** Every template with every text field that its schema has. */
export function templateTexts(): readonly TemplateTexts[] {
  const { oneOf = [] } = z.toJSONSchema(slideContentSchema, { io: 'input' }) as JsonSchema;
  return oneOf.map((schema) => {
    const texts: TextField[] = [];
    const content = filled(schema, [], texts) as SlideContent;
    return { template: content.template, content, texts };
  });
}

/** `content` with what `text` makes for each of the fields. */
export function withTexts(
  content: SlideContent,
  fields: readonly TextField[],
  text: Naughty['text'],
): SlideContent {
  const copy = structuredClone(content);
  for (const { path, max } of fields) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let at = copy as unknown as Record<string, unknown>;
    for (const key of keys) at = at[key] as Record<string, unknown>;
    at[last] = text(max);
  }
  return copy;
}

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

function filled(schema: JsonSchema, path: readonly string[], texts: TextField[]): unknown {
  const { properties, items, anyOf } = schema;
  // A date says of itself only what a function checks.
  if (path.at(-1) === 'until') return '2026-12-31';
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = anyOf ?? [];
  if (first) return filled(first, path, texts);
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([key, part]) => [key, filled(part, [...path, key], texts)]),
    );
  if (items)
    return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, (_, index) =>
      filled(items, [...path, String(index)], texts),
    );
  if (schema.type !== 'string') return Math.max(1, schema.minimum ?? 0);
  return filledString(schema, path, texts);
}

function filledString(schema: JsonSchema, path: readonly string[], texts: TextField[]): string {
  const name = path.at(-1) ?? '';
  if (name === 'url') return 'https://example.kr/board';
  if (/sha256|^from$/i.test(name)) return 'a'.repeat(64);
  // A line takes four times its length before it is composed.
  texts.push({ path: path.join('.'), max: (schema.maxLength ?? 0) / 4 });
  return '가나다';
}
