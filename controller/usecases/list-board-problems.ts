import type { BoardProblem } from '../../shared/content/board-problem.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';

/** The latest first. Throws `not-found` for an unknown screen. */
export async function listBoardProblems(
  { store }: Context,
  screenId: string,
): Promise<BoardProblem[]> {
  await findOrRefuse(store.records.screens, screenId, '화면을');
  return [...(await store.records.boardProblems.ofScreen(screenId))];
}
