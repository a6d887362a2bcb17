/** A notice joins the loop of the district: as slides, frozen and approved with it, and a booking until it expires. */
import type { Announcement } from '../../shared/content/announcement.ts';
import type { Booking } from '../../shared/content/booking.ts';
import { noticePages } from '../../shared/content/notice-pages.ts';
import {
  DEFAULT_DWELL_SECONDS,
  type Slide,
  type SlideRevision,
} from '../../shared/content/slide.ts';
import { dateAt } from '../../shared/time.ts';
import { dateInZone, zoneOffsets } from '../manifest/offsets.ts';
import type { Records } from '../store/store.ts';
import type { Change } from './change.ts';

const MINUTES_OF_DAY = 1440;

interface Notice {
  readonly announcement: Omit<Announcement, 'slideId' | 'bookingId'>;
  readonly organizationId: string;
  readonly screenIds: readonly string[];
  readonly newId: () => string;
}

/** Writes slides and booking and puts the first slide on at once. */
export async function addNotice(
  records: Records,
  noted: Change,
  notice: Notice,
): Promise<{ readonly slideId: string; readonly bookingId: string }> {
  const slideIds: string[] = [];
  for (const lines of noticePages(notice.announcement.body)) slideIds.push(await addSlide(lines));
  const booking = await bookingOf(records, notice, slideIds);
  await records.bookings.put(booking);
  noted.touch('slides', 'bookings');
  noted.record({ action: 'booking.create', subjectId: booking.id, before: null, after: booking });
  const [slideId = ''] = slideIds;
  noted.showNow(notice.screenIds, { id: notice.newId(), slideId, bookingId: booking.id });
  return { slideId, bookingId: booking.id };

  async function addSlide(lines: readonly string[]): Promise<string> {
    const { slide, revision } = slideOf(notice, lines);
    await records.revisions.add(revision);
    await records.slides.put(slide);
    noted.record({ action: 'slide.create', subjectId: slide.id, before: null, after: revision });
    return slide.id;
  }
}

/** Takes the notice off the boards at once: its booking ends, its slides are withdrawn. */
export async function removeNotice(
  records: Records,
  noted: Change,
  { bookingId, at }: { readonly bookingId: string; readonly at: number },
): Promise<void> {
  const booking = await records.bookings.get(bookingId);
  if (!booking) return;
  if (booking.state === 'live') {
    const after = { ...booking, state: 'ended' as const, version: booking.version + 1 };
    await records.bookings.put(after);
    noted.record({ action: 'booking.end', subjectId: bookingId, before: booking, after });
  }
  for (const slideId of booking.slideIds) {
    const before = await records.slides.get(slideId);
    if (!before || before.state === 'withdrawn') continue;
    const after: Slide = {
      ...before,
      ...{ state: 'withdrawn', approvedRevisionId: null },
      ...{ updatedAt: at, version: before.version + 1 },
    };
    await records.slides.put(after);
    noted.record({ action: 'slide.withdraw', subjectId: slideId, before, after });
  }
  noted.touch('slides', 'bookings');
}

function slideOf(
  { announcement, organizationId, newId }: Notice,
  lines: readonly string[],
): { readonly slide: Slide; readonly revision: SlideRevision } {
  const { sentAt, sentBy, title, source } = announcement;
  const slideId = newId();
  const revision: SlideRevision = {
    id: newId(),
    slideId,
    number: 1,
    content: {
      template: 'notice',
      title: { ko: title },
      lines: lines.map((ko) => ({ ko })),
      contact: { ko: source },
      picture: null,
    },
    dwellSeconds: DEFAULT_DWELL_SECONDS,
    pages: 1,
    createdAt: sentAt,
    createdBy: sentBy,
  };
  const slide: Slide = {
    id: slideId,
    organizationId,
    shopId: null,
    house: false,
    state: 'approved',
    latestRevisionId: revision.id,
    approvedRevisionId: revision.id,
    rejectionReason: null,
    createdAt: sentAt,
    updatedAt: sentAt,
    version: 1,
  };
  return { slide, revision };
}

/** All day from today on, and to the instant of the expiry. */
async function bookingOf(
  records: Records,
  { announcement, organizationId, screenIds, newId }: Notice,
  slideIds: string[],
): Promise<Booking> {
  const screen = await records.screens.get(screenIds[0] ?? '');
  const zone = screen?.zone ?? 'Asia/Seoul';
  const fromDate = dateInZone(zone, announcement.sentAt);
  const offsets = zoneOffsets(zone, fromDate);
  const toDate = dateAt(offsets, announcement.expiresAt - 1);
  return {
    id: newId(),
    organizationId,
    shopId: null,
    name: announcement.title,
    slideIds,
    screens: announcement.screens,
    fromDate,
    toDate,
    recurrence: null,
    excludedDates: [],
    fromMinute: 0,
    toMinute: MINUTES_OF_DAY,
    weight: 1,
    exclusive: false,
    promisedPlaysPerDay: null,
    skipClosedDays: false,
    state: 'live',
    endsAt: announcement.expiresAt,
    version: 1,
  };
}
