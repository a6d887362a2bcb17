/** What an audit entry is about, in words a person knows it by. */
import { titleOf } from '../../../shared/content/slide.ts';
import type { Watchable } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';

interface Recorded {
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What `subjectOf` reads, to be watched. */
export function subjectSources(desk: Desk): Watchable[] {
  return [desk.slides, desk.screens];
}

/**
 * The name or title that the entry itself holds, as it was then. A step of a slide and a command to a
 * screen hold none: theirs is what it is called today. Undefined where neither knows.
 */
export function subjectOf(desk: Desk, { subjectId, before, after }: Recorded): string | undefined {
  return nameIn(after) ?? nameIn(before) ?? nameToday(desk, subjectId);
}

function nameToday(desk: Desk, id: string): string | undefined {
  const view = desk.slides.value?.find(({ slide }) => slide.id === id);
  if (view) return titleOf(view.latest.content);
  return desk.screens.value?.find(({ screen }) => screen.id === id)?.screen.name;
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
