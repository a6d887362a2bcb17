/** The tables as Kysely sees them. Columns are named like the fields of the values that they hold. */
import type { Generated } from 'kysely';
import type { BoardProblem } from '../../shared/content/board-problem.ts';
import type { Receipt } from '../../shared/content/play.ts';
import type { ReleaseState } from '../../shared/content/release-request.ts';
import type { CivilDate } from '../../shared/time.ts';
import type {
  DeviceRecord,
  Pairing,
  Session,
  StoredPlay,
  StoredPlayTotal,
  StoredReceipt,
} from './store.ts';
import type { KnownDevice, Secret, TwoStep } from './account-store.ts';

/** A whole value as JSON, by its key. */
interface DocumentRow {
  id: string;
  doc: string;
}
export type DocumentTable =
  | 'organizations'
  | 'shops'
  | 'slides'
  | 'bookings'
  | 'screens'
  | 'media'
  | 'manifests'
  | 'placeCalendars';

interface RevisionRow extends DocumentRow {
  slideId: string;
  number: number;
}
interface SlideRow extends DocumentRow {
  shortCode: string | null;
}
interface AnnouncementRow extends DocumentRow {
  seq: number;
  sentAt: number;
  expiresAt: number;
  clearedAt: number | null;
}
interface PersonRow extends DocumentRow {
  loginName: string;
  passwordHash: string | null;
}
interface AuditRow {
  id: Generated<number>;
  at: number;
  personId: string | null;
  actor: string;
  action: string;
  subjectId: string;
  before: string | null;
  after: string | null;
  prevHash: string;
  hash: string;
}
/** The setting below which no announcement is numbered again: boards may know numbers that a restored database does not. */
export const SEQ_FLOOR = 'announcementSeqFloor';

type Row<T> = { -readonly [K in keyof T]: T[K] };

export interface Tables extends Record<DocumentTable, DocumentRow> {
  slides: SlideRow;
  revisions: RevisionRow;
  announcements: AnnouncementRow;
  people: PersonRow;
  sessions: Row<Session>;
  secrets: Row<Secret>;
  twoSteps: Row<TwoStep>;
  recoveryCodes: { hash: string; personId: string };
  knownDevices: Row<KnownDevice>;
  devices: Row<DeviceRecord>;
  pairings: Row<Pairing>;
  receipts: Row<Omit<StoredReceipt, 'kind'>> & { kind: Receipt['kind'] };
  plays: Row<Omit<StoredPlay, 'clockSure'>> & { clockSure: number };
  playTotals: Row<Omit<StoredPlayTotal, 'clockSure'>> & { clockSure: number };
  playDays: {
    slideId: string;
    date: CivilDate;
    screenId: string;
    plays: number;
    shownMs: number;
  };
  audit: AuditRow;
  manifestSteps: {
    manifestId: string;
    revision: number;
    at: number;
    isWhole: number;
    doc: string;
  };
  screenPlans: { screenId: string; fromMs: number; manifestId: string };
  feeds: DocumentRow & { hash: string; createdAt: number };
  submissions: { revisionId: string; judgement: string; measured: string };
  scans: { slideId: string; date: string; scans: number };
  troubles: DocumentRow & { screenId: string; startedAt: number; endedAt: number | null };
  alerts: DocumentRow & { at: number; isPending: number };
  boardReports: DocumentRow & {
    screenId: string;
    isFault: number;
    receivedAt: number;
    jpeg: Uint8Array | null;
  };
  boardProblems: Row<Omit<BoardProblem, 'slideId'>> & { slideId: string };
  withdrawals: DocumentRow & { slideId: string; at: number };
  reviewNotes: DocumentRow & { personId: string; slideId: string; at: number };
  releaseRequests: DocumentRow & {
    requestedAt: number;
    state: ReleaseState;
    announcementId: string | null;
  };
  alarmNotes: DocumentRow & { at: number };
  alarmAcknowledgements: { noteId: string; personId: string; at: number };
  settings: { key: string; value: string };
  schemaVersion: { version: number; name: string; appliedAt: number };
}
