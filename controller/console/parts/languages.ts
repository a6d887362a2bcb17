/** The languages in which a slide is written beside Korean. */
import type { SlideContent } from '../../../shared/content/slide.ts';
import type { Language } from '../../../shared/content/fields.ts';

export type OtherLanguage = Exclude<Language, 'ko'>;
export const otherLanguages: readonly OtherLanguage[] = ['en', 'zh', 'ja'];
export const languageNames: Readonly<Record<Language, string>> = {
  ko: '한국어',
  en: '영어',
  zh: '중국어',
  ja: '일본어',
};

/** A text while it is written: empty where nothing is. */
export interface Text {
  readonly ko: string;
  readonly en?: string | undefined;
  readonly zh?: string | undefined;
  readonly ja?: string | undefined;
}

export function isEmpty(text: Text): boolean {
  return !Object.values(text).some((words: string | undefined) => words?.trim());
}

/** Without the languages in which nothing is written; Korean stays. */
export function cleanLanguages<T extends Text>(text: T): T {
  const written = Object.entries(text).filter(
    ([language, words]) => language === 'ko' || (words as string | undefined)?.trim(),
  );
  return Object.fromEntries(written) as unknown as T;
}

/** In which of them something is written. */
export function writtenLanguages(content: SlideContent): readonly OtherLanguage[] {
  return otherLanguages.filter((language) => hasLanguage(content, language));
}

/** `content` without a word in `language`. */
export function withoutLanguage<T>(content: T, language: OtherLanguage): T {
  return without(content, language) as T;
}

function hasLanguage(value: unknown, language: OtherLanguage): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, part]) =>
    key === language ? typeof part === 'string' && part !== '' : hasLanguage(part, language),
  );
}

function without(value: unknown, language: OtherLanguage): unknown {
  if (Array.isArray(value)) return value.map((part) => without(part, language));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== language);
  return Object.fromEntries(kept.map(([key, part]) => [key, without(part, language)]));
}
