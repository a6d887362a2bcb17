import { isLiveAt, type Announcement } from '../../shared/content/announcement.ts';
import type { Person } from '../../shared/content/person.ts';
import type {
  AnnouncementReport,
  ReportedBoard,
} from '../../shared/protocol/http/announcement-report.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Records, StoredReceipt } from '../store/store.ts';
import { requireSender } from './announcement-rules.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { viewSent } from './view-announcement.ts';

/** [A60] What can be proved of one announcement. Throws `not-found`. */
export async function readAnnouncementReport(
  context: Context,
  person: Person,
  announcementId: string,
): Promise<AnnouncementReport> {
  const { records } = context.store;
  await requireSender(records, person);
  const announcement = await findOrRefuse(records.announcements, announcementId, '공지를');
  const at = context.now();
  const receipts = await records.receipts.ofSubjects([announcementId]);
  const names = new Map((await records.screens.all()).map(({ id, name }) => [id, name]));
  const { screenIds } = viewSent(context, announcement);
  return {
    ...{ announcement, at },
    sentBy: await nameOf(records, announcement.sentBy),
    release: await releaseOf(records, announcementId),
    end: await endOf(records, announcement, at),
    boards: screenIds.map((screenId) => ({
      ...{ screenId, name: names.get(screenId) ?? screenId },
      ...seenOn(
        announcement,
        receipts.filter((receipt) => receipt.screenId === screenId),
        at,
      ),
    })),
  };
}

async function releaseOf(
  records: Records,
  announcementId: string,
): Promise<AnnouncementReport['release']> {
  const request = await records.alarms.requestOf(announcementId);
  if (!request) return null;
  const { state, requestedAt, decidedAt, decidedBy, reason } = request;
  if (decidedAt === null || decidedBy === null) return null;
  return {
    kind: state === 'break-glass' ? 'break-glass' : 'released',
    ...{ requestedAt, decidedAt, reason },
    decidedBy: await nameOf(records, decidedBy),
  };
}

async function endOf(
  records: Records,
  announcement: Announcement,
  at: EpochMs,
): Promise<AnnouncementReport['end']> {
  if (isLiveAt(announcement, at)) return { kind: 'live', at: null, by: null, correction: null };
  const { id, clearedAt, expiresAt } = announcement;
  if (clearedAt === null) return { kind: 'expired', at: expiresAt, by: null, correction: null };
  const entry = await records.audit.last('announcement.clear', id);
  // Whoever corrects lifts in the same change, at the same instant.
  const correction = (await records.announcements.all()).find(
    (other) => other.corrects === id && other.sentAt === clearedAt,
  );
  return {
    kind: correction ? 'corrected' : 'cleared',
    at: clearedAt,
    by: entry?.actor ?? null,
    correction: correction?.title ?? null,
  };
}

/** The first frame with it, and the first without it. */
function seenOn(
  { clearedAt, expiresAt }: Announcement,
  receipts: readonly StoredReceipt[],
  at: EpochMs,
): Pick<ReportedBoard, 'paintedAt' | 'latencyMs' | 'goneAt'> {
  const painted = receipts.find(({ kind }) => kind === 'announcement');
  if (!painted) return { paintedAt: null, latencyMs: null, goneAt: null };
  const gone = receipts.find(({ kind }) => kind === 'all-clear');
  // A board drops what has expired by itself, and says nothing of it.
  const expired = clearedAt === null && expiresAt <= at ? expiresAt : null;
  return {
    paintedAt: painted.paintedAt,
    latencyMs: painted.latencyMs,
    goneAt: gone?.paintedAt ?? expired,
  };
}

async function nameOf(records: Records, personId: string): Promise<string> {
  return (await records.people.get(personId))?.displayName ?? personId;
}
