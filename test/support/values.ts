/** Whole values with sensible fields, for tests that care about one or two of them. */
import { randomUUID } from 'node:crypto';
import type { Announcement } from '../../shared/content/announcement.ts';
import type { Booking, BookingFields } from '../../shared/content/booking.ts';
import type { Organization } from '../../shared/content/organization.ts';
import type { Person } from '../../shared/content/person.ts';
import type { Screen } from '../../shared/content/screen.ts';
import type { Shop } from '../../shared/content/shop.ts';
import type { Slide, SlideContent, SlideRevision } from '../../shared/content/slide.ts';
import type { StoredPlay, StoredPlayTotal, StoredReceipt } from '../../controller/store/store.ts';

export const OPEN_ALL_DAY = { fromMinute: 0, toMinute: 1440 } as const;

export function anOrganization(fields: Partial<Organization>): Organization {
  return {
    id: 'guild',
    kind: 'association',
    name: { ko: '창동역 상점가' },
    byline: { ko: '상점가 소식' },
    accent: '#ff7a45',
    sharePercent: 50,
    twoPersonApproval: false,
    version: 1,
    ...fields,
  };
}

/** What the console sends to register a shop. */
export function shopFields(fields: Partial<Shop>): Omit<Shop, 'id' | 'version'> {
  const sent: Partial<Shop> = aShop(fields);
  delete sent.id;
  delete sent.version;
  return sent as Omit<Shop, 'id' | 'version'>;
}

export function aShop(fields: Partial<Shop>): Shop {
  return {
    id: 'bakery',
    organizationId: 'guild',
    name: { ko: '보리빵집' },
    trade: 'cafe',
    goods: { ko: '식빵 · 커피' },
    week: Array.from({ length: 7 }, () => ({ fromMinute: 540, toMinute: 1260 })),
    closedNth: [],
    closedDates: [],
    walkMinutes: 3,
    place: { ko: '1번 출구 앞' },
    phone: null,
    onnuri: { paper: true, mobile: true, card: false },
    version: 1,
    ...fields,
  };
}

export function aScreen(fields: Partial<Screen>): Screen {
  return {
    id: 'board',
    name: '광장 전광판',
    place: { ko: '창동역 1번 출구 광장' },
    widthPx: 1920,
    heightPx: 1080,
    offsetX: 0,
    offsetY: 0,
    pitchMm: 4,
    peakNits: 5000,
    viewingDistanceM: 20,
    zone: 'Asia/Seoul',
    latitude: 37.653,
    longitude: 127.047,
    week: Array.from({ length: 7 }, () => OPEN_ALL_DAY),
    specialDays: [],
    facesRoad: false,
    trafficSignalWithin30m: false,
    blankUntil: null,
    version: 1,
    ...fields,
  };
}

export function noticeContent(title: string): SlideContent {
  return { template: 'notice', title: { ko: title }, lines: [], contact: null, picture: null };
}

export function aRevision(fields: Partial<SlideRevision>): SlideRevision {
  return {
    id: 'slide-r1',
    slideId: 'slide',
    number: 1,
    content: noticeContent('알려 드립니다'),
    dwellSeconds: 15,
    pages: 1,
    createdAt: 0,
    createdBy: 'content',
    ...fields,
  };
}

export function aSlide(fields: Partial<Slide>): Slide {
  return {
    id: 'slide',
    organizationId: 'guild',
    shopId: null,
    house: false,
    state: 'draft',
    latestRevisionId: 'slide-r1',
    approvedRevisionId: null,
    rejectionReason: null,
    createdAt: 0,
    updatedAt: 0,
    version: 1,
    ...fields,
  };
}

/** What the console sends to book. */
export function bookingFields(fields: Partial<BookingFields>): BookingFields {
  const sent: Partial<Booking> = aBooking(fields);
  delete sent.id;
  delete sent.state;
  delete sent.version;
  return sent as BookingFields;
}

export function aBooking(fields: Partial<Booking>): Booking {
  return {
    id: 'booking',
    organizationId: 'guild',
    shopId: null,
    name: '기본 편성',
    slideIds: ['slide'],
    screens: 'all',
    fromDate: '2020-01-01',
    toDate: null,
    recurrence: null,
    excludedDates: [],
    fromMinute: 0,
    toMinute: 1440,
    weight: 1,
    exclusive: false,
    promisedPlaysPerDay: null,
    skipClosedDays: false,
    state: 'live',
    version: 1,
    ...fields,
  };
}

export function aPerson(fields: Partial<Person>): Person {
  const id = fields.id ?? 'person';
  return {
    id,
    loginName: id,
    displayName: '담당자',
    email: null,
    grants: [{ role: 'administrator', organizationId: null, shopId: null }],
    disabled: false,
    createdAt: 0,
    version: 1,
    ...fields,
  };
}

export function anAnnouncement(fields: Partial<Announcement>): Announcement {
  return {
    id: 'announcement',
    seq: 1,
    level: 'emergency',
    title: '지진 대피',
    body: null,
    source: '도봉구청',
    screens: 'all',
    drill: false,
    expiresAt: 2_000_000_000_000,
    sentAt: 1_000,
    sentBy: 'person',
    clearedAt: null,
    corrects: null,
    slideId: null,
    bookingId: null,
    ...fields,
  };
}

export function aPlay(fields: Partial<StoredPlay>): StoredPlay {
  return {
    id: randomUUID(),
    slideId: 'slide',
    revisionId: 'slide-r1',
    bookingId: null,
    slotStartMs: 0,
    startedAt: 0,
    endedAt: 15_000,
    outcome: 'played',
    manifestRevision: 1,
    screenId: 'board',
    receivedAt: 0,
    ...fields,
  };
}

export function aPlayTotal(fields: Partial<StoredPlayTotal>): StoredPlayTotal {
  return {
    id: randomUUID(),
    date: '2026-11-23',
    slideId: 'slide',
    revisionId: 'slide-r1',
    bookingId: null,
    played: 0,
    cut: 0,
    failed: 0,
    shownMs: 0,
    clockSure: true,
    screenId: 'board',
    receivedAt: 0,
    ...fields,
  };
}

export function aReceipt(fields: Partial<StoredReceipt>): StoredReceipt {
  return {
    id: randomUUID(),
    kind: 'announcement',
    subjectId: 'announcement',
    version: 1,
    paintedAt: 0,
    screenId: 'board',
    receivedAt: 0,
    latencyMs: null,
    ...fields,
  };
}
