/** Who may do what: every endpoint, and whom it is open to. A new endpoint must join this table. */
import type { EndpointName } from '../../../shared/protocol/http/endpoints.ts';
import { PEOPLE } from '../../support/house-fixture.ts';
import type { PersonId } from '../../support/house-fixture.ts';
import type { Sent } from '../../support/test-client.ts';
import {
  aBooking,
  aScreen,
  bookingFields,
  noticeContent,
  shopFields,
} from '../../support/values.ts';

interface Policy {
  readonly who: 'anyone' | 'a board' | readonly PersonId[];
  readonly sent?: Sent;
}

export const everyone = Object.keys(PEOPLE) as PersonId[];
const ofGuild = ['admin', 'guild-admin', 'manager'] as const;
const writers = [...ofGuild, 'baker'] as const;
/** Whoever may bring pictures anywhere; an upload that is not there is so for all of them. */
const uploaders = [...writers, 'officer', 'second-officer'] as const;
const versioned = { version: 999 };
const NO_UPLOAD = '0190163d-8694-739b-aea5-966c26f8ad91';
const span = { from: '2026-11-01', to: '2026-11-30' };
export const bread = { params: { slideId: 'bread' }, body: versioned };
const booked = { params: { bookingId: 'bread-booking' }, body: versioned };
const onBoard = { params: { screenId: 'board' } };
export const content = noticeContent('알림');
export const manager = { role: 'manager', organizationId: 'guild', shopId: null };
const screen: Partial<ReturnType<typeof aScreen>> = aScreen({});
delete screen.id;
delete screen.blankUntil;
delete screen.version;
const senders = ['admin', 'officer', 'second-officer'] as const;
const request = { params: { requestId: 'nothing' } };
const announcement = {
  level: 'important',
  title: '안내',
  body: null,
  source: '도봉구청',
  screens: 'all',
  expiresAt: Date.now() + 600_000,
  drill: false,
  corrects: null,
  unblank: false,
};

