/** [P17] Whether two accounts may be in one hand: then they are not two people. */
import type { Person } from '../../shared/content/person.ts';
import { DAY_MS, type EpochMs } from '../../shared/time.ts';
import type { Records } from '../store/store.ts';

type Row = Awaited<ReturnType<Records['audit']['rows']>>[number];

/** So long an account is new to whoever made or changed it. */
const NEW_MS = DAY_MS;
/** An invitation lives for seven days; whoever uses it on the last is new for one more. */
const LOOK_BACK_MS = 7 * DAY_MS + NEW_MS;

/** Why such a one does not count, for people. What to do comes after it. */
export const oneHandWords =
  '그런데 두 분 가운데 한쪽이 다른 쪽의 계정을 지난 24시간 안에 만들거나 바꾸었으므로, 두 사람으로 보지 않습니다.';

const takings = ['person.invite', 'person.reinvite', 'person.two-step-off'];
const links = ['person.accept-invite', 'person.reset-password'];

/** Who is the first and who the second makes no difference. */
export async function isSameHand(
  { audit }: Pick<Records, 'audit'>,
  [a, b]: readonly [string, string],
  at: EpochMs,
): Promise<boolean> {
  const time = { fromMs: at - LOOK_BACK_MS, toMs: null };
  const rows = await audit.rows(await audit.span(time), {
    ...{ ...time, personId: null, subjectId: null },
    ...{ action: 'person', words: [] },
  });
  const makers = makersOf(rows, at);
  return reaches(makers, a, b) || reaches(makers, b, a);
}

/** Who could be in whose account, by whose it is. */
function makersOf(rows: readonly Row[], at: EpochMs): ReadonlyMap<string, ReadonlySet<string>> {
  const isNew = (row: Row) => at - row.at < NEW_MS;
  const entered = new Set(
    rows.filter((row) => isNew(row) && links.includes(row.action)).map((row) => row.subjectId),
  );
  const makers = new Map<string, Set<string>>();
  for (const row of rows) {
    const { personId, subjectId } = row;
    if (personId === null || !isTaking(row)) continue;
    if (!isNew(row) && !entered.has(subjectId)) continue;
    makers.set(subjectId, (makers.get(subjectId) ?? new Set()).add(personId));
  }
  return makers;
}

/** Whether what was done lets whoever did it into the account, or decides what it may do. */
function isTaking({ action, before, after }: Row): boolean {
  if (takings.includes(action)) return true;
  if (action !== 'person.save' || before === null || after === null) return false;
  const [was, is] = [weightOf(before), weightOf(after)];
  return was !== is;
}

function weightOf(doc: string): string {
  const { email, grants, disabled } = JSON.parse(doc) as Person;
  return JSON.stringify([email, grants, disabled]);
}

/** Also through accounts in between. */
function reaches(
  makers: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
): boolean {
  const found = new Set([from]);
  for (const person of found) for (const maker of makers.get(person) ?? []) found.add(maker);
  return found.has(to);
}
