import type { Announcement, AnnouncementFields } from '../../shared/content/announcement.ts';
import type { Person } from '../../shared/content/person.ts';
import type { Screen } from '../../shared/content/screen.ts';
import { Refusal } from '../../shared/problem.ts';
import type { AnnouncementView } from '../../shared/protocol/http/screens.ts';
import type { Records } from '../store/store.ts';
import { refuseBadAnnouncement, requireRelease } from './announcement-rules.ts';
import { putBlank, tellBlank } from './blank-screen.ts';
import { change, type Change } from './change.ts';
import { clearOne } from './clear-announcement.ts';
import type { Context } from './context.ts';
import { addNotice } from './notice-slides.ts';
import { screenIdsOf } from './show-slide-now.ts';
import { viewSent } from './view-announcement.ts';

export interface NewAnnouncement extends AnnouncementFields {
  /** The announcement that this one corrects; it is lifted in the same change. */
  readonly corrects: string | null;
  /** Lights blanked boards too. */
  readonly unblank: boolean;
}

/**
 * Sends an announcement: important ones and emergencies go straight to the glass, a notice joins the
 * district's loop and is shown once at once. The request's acceptance is its `sentAt`.
 */
export async function sendAnnouncement(
  context: Context,
  person: Person,
  { corrects, unblank, ...fields }: NewAnnouncement,
): Promise<AnnouncementView> {
  const sentAt = context.now();
  const { value } = await change(context, { person }, async (records, noted) => {
    const { id: organizationId } = await requireRelease(records, person);
    refuseBadAnnouncement(fields, sentAt);
    const screenIds = screenIdsOf(context, fields.screens);
    const seq = (await records.announcements.newestSeq()) + 1;
    const sent = {
      ...{ ...fields, id: context.newId(), seq, sentAt, sentBy: person.id },
      ...{ clearedAt: null, corrects },
    };
    const inLoop =
      fields.level === 'notice'
        ? await addNotice(records, noted, {
            ...{ announcement: sent, organizationId, screenIds, newId: context.newId },
          })
        : { slideId: null, bookingId: null };
    const announcement: Announcement = { ...sent, ...inLoop };
    await records.announcements.put(announcement);
    noted.touch('announcements');
    noted.record({
      action: 'announcement.send',
      subjectId: announcement.id,
      before: null,
      after: announcement,
    });
    const corrected =
      corrects === null ? null : await correct(corrects, { records, noted, sentAt });
    const lit = unblank ? await light(screenIds, { records, noted, sentAt }) : [];
    return { announcement, corrected, lit };
  });
  const { announcement, corrected, lit } = value;
  // The new one first: in between nothing but announcements may be seen.
  context.boards.announce(announcement);
  if (corrected) context.boards.announce(corrected);
  for (const screen of lit) tellBlank(context, screen);
  return viewSent(context, announcement);
}

interface InChange {
  readonly records: Records;
  readonly noted: Change;
  readonly sentAt: number;
}

async function correct(
  announcementId: string,
  { records, noted, sentAt }: InChange,
): Promise<Announcement | null> {
  const before = await records.announcements.get(announcementId);
  if (!before)
    throw new Refusal('invalid', '정정할 공지가 없습니다. 목록을 새로 고쳐 주십시오.', [
      { path: 'corrects', message: '정정할 공지가 없습니다.' },
    ]);
  if (before.clearedAt !== null || before.expiresAt <= sentAt) return null;
  return clearOne(before, { records, noted, at: sentAt });
}

async function light(
  screenIds: readonly string[],
  { records, noted, sentAt }: InChange,
): Promise<Screen[]> {
  const lit: Screen[] = [];
  for (const id of screenIds) {
    const screen = await records.screens.get(id);
    if (screen && screen.blankUntil !== null && screen.blankUntil > sentAt)
      lit.push(await putBlank(screen, null, { records, noted }));
  }
  return lit;
}
