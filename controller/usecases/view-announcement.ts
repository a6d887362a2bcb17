import type { Announcement } from '../../shared/content/announcement.ts';
import type { AnnouncementView } from '../../shared/protocol/http/screens.ts';
import type { Records } from '../store/store.ts';
import type { Context } from './context.ts';

const LISTED = 50;

/** The latest announcements, newest first, each with the boards that should show it and those that did. */
export async function listAnnouncements(context: Context): Promise<AnnouncementView[]> {
  const { records } = context.store;
  const announcements = await records.announcements.recent(LISTED);
  const views = announcements.map((announcement) => viewSent(context, announcement));
  const viewById = new Map(views.map((view) => [view.announcement.id, view]));
  await addReceipts(records, viewById);
  return views;
}

/** One announcement with the receipts so far. */
export async function viewAnnouncement(
  context: Context,
  records: Records,
  announcement: Announcement,
): Promise<AnnouncementView> {
  const view = viewSent(context, announcement);
  await addReceipts(records, new Map([[announcement.id, view]]));
  return view;
}

/** One that was written this moment: nobody has shown it yet. */
export function viewSent({ manifests }: Context, announcement: Announcement): AnnouncementView {
  const { screens } = announcement;
  const screenIds = screens === 'all' ? manifests.screenIds() : screens;
  return { announcement, screenIds: [...screenIds], receipts: [] };
}

async function addReceipts(
  records: Records,
  viewById: ReadonlyMap<string, AnnouncementView>,
): Promise<void> {
  const receipts = await records.receipts.ofSubjects([...viewById.keys()]);
  for (const { subjectId, kind, screenId, version, paintedAt, latencyMs } of receipts) {
    if (kind !== 'announcement' && kind !== 'all-clear') continue;
    const view = viewById.get(subjectId);
    view?.receipts.push({ screenId, kind, version, paintedAt, latencyMs });
  }
}
