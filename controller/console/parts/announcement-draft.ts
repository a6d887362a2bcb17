/** An announcement as a person is writing it. */
import type {
  Announcement,
  AnnouncementFields,
  AnnouncementLevel,
} from '../../../shared/content/announcement.ts';
import type { Glass } from '../../../shared/protocol/events.ts';
import { MINUTE_MS, type EpochMs } from '../../../shared/time.ts';

/** How long it stays: minutes from sending, or until an instant. */
export type Expiry = number | { readonly until: EpochMs };

export interface AnnouncementDraft extends Omit<AnnouncementFields, 'expiresAt' | 'body'> {
  readonly body: string;
  readonly expiry: Expiry;
}

export const expiryMinutes = [30, 60, 180] as const;

export function newAnnouncement(level: AnnouncementLevel, source: string): AnnouncementDraft {
  return { level, title: '', body: '', source, screens: 'all', drill: false, expiry: 60 };
}

/** A correction starts from the words of what it corrects, and lasts as long. */
export function correctionOf(announcement: Announcement): AnnouncementDraft {
  const { level, title, body, source, screens, drill, expiresAt } = announcement;
  return {
    ...{ level, title, source, screens, drill },
    body: body ?? '',
    expiry: { until: expiresAt },
  };
}

/** What is sent at `now`. */
export function fieldsAt(draft: AnnouncementDraft, now: EpochMs): AnnouncementFields {
  const { expiry, body, ...rest } = draft;
  return {
    ...rest,
    body: body.trim() === '' ? null : body,
    expiresAt: typeof expiry === 'number' ? now + expiry * MINUTE_MS : expiry.until,
  };
}

/** For the preview. */
export function announcementOf(draft: AnnouncementDraft, now: EpochMs): Announcement {
  return {
    ...fieldsAt(draft, now),
    ...(draft.title.trim() === '' ? { title: '제목을 적어 주십시오' } : {}),
    ...(draft.source.trim() === '' ? { source: '보내는 곳' } : {}),
    ...{ id: 'preview', seq: 1, sentAt: now, sentBy: 'preview' },
    ...{ clearedAt: null, corrects: null, slideId: null, bookingId: null },
  };
}

export function layerOf(level: AnnouncementLevel): Glass['layer'] {
  return level === 'notice' ? 'slot' : level;
}
