/** What a person is told about texts that have no room on a board. */
import type { SlideContent } from '../../../shared/content/slide.ts';

/** Enough of a text to know it by. */
const NAMED_CHARACTERS = 14;

/**
 * A sentence that names the omitted texts that somebody wrote into `content`; empty without one. What a
 * template adds of its own, such as a shop's hours, nobody can shorten.
 */
export function omittedWords(content: SlideContent, omitted: readonly string[]): string {
  const written = textsIn(content).map((text) => text.trim().replace(/\s+/g, ' '));
  const named = omitted
    .filter((text) => written.some((words) => words !== '' && text.includes(words)))
    .map((text) => `‘${shortened(text)}’`);
  if (named.length === 0) return '';
  return `이 화면 모양에 들어가지 않아 빠지는 글: ${named.join(', ')}. 줄이거나 나누어 적어 주십시오.`;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function shortened(text: string): string {
  return text.length > NAMED_CHARACTERS ? `${text.slice(0, NAMED_CHARACTERS).trim()}…` : text;
}
