import { isLiveAt, type Announcement } from '../../shared/content/announcement.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { AnnouncementView } from '../../shared/protocol/http/screens.ts';
import type { Records } from '../store/store.ts';
import { requireSender } from './announcement-rules.ts';
import { change, type Change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { removeNotice } from './notice-slides.ts';
import { viewAnnouncement } from './view-announcement.ts';

/**
 * 해제: an emergency leaves with a blue all-clear, the others at once; a notice leaves the loop. Throws
 * `conflict` when it is over already.
 */
export async function clearAnnouncement(
  context: Context,
  person: Person,
  announcementId: string,
): Promise<AnnouncementView> {
  const at = context.now();
  const { value } = await change(context, { person }, async (records, noted) => {
    await requireSender(records, person);
    const before = await findOrRefuse(records.announcements, announcementId, '공지를');
    if (!isLiveAt(before, at))
      throw new Refusal('conflict', '이미 끝난 공지입니다. 목록을 새로 고쳐 주십시오.');
    return clearOne(before, { records, noted, at });
  });
  context.boards.announce(value);
  return viewAnnouncement(context, context.store.records, value);
}

/** Writes the end of one announcement, as the newest entry of the stream. */
export async function clearOne(
  before: Announcement,
  {
    records,
    noted,
    at,
  }: { readonly records: Records; readonly noted: Change; readonly at: number },
): Promise<Announcement> {
  const seq = (await records.announcements.newestSeq()) + 1;
  const after = { ...before, seq, clearedAt: at };
  await records.announcements.put(after);
  if (before.bookingId !== null)
    await removeNotice(records, noted, { bookingId: before.bookingId, at });
  noted.touch('announcements');
  noted.record({ action: 'announcement.clear', subjectId: before.id, before, after });
  return after;
}
