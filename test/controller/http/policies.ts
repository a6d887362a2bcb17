/**
 * The policy: what each endpoint needs, over whose things, and a call of it for each of these. A new endpoint
 * must join this table, or it does not compile. The calls are refused further on for another reason (a version
 * of 999, a date that runs backwards), so that who may call changes nothing either.
 */
import type { EndpointName } from '../../../shared/protocol/http/endpoints.ts';
import type { Sent } from '../../support/test-client.ts';
import { shopFields } from '../../support/values.ts';
import {
  NO_UPLOAD,
  span,
  backwards,
  onBoard,
  soon,
  bookingOf,
  personOf,
  ofPeople,
  grantIn,
  screen,
  announcement,
  each,
  onBooking,
  booked,
  byOrganization,
  broughtFor,
  share,
  edited,
  person,
} from './policy-calls.ts';
import { everybody, type Policy } from './policy.ts';
import { places } from './rights-grid.ts';
import { slidePolicies } from './slide-policies.ts';

const administers: Policy = { needs: 'screen.write' };
const onScreen = (sent: Sent): Policy => ({ ...administers, at: { everything: sent } });
const request = { params: { requestId: 'nothing' } };
/** Of an upload that is not there; that one's own are nobody else's is tested with the uploads. */
const ofUpload: Policy = { needs: 'media.write', sent: { params: { uploadId: NO_UPLOAD } } };

const onPerson: Policy = { needs: 'person.write', isHidden: true, ...ofPeople };

