import type { Kysely } from 'kysely';
import type { Booking } from '../../shared/content/booking.ts';
import type { Media } from '../../shared/content/media.ts';
import type { Organization } from '../../shared/content/organization.ts';
import type { Screen } from '../../shared/content/screen.ts';
import type { PlaceCalendar } from '../../shared/content/place-calendar.ts';
import type { Shop } from '../../shared/content/shop.ts';
import { knownDeviceRecords, twoStepRecords } from './account-records.ts';
import { auditRecords } from './audit-records.ts';
import { reviewNoteRecords, withdrawalRecords } from './approval-records.ts';
import { alarmRecords } from './alarm-records.ts';
import { collection } from './collection.ts';
import { announcementRecords, revisionRecords, settingRecords } from './content-records.ts';
import { feedRecords } from './feed-records.ts';
import { historyRecords } from './history-records.ts';
import { deviceRecords, pairingRecords } from './device-records.ts';
import { personRecords, secretRecords, sessionRecords } from './people-records.ts';
import { playDayRecords } from './play-day-records.ts';
import { playRecords, receiptRecords } from './proof-records.ts';
import { slidePlayRecords } from './slide-play-records.ts';
import { scanRecords, slideRecords } from './slide-records.ts';
import type { ManifestState, Records } from './store.ts';
import { submissionRecords } from './submission-records.ts';
import type { DocumentTable, Tables } from './tables.ts';
import {
  alertRecords,
  boardProblemRecords,
  boardReportRecords,
  troubleRecords,
} from './watch-records.ts';

/** Every aggregate over one connection; the same queries run on any SQL database that Kysely speaks to. */
export function sqlRecords(db: Kysely<Tables>): Records {
  const byId = <T extends { readonly id: string }>(table: DocumentTable) =>
    collection<T>(db, table, (value) => value.id);
  return {
    organizations: byId<Organization>('organizations'),
    shops: byId<Shop>('shops'),
    slides: slideRecords(db),
    revisions: revisionRecords(db),
    submissions: submissionRecords(db),
    bookings: byId<Booking>('bookings'),
    screens: byId<Screen>('screens'),
    devices: deviceRecords(db),
    pairings: pairingRecords(db),
    announcements: announcementRecords(db),
    receipts: receiptRecords(db),
    plays: playRecords(db),
    playDays: playDayRecords(db),
    media: collection<Media>(db, 'media', (media) => media.sha256),
    people: personRecords(db),
    sessions: sessionRecords(db),
    secrets: secretRecords(db),
    twoSteps: twoStepRecords(db),
    knownDevices: knownDeviceRecords(db),
    audit: auditRecords(db),
    manifests: byId<ManifestState>('manifests'),
    history: historyRecords(db),
    placeCalendars: byId<PlaceCalendar>('placeCalendars'),
    feeds: feedRecords(db),
    scans: scanRecords(db),
    troubles: troubleRecords(db),
    alerts: alertRecords(db),
    alarms: alarmRecords(db),
    boardReports: boardReportRecords(db),
    boardProblems: boardProblemRecords(db),
    withdrawals: withdrawalRecords(db),
    reviewNotes: reviewNoteRecords(db),
    slidePlays: slidePlayRecords(db),
    settings: settingRecords(db),
  };
}