export const policies: Readonly<Record<EndpointName, Policy>> = {
  readSetup: { who: 'anyone' },
  runSetup: { who: 'anyone' },
  signIn: { who: 'anyone', sent: { body: {} } },
  acceptInvite: { who: 'anyone' },
  startPairing: { who: 'anyone' },
  pollPairing: { who: 'anyone' },
  claimBoardLink: { who: 'anyone', sent: { body: {} } },
  readHealth: { who: 'anyone' },
  pullManifest: { who: 'a board' },
  pullBoard: { who: 'a board' },
  readSession: { who: everyone },
  signOut: { who: everyone },
  changePassword: { who: everyone },
  listPeople: { who: ['admin', 'guild-admin'] },
  invitePerson: {
    who: ['admin', 'guild-admin'],
    sent: { body: { loginName: 'manager', displayName: '새 사람', grants: [manager] } },
  },
  savePerson: {
    who: ['admin', 'guild-admin'],
    sent: {
      params: { personId: 'manager' },
      body: { displayName: '담당', grants: [manager], disabled: false, version: 999 },
    },
  },
  reinvitePerson: { who: ['admin', 'guild-admin'], sent: { params: { personId: 'manager' } } },
  listAudit: { who: ['admin'] },
  listOrganizations: { who: everyone },
  saveShares: {
    who: ['admin', 'guild-admin'],
    sent: { body: { shares: [{ organizationId: 'guild', sharePercent: 1, version: 999 }] } },
  },
  listShops: { who: everyone },
  createShop: { who: ofGuild, sent: { body: shopFields({}) } },
  saveShop: {
    who: ofGuild,
    sent: { params: { shopId: 'bakery' }, body: { ...shopFields({}), version: 999 } },
  },
  listSlides: { who: everyone },
  readSlide: { who: everyone, sent: { params: { slideId: 'bread' } } },
  readScans: { who: everyone, sent: { params: { slideId: 'bread' } } },
  createSlide: {
    who: writers,
    sent: { body: { organizationId: 'guild', shopId: 'bakery', content, dwellSeconds: 15 } },
  },
  saveSlide: {
    who: writers,
    sent: { params: bread.params, body: { content, dwellSeconds: 15, version: 999 } },
  },
  submitSlide: { who: writers, sent: bread },
  approveSlide: { who: ofGuild, sent: bread },
  rejectSlide: {
    who: ofGuild,
    sent: { params: bread.params, body: { version: 999, reason: '글씨' } },
  },
  withdrawSlide: { who: ofGuild, sent: bread },
  showSlideNow: { who: ofGuild, sent: { params: bread.params, body: { screens: 'all' } } },
  listBookings: { who: everyone },
  createBooking: {
    who: ofGuild,
    sent: { body: bookingFields({ shopId: 'bakery', slideIds: ['bread'] }) },
  },
  saveBooking: {
    who: ofGuild,
    sent: {
      params: booked.params,
      body: { ...bookingFields({ shopId: 'bakery', slideIds: ['bread'] }), version: 999 },
    },
  },
  endBooking: { who: ofGuild, sent: booked },
  resumeBooking: { who: ofGuild, sent: booked },
  editBooking: {
    who: ofGuild,
    sent: {
      params: booked.params,
      body: { version: 999, day: '2026-11-22', edit: { kind: 'exclude' } },
    },
  },
  undoEdit: {
    who: ofGuild,
    sent: { body: { edited: [{ before: null, after: aBooking({ id: 'bread-booking' }) }] } },
  },
  readPlaceCalendar: { who: everyone },
  savePlaceCalendar: {
    who: [...ofGuild, 'officer', 'second-officer'],
    sent: { body: { temporaryHolidays: [], marketDigit: null, version: 999 } },
  },
  listFeeds: { who: everyone },
  createFeed: {
    who: everyone,
    sent: { body: { name: '내 전화', organizationId: null, shopId: null } },
  },
  revokeFeed: { who: everyone, sent: { params: { feedId: 'none' } } },
  listNamedDays: { who: everyone, sent: { query: span } },
  listBookingDays: { who: everyone, sent: { query: span } },
  readEffect: {
    who: ofGuild,
    sent: {
      body: {
        bookingId: null,
        fields: bookingFields({ shopId: 'bakery', slideIds: ['bread'], toDate: '2020-01-01' }),
      },
    },
  },
  explainBooking: {
    who: everyone,
    sent: { ...onBoard, query: { bookingId: 'bread-booking', at: String(Date.now()) } },
  },
  readMoment: { who: everyone, sent: { ...onBoard, query: { at: String(Date.now()) } } },
  listPromises: { who: everyone, sent: { query: { date: '2026-11-22' } } },
  extendBooking: {
    who: ofGuild,
    sent: { params: booked.params, body: { toDate: null, version: 999 } },
  },
  uploadMedia: {
    who: writers,
    sent: { query: { organizationId: 'guild', consent: 'none-needed' } },
  },
  straightenMedia: {
    who: writers,
    sent: { params: { sha256: 'f'.repeat(64) }, body: { organizationId: 'guild', degrees: 2 } },
  },
  createUpload: {
    who: writers,
    sent: { query: { organizationId: 'guild', consent: 'none-needed' } },
  },
  readUpload: { who: uploaders, sent: { params: { uploadId: NO_UPLOAD } } },
  sendUpload: { who: uploaders, sent: { params: { uploadId: NO_UPLOAD } } },
  cancelUpload: { who: uploaders, sent: { params: { uploadId: NO_UPLOAD } } },
  readUploadResult: { who: uploaders, sent: { params: { uploadId: NO_UPLOAD } } },
  readMedia: { who: everyone, sent: { params: { sha256: '1'.repeat(64) } } },
  listScreens: { who: everyone },
  createScreen: { who: ['admin'], sent: { body: screen } },
  saveScreen: { who: ['admin'], sent: { ...onBoard, body: { ...screen, version: 999 } } },
  blankScreen: {
    who: ['admin', 'guild-admin', 'officer', 'second-officer'],
    sent: { ...onBoard, body: { minutes: 0 } },
  },
  commandScreen: { who: ['admin'], sent: { ...onBoard, body: { command: 'identify' } } },
  readPlan: { who: everyone, sent: { ...onBoard, query: { date: '2026-11-22' } } },
  readScreenManifest: { who: everyone, sent: onBoard },
  confirmPairing: { who: ['admin'], sent: { ...onBoard, body: { code: 'ABCD1234' } } },
  revokeDevice: { who: ['admin'], sent: { params: { screenId: 'nowhere' } } },
  listAnnouncements: { who: everyone },
  sendAnnouncement: {
    who: ['admin', 'officer', 'second-officer'],
    sent: { body: announcement },
  },
  clearAnnouncement: {
    who: ['admin', 'officer', 'second-officer'],
    sent: { params: { announcementId: 'nothing' } },
  },
  readAnnouncementReport: {
    who: senders,
    sent: { params: { announcementId: 'nothing' } },
  },
  listAlarms: { who: everyone },
  requestRelease: { who: senders, sent: { body: { ...announcement, level: 'emergency' } } },
  releaseAnnouncement: { who: senders, sent: { ...request, body: { hash: 'a'.repeat(64) } } },
  refuseRelease: { who: senders, sent: { ...request, body: { reason: '내용이 다릅니다' } } },
  takeBackRelease: { who: senders, sent: request },
  breakGlass: {
    who: senders,
    sent: { body: { ...announcement, level: 'emergency', reason: '연락이 닿지 않음' } },
  },
  breakGlassOnRequest: { who: senders, sent: { ...request, body: { reason: '연락이 닿지 않음' } } },
  acknowledgeAlarm: { who: everyone, sent: { params: { noteId: 'nothing' } } },
  listTroubles: { who: everyone },
  listAlerts: { who: ['admin'] },
  sendTestAlert: { who: ['admin'] },
  listBoardProblems: { who: everyone, sent: onBoard },
  listBoardReports: { who: everyone, sent: onBoard },
  readReportPicture: {
    who: everyone,
    sent: { params: { screenId: 'board', reportId: 'none' } },
  },
  sendBoardReport: { who: 'a board', sent: { query: { id: 'r1', kind: 'screenshot', at: '1' } } },
};
