import type { Announcement } from '../../shared/content/announcement.ts';
import { includesScreen } from '../../shared/content/fields.ts';
import type { AnnouncementView } from '../../shared/protocol/http/screens.ts';
import type { Records } from '../store/store.ts';
import type { Context } from './context.ts';

const LISTED = 100;

/** The latest announcements, newest first, each with the boards that should show it and those that did. */
export async function listAnnouncements(context: Context): Promise<AnnouncementView[]> {
  const { records } = context.store;
  return viewAnnouncements(records, await records.announcements.recent(LISTED));
}

/** Views in the order given. */
export async function viewAnnouncements(
  records: Records,
  announcements: readonly Announcement[],
): Promise<AnnouncementView[]> {
  const screens = await records.screens.all();
  const receipts = await records.receipts.ofSubjects(announcements.map(({ id }) => id));
  return announcements.map((announcement) => ({
    announcement,
    screenIds: screens
      .map((screen) => screen.id)
      .filter((id) => includesScreen(announcement.screens, id)),
    receipts: receipts.flatMap(({ subjectId, kind, screenId, version, paintedAt, latencyMs }) =>
      subjectId === announcement.id && (kind === 'announcement' || kind === 'all-clear')
        ? [{ screenId, kind, version, paintedAt, latencyMs }]
        : [],
    ),
  }));
}
