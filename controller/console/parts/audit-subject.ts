/** What an audit entry is about, in words a person knows it by. */
import type { Desk } from '../link/desk.ts';
import { nameToday } from './audit-names.ts';

interface Recorded {
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * The name or title that the entry itself holds, as it was then. A step of a slide and a command to a
 * screen hold none: theirs is what it is called today. Undefined where neither knows.
 */
export function subjectOf(desk: Desk, { subjectId, before, after }: Recorded): string | undefined {
  return nameIn(after) ?? nameIn(before) ?? nameToday(desk, subjectId);
}

/** Entries are of all times and kinds, so nothing is taken for granted. */
function nameIn(recorded: unknown): string | undefined {
  if (typeof recorded !== 'object' || recorded === null) return undefined;
  const { displayName, name, title, alt, latest, content, picture } = recorded as Readonly<
    Record<string, unknown>
  >;
  return (
    [displayName, name, title, alt].map(korean).find((words) => words !== undefined) ??
    [latest, content, picture].map(nameIn).find((words) => words !== undefined)
  );
}

function korean(words: unknown): string | undefined {
  if (typeof words === 'string') return words === '' ? undefined : words;
  if (typeof words !== 'object' || words === null || !('ko' in words)) return undefined;
  return korean(words.ko);
}
