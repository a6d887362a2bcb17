/** The words of an alert: which board, what, since when, and what to do first. */
import type { Alert } from '../../shared/content/alert.ts';
import { troubleWords, type Trouble } from '../../shared/content/trouble.ts';
import { longDateTime } from '../../shared/korean-date.ts';
import type { ZoneOffset } from '../../shared/time.ts';

/** What is known of a board, for people. */
export interface BoardName {
  readonly name: string;
  readonly place: string;
  readonly offsets: readonly ZoneOffset[];
}

export interface AlertWordsParts {
  readonly nameOf: (screenId: string) => BoardName;
  /** Origin of the console; null where only the machine itself knows it. */
  readonly origin: string | null;
}

/** One message for all of `troubles`, which is not empty: begun, or (`recovery`) ended. */
export function alertWords(
  kind: 'trouble' | 'recovery',
  troubles: readonly Trouble[],
  { nameOf, origin }: AlertWordsParts,
): Pick<Alert, 'subject' | 'text' | 'screenIds'> {
  const nameAt = (screenId: string) =>
    `${nameOf(screenId).place} ${nameOf(screenId).name} ${screenId}`;
  const screenIds = [...new Set(troubles.map(({ screenId }) => screenId))].sort((a, b) =>
    nameAt(a) < nameAt(b) ? -1 : 1,
  );
  const lines = screenIds.flatMap((screenId) => {
    const { name, place } = nameOf(screenId);
    const own = troubles.filter((trouble) => trouble.screenId === screenId);
    return [`■ ${name} (${place})`, ...own.flatMap((one) => linesOf(kind, one, nameOf)), ''];
  });
  const link = origin === null ? [] : [`콘솔: ${origin}/console#/screens`];
  return {
    subject: subjectOf(kind, troubles, nameOf),
    text: [...lines, ...link].join('\n'),
    screenIds,
  };
}

function subjectOf(
  kind: 'trouble' | 'recovery',
  troubles: readonly Trouble[],
  nameOf: AlertWordsParts['nameOf'],
): string {
  const [first] = troubles;
  if (!first) throw new Error('an alert about nothing');
  const boards = new Set(troubles.map(({ screenId }) => screenId)).size;
  const { name, place } = nameOf(first.screenId);
  const who = boards === 1 ? `${name}(${place})` : `화면 ${boards}개`;
  if (kind === 'recovery') return `[전자게시대] ${who}: 다시 정상입니다`;
  const isOneKind = troubles.every((trouble) => trouble.kind === first.kind);
  const what = isOneKind ? troubleWords[first.kind].what : '살펴볼 일이 있습니다';
  return `[전자게시대] ${who}: ${what}`;
}

function linesOf(
  kind: 'trouble' | 'recovery',
  trouble: Trouble,
  nameOf: AlertWordsParts['nameOf'],
): string[] {
  const { offsets } = nameOf(trouble.screenId);
  const { what, todo } = troubleWords[trouble.kind];
  const from = longDateTime(offsets, trouble.startedAt);
  if (kind === 'trouble') return [`  ${from}부터: ${what}.`, `  ${todo}`];
  const to = longDateTime(offsets, trouble.endedAt ?? trouble.changedAt);
  return [`  ${from}부터 ${to}까지: ${what}. 지금은 정상입니다.`];
}
