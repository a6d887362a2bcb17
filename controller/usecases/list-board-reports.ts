import type { BoardReport } from '../../shared/content/board-report.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';

/** The newest first. Throws `not-found` for an unknown screen. */
export async function listBoardReports(context: Context, screenId: string): Promise<BoardReport[]> {
  const { records } = context.store;
  await findOrRefuse(records.screens, screenId, '화면을');
  return [...(await records.boardReports.ofScreen(screenId))];
}

/** The JPEG. Throws `not-found` for an unknown one, another screen's, and a report without a picture. */
export async function readReportPicture(
  context: Context,
  { screenId, reportId }: { readonly screenId: string; readonly reportId: string },
): Promise<Uint8Array> {
  const jpeg = await context.store.records.boardReports.picture(screenId, reportId);
  if (jpeg) return jpeg;
  throw new Refusal('not-found', '그 사진은 이제 없습니다. 새로 찍어 주십시오.');
}
