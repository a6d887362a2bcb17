import type { Announcement } from '../../shared/content/announcement.ts';

/** An emergency that is live for ever, sent to all; `fields` change it. */
export function anAnnouncement(fields: Partial<Announcement>): Announcement {
  return {
    level: 'emergency',
    title: '호우경보',
    body: '중랑천에서 나오십시오.',
    source: '도봉구청',
    screens: 'all',
    expiresAt: 4_000_000_000_000,
    drill: false,
    id: 'alert',
    seq: 1,
    sentAt: 0,
    sentBy: 'officer',
    clearedAt: null,
    corrects: null,
    slideId: null,
    bookingId: null,
    ...fields,
  };
}
