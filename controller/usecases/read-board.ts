import type { BoardDocument } from '../../shared/protocol/http/screens.ts';
import { includesScreen } from '../../shared/content/fields.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';

/**
 * What one board must know beside its manifest. The position in the stream is read first, so that an
 * announcement in between is pulled twice rather than never.
 */
export async function readBoard(context: Context, screenId: string): Promise<BoardDocument> {
  const { records } = context.store;
  const announcementSeq = await records.announcements.newestSeq();
  const current = await records.announcements.current(context.now());
  const screen = await findOrRefuse(records.screens, screenId, '화면을');
  const announcements = current.filter(({ screens }) => includesScreen(screens, screenId));
  return { screen, announcements, announcementSeq };
}
