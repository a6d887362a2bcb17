import { languages, type Language } from './fields.ts';
import type { SlideContent } from './slide.ts';

/** One text that a person wrote. */
export interface SlideText {
  /** Path in the content, such as `lines.0` or `title`. */
  readonly field: string;
  readonly language: Language;
  readonly text: string;
}

/** No words, or none that are shown: names of templates and trades, hashes, dates, addresses. */
const WORDLESS: ReadonlySet<string> = new Set([
  ...['template', 'trade', 'kind', 'until', 'url', 'alt', 'people'],
  ...['sha256', 'posterSha256', 'straightened'],
]);

/** Every text of the slide in the order of its fields; the descriptions of pictures are not shown and not told. */
export function slideTexts(content: SlideContent): readonly SlideText[] {
  return textsIn(content);
}

/** The same of any fields: a shop's, an announcement's. */
export function textsIn(fields: object): readonly SlideText[] {
  return Object.entries(fields).flatMap(([name, value]) => textsAt(name, value));
}

function textsAt(field: string, value: unknown): SlideText[] {
  const name = field.slice(field.lastIndexOf('.') + 1);
  if (WORDLESS.has(name)) return [];
  if (typeof value === 'string') return [{ field, language: 'ko', text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const language = languages.find((one) => one === key);
    if (language !== undefined && typeof part === 'string')
      return [{ field, language, text: part }];
    return textsAt(`${field}.${key}`, part);
  });
}

/**
 * The languages in which the slide takes turns, Korean first: those in which its title is written, or any
 * text of a slide without one.
 */
export function spokenLanguages(content: SlideContent): readonly Language[] {
  const texts = slideTexts(content);
  const hasTitle = texts.some(({ field }) => field === 'title');
  return languages.filter(
    (language) =>
      language === 'ko' ||
      texts.some((text) => text.language === language && (!hasTitle || text.field === 'title')),
  );
}
