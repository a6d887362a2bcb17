import type { BoardProblem } from '../../shared/content/board-problem.ts';
import type { Context } from './context.ts';

export type ToldProblem = Pick<BoardProblem, 'screenId' | 'kind' | 'slideId' | 'message'>;

/** [W43] A board that tells of more slides than that is ill. */
const MOST_KEPT = 100;

/** [W43] Counts what boards told in one transaction; shows it to whoever looks. */
export async function takeBoardProblems(
  { store, now, consoles, log }: Context,
  told: readonly ToldProblem[],
): Promise<readonly null[]> {
  const at = now();
  await store.transact(async (records) => {
    for (const problem of told) await records.boardProblems.note(problem, at);
    for (const screenId of new Set(told.map((problem) => problem.screenId)))
      await records.boardProblems.keepNewest(screenId, MOST_KEPT);
  });
  for (const problem of told) log.warn({ problem }, 'a board reports a problem');
  consoles.contentChanged(['watch']);
  return told.map(() => null);
}