export const policies: Readonly<Record<EndpointName, Policy>> = {
  readSetup: { needs: 'nobody' },
  runSetup: { needs: 'nobody' },
  signIn: { needs: 'nobody', sent: { body: {} } },
  acceptInvite: { needs: 'nobody' },
  startPairing: { needs: 'nobody' },
  pollPairing: { needs: 'nobody' },
  claimBoardLink: { needs: 'nobody', sent: { body: {} } },
  readHealth: { needs: 'nobody' },
  pullManifest: { needs: 'board' },
  pullBoard: { needs: 'board' },
  sendBoardReport: {
    needs: 'board',
    sent: { query: { id: 'r1', kind: 'screenshot', at: 'x' } },
  },
  readSession: { needs: 'entering' },
  signOut: { needs: 'entering' },
  changePassword: { needs: 'session' },
  confirmSession: { needs: 'entering', sent: { body: { password: '', code: null } } },
  readTwoStep: { needs: 'entering' },
  startTwoStep: { needs: 'entering' },
  finishTwoStep: { needs: 'entering', sent: { body: { code: '000000' } } },
  stopTwoStep: { needs: 'session' },
  renewRecoveryCodes: { needs: 'session' },
  listSessions: { needs: 'session' },
  endSession: { needs: 'session', sent: { params: { sessionId: 'f'.repeat(64) } } },
  endOtherSessions: { needs: 'session' },
  readResets: { needs: 'nobody' },
  askReset: { needs: 'nobody', sent: { body: { loginName: 'nobody' } } },
  listPeople: { needs: 'person.write' },
  invitePerson: {
    needs: 'person.write',
    at: each(['guild', 'office', 'everything'], (place) => ({
      body: {
        ...{ loginName: 'manager', displayName: '새 사람', email: null },
        grants: [grantIn(places[place].organizationId)],
      },
    })),
    together: [
      {
        of: ['guild', 'office'],
        sent: {
          body: {
            ...{ loginName: 'manager', displayName: '새 사람', email: null },
            grants: [grantIn('guild'), grantIn('office')],
          },
        },
      },
    ],
  },
  savePerson: {
    needs: 'person.write',
    isHidden: true,
    at: each(['guild', 'office', 'everything'], (place) => ({
      params: { personId: personOf[place] },
      body: person([grantIn(places[place].organizationId)]),
    })),
    together: [
      {
        of: ['guild', 'office'],
        sent: { params: { personId: 'manager' }, body: person([grantIn('office')]) },
      },
      {
        of: ['guild', 'office'],
        sent: { params: { personId: 'both' }, body: person([grantIn('guild')]) },
      },
      {
        of: ['guild', 'everything'],
        sent: { params: { personId: 'manager' }, body: person([grantIn('guild'), grantIn(null)]) },
      },
    ],
  },
  reinvitePerson: onPerson,
  listSessionsOf: onPerson,
  endSessionsOf: onPerson,
  stopTwoStepOf: onPerson,
  listAudit: { needs: 'audit.read', at: { everything: { query: backwards } } },
  exportAudit: {
    needs: 'audit.read',
    at: { everything: { query: { ...backwards, format: 'csv' } } },
  },
  listOrganizations: everybody,
  saveShares: {
    needs: 'organization.write',
    at: byOrganization((id) => ({ body: { shares: [share(id)] } })),
    together: [
      { of: ['guild', 'office'], sent: { body: { shares: [share('guild'), share('office')] } } },
      { of: ['guild', 'office'], sent: { body: { shares: [share('office'), share('guild')] } } },
    ],
  },
  saveApprovalRules: {
    needs: 'organization.write',
    at: byOrganization((organizationId) => ({
      params: { organizationId },
      body: { twoPersonApproval: true, election: null, version: 999 },
    })),
  },
  listShops: everybody,
  createShop: {
    needs: 'shop.write',
    at: byOrganization((organizationId) => ({
      // A name that no board can draw.
      body: shopFields({ organizationId, name: { ko: '\u{13000}' } }),
    })),
  },
  saveShop: {
    needs: 'shop.write',
    at: {
      bakery: { params: { shopId: 'bakery' }, body: { ...shopFields({}), version: 999 } },
      office: {
        params: { shopId: 'canteen' },
        body: { ...shopFields({ organizationId: 'office' }), version: 999 },
      },
    },
  },

  ...slidePolicies,

  listBookings: everybody,
  createBooking: {
    needs: 'booking.write',
    at: each(['guild', 'bakery', 'office'], (place) => ({ body: booked(place) })),
  },
  saveBooking: {
    needs: 'booking.write',
    at: each(['guild', 'bakery', 'office'], (place) => ({
      params: { bookingId: bookingOf[place] },
      body: { ...booked(place), version: 999 },
    })),
  },
  endBooking: { needs: 'booking.write', at: onBooking() },
  resumeBooking: { needs: 'booking.write', at: onBooking() },
  extendBooking: { needs: 'booking.write', at: onBooking({ toDate: null }) },
  editBooking: {
    needs: 'booking.write',
    at: onBooking({ day: '2026-11-22', edit: { kind: 'exclude' } }),
  },
  undoEdit: {
    needs: 'booking.write',
    at: each(['guild', 'bakery', 'office'], (place) => ({
      body: { edited: [edited(bookingOf[place])] },
    })),
    // The first could be undone: only the second tells.
    together: [
      {
        of: ['guild', 'office'],
        sent: { body: { edited: [edited('bread-booking', 1), edited('news-booking')] } },
      },
      {
        of: ['guild', 'office'],
        sent: { body: { edited: [edited('news-booking', 1), edited('guild-booking')] } },
      },
    ],
  },
  readEffect: {
    needs: 'booking.write',
    at: each(['guild', 'bakery', 'office'], (place) => ({
      body: { bookingId: null, fields: booked(place) },
    })),
    together: [
      {
        of: ['guild', 'office'],
        sent: { body: { bookingId: 'news-booking', fields: booked('guild') } },
      },
    ],
  },
  explainBooking: {
    needs: 'screen.read',
    sent: { ...onBoard, query: { bookingId: 'bread-booking', ...soon } },
  },
  readMoment: { needs: 'screen.read', sent: { ...onBoard, query: soon } },
  listPromises: { needs: 'screen.read', sent: { query: { date: '2026-11-22' } } },
  readPlaceCalendar: everybody,
  savePlaceCalendar: {
    needs: 'calendar.write',
    sent: { body: { temporaryHolidays: [], marketDigit: null, version: 999 } },
  },
  listFeeds: everybody,
  createFeed: {
    ...everybody,
    sent: { body: { name: '내 전화', organizationId: 'nobody', shopId: null } },
  },
  revokeFeed: { ...everybody, sent: { params: { feedId: 'none' } } },
  listNamedDays: { ...everybody, sent: { query: span } },
  listBookingDays: { ...everybody, sent: { query: span } },

  uploadMedia: { needs: 'media.write', within: byOrganization(broughtFor) },
  straightenMedia: {
    needs: 'media.write',
    within: byOrganization((organizationId) => ({
      ...{ params: { sha256: 'f'.repeat(64) }, body: { organizationId, degrees: 2 } },
    })),
  },
  createUpload: { needs: 'media.write', within: byOrganization(broughtFor) },
  readUpload: ofUpload,
  sendUpload: ofUpload,
  cancelUpload: ofUpload,
  readUploadResult: ofUpload,
  readMedia: { ...everybody, sent: { params: { sha256: '1'.repeat(64) } } },

  listScreens: { needs: 'screen.read' },
  createScreen: onScreen({ body: { ...screen, zone: 'Nowhere/At-All' } }),
  saveScreen: onScreen({ ...onBoard, body: { ...screen, version: 999 } }),
  blankScreen: {
    needs: 'screen.blank',
    sent: { params: { screenId: 'nowhere' }, body: { minutes: 0 } },
  },
  commandScreen: onScreen({ params: { screenId: 'nowhere' }, body: { command: 'identify' } }),
  readPlan: { needs: 'screen.read', sent: { ...onBoard, query: { date: '2026-11-22' } } },
  readScreenManifest: { needs: 'screen.read', sent: onBoard },
  confirmPairing: onScreen({ ...onBoard, body: { code: 'ABCD1234' } }),
  revokeDevice: onScreen({ params: { screenId: 'nowhere' } }),
  listAnnouncements: { needs: 'announcement.read' },
  // The district alone speaks to everybody.
  sendAnnouncement: { needs: 'announcement.send', at: { office: { body: announcement } } },
  readAnnouncementReport: {
    needs: 'announcement.send',
    at: { office: { params: { announcementId: 'nothing' } } },
  },
  listAlarms: { needs: 'session' },
  requestRelease: {
    needs: 'announcement.send',
    at: { office: { body: { ...announcement, level: 'emergency' } } },
  },
  releaseAnnouncement: {
    needs: 'announcement.send',
    at: { office: { ...request, body: { hash: 'a'.repeat(64) } } },
  },
  refuseRelease: {
    needs: 'announcement.send',
    at: { office: { ...request, body: { reason: '내용이 다릅니다' } } },
  },
  takeBackRelease: { needs: 'announcement.send', at: { office: request } },
  breakGlass: {
    needs: 'announcement.send',
    at: {
      office: { body: { ...announcement, level: 'emergency', reason: '연락이 닿지 않음' } },
    },
  },
  breakGlassOnRequest: {
    needs: 'announcement.send',
    at: { office: { ...request, body: { reason: '연락이 닿지 않음' } } },
  },
  acknowledgeAlarm: { needs: 'session', sent: { params: { noteId: 'nothing' } } },
  clearAnnouncement: {
    needs: 'announcement.send',
    at: { office: { params: { announcementId: 'nothing' } } },
  },
  listTroubles: { needs: 'screen.read' },
  listAlerts: onScreen({}),
  sendTestAlert: onScreen({}),
  listBoardProblems: { needs: 'screen.read', sent: onBoard },
  listBoardReports: { needs: 'screen.read', sent: onBoard },
  readReportPicture: {
    needs: 'screen.read',
    sent: { params: { screenId: 'board', reportId: 'none' } },
  },
};
