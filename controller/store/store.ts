/** What the use cases know of storage: plain readonly values in, plain readonly values out. SQL lives beside this file only. */
import type { Announcement } from '../../shared/content/announcement.ts';
import type { Booking } from '../../shared/content/booking.ts';
import type { Feed } from '../../shared/content/feed.ts';
import type { Media } from '../../shared/content/media.ts';
import type { Organization } from '../../shared/content/organization.ts';
import type { Person } from '../../shared/content/person.ts';
import type { PlaceCalendar } from '../../shared/content/place-calendar.ts';
import type { Play, PlayTotal, Receipt } from '../../shared/content/play.ts';
import type { Screen } from '../../shared/content/screen.ts';
import type { Shop } from '../../shared/content/shop.ts';
import type { Slide, SlideRevision } from '../../shared/content/slide.ts';
import type { Device } from '../../shared/protocol/http/screens.ts';
import type { Carry, Manifest, ManifestPatch } from '../../shared/protocol/manifest.ts';
import type { CivilDate, EpochMs } from '../../shared/time.ts';
import type { KnownDevices, Secrets, TwoSteps } from './account-store.ts';
import type { Audit } from './audit-store.ts';
import type { ReviewNotes, SlidePlays, Submissions, Withdrawals } from './approval-store.ts';
import type { Alarms, Alerts, BoardProblems, BoardReports, Troubles } from './watch-store.ts';

/** Whole values by id. `all` is ordered by id. `put` inserts or replaces. */
export interface Collection<T> {
  get(id: string): Promise<T | undefined>;
  all(): Promise<readonly T[]>;
  put(value: T): Promise<void>;
}

export interface Slides extends Collection<Slide> {
  byShortCode(code: string): Promise<Slide | undefined>;
}

export interface Revisions {
  get(id: string): Promise<SlideRevision | undefined>;
  /** Oldest first. */
  ofSlide(slideId: string): Promise<readonly SlideRevision[]>;
  /** The revisions with these ids, in any order; unknown ids are left out. */
  some(ids: readonly string[]): Promise<readonly SlideRevision[]>;
  /** Refuses an id that exists: revisions are frozen. */
  add(revision: SlideRevision): Promise<void>;
  /** On how many pages it stands, which its submission finds out. Nothing else of a revision ever changes. */
  setPages(id: string, pages: number): Promise<void>;
}

export interface People extends Collection<Person> {
  byLoginName(loginName: string): Promise<Person | undefined>;
  /** Argon2 string; undefined before the invitation was accepted. */
  passwordHash(personId: string): Promise<string | undefined>;
  setPasswordHash(personId: string, hash: string): Promise<void>;
}

export interface Session {
  /** SHA-256 of the cookie's value, hex. */
  readonly id: string;
  readonly personId: string;
  readonly createdAt: EpochMs;
  readonly seenAt: EpochMs;
  /** Exclusive. */
  readonly expiresAt: EpochMs;
  /** When its person last proved who they are, by password and code; null for never. */
  readonly confirmedAt: EpochMs | null;
  /** What it was opened on, such as `Windows · Chrome`; empty where that is unknown. */
  readonly device: string;
}
export interface Sessions {
  get(id: string): Promise<Session | undefined>;
  /** Those that have not expired at `now`, the one seen last first. */
  ofPerson(personId: string, now: EpochMs): Promise<readonly Session[]>;
  put(session: Session): Promise<void>;
  remove(id: string): Promise<void>;
  removeOfPerson(personId: string): Promise<void>;
  removeExpired(now: EpochMs): Promise<number>;
}

export interface DeviceRecord extends Device {
  /** SHA-256 of the device's token, hex. */
  readonly tokenHash: string;
}
export interface Devices {
  get(id: string): Promise<DeviceRecord | undefined>;
  byTokenHash(hash: string): Promise<DeviceRecord | undefined>;
  /** The one that is not revoked. */
  liveOfScreen(screenId: string): Promise<DeviceRecord | undefined>;
  live(): Promise<readonly DeviceRecord[]>;
  put(device: DeviceRecord): Promise<void>;
}

export interface Pairing {
  readonly id: string;
  readonly secretHash: string;
  readonly code: string;
  readonly expiresAt: EpochMs;
  /** Set when a console confirmed it; the board then fetches its token once and the row goes. */
  readonly screenId: string | null;
}
export interface Pairings {
  get(id: string): Promise<Pairing | undefined>;
  byCode(code: string, now: EpochMs): Promise<Pairing | undefined>;
  put(pairing: Pairing): Promise<void>;
  remove(id: string): Promise<void>;
  removeExpired(now: EpochMs): Promise<number>;
}

export interface Announcements extends Collection<Announcement> {
  /** Largest seq so far; 0 before the first. */
  newestSeq(): Promise<number>;
  /** Those that a board must know at `now`: not expired, or cleared within the last `ALL_CLEAR_MS`. */
  current(now: EpochMs): Promise<readonly Announcement[]>;
  /** Newest first. */
  recent(limit: number): Promise<readonly Announcement[]>;
}

export interface StoredReceipt extends Receipt {
  readonly screenId: string;
  readonly receivedAt: EpochMs;
  readonly latencyMs: number | null;
}
export interface Receipts {
  /** Doubles by id are ignored. Returns the ids that were new. */
  add(receipts: readonly StoredReceipt[]): Promise<readonly string[]>;
  ofSubjects(subjectIds: readonly string[]): Promise<readonly StoredReceipt[]>;
}

export interface StoredPlay extends Play {
  readonly screenId: string;
  readonly receivedAt: EpochMs;
}
export type StoredPlayTotal = PlayTotal & Pick<StoredPlay, 'screenId' | 'receivedAt'>;
export interface Plays {
  /** Doubles by id are ignored. Returns the ids that were new. */
  add(plays: readonly StoredPlay[]): Promise<readonly string[]>;
  /** Of one screen, `startedAt` in the half-open interval, oldest first. */
  between(screenId: string, fromMs: EpochMs, toMs: EpochMs): Promise<readonly StoredPlay[]>;
  /** The screen of each of these plays, by id; unknown ids are left out. */
  owners(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** How long the screen played by the plays that `between` answers, milliseconds. */
  shownMs(screenId: string, fromMs: EpochMs, toMs: EpochMs): Promise<number>;
  count(): Promise<number>;
  /** Plays that a board could only count; doubles by id are ignored. */
  addTotals(totals: readonly StoredPlayTotal[]): Promise<void>;
  totals(screenId: string, date: CivilDate): Promise<readonly StoredPlayTotal[]>;
}

/** How often slides were shown, added up as plays and totals come in: what is read does not grow with the plays. */
export interface PlayDays {
  /** On `date`, by each board's own zone, and in all; slides that were never shown are left out. What failed does not count. */
  counts(
    slideIds: readonly string[],
    date: CivilDate,
  ): Promise<
    readonly { readonly slideId: string; readonly onDate: number; readonly inAll: number }[]
  >;
}

/** What must outlive a restart of one group's manifest; its content is built again from the rest. */
export interface ManifestState {
  readonly id: string;
  readonly revision: number;
  readonly hash: string;
  readonly carry: Carry | null;
}

/** One step of a manifest's history, written in the transaction of the change that made it. */
export interface HistoryStep {
  readonly manifestId: string;
  readonly revision: number;
  readonly at: EpochMs;
  /** What was pushed; null where the manifest began anew and boards pulled it. */
  readonly patch: ManifestPatch | null;
  /** The whole manifest after the step: at each beginning, and with the first step of each day. */
  readonly manifest: Manifest | null;
}
/** What every screen has been playing by: enough to make the plan of record of any day again. */
export interface History {
  add(step: HistoryStep): Promise<void>;
  /** From the newest whole one at or before `fromMs` (or the first there is) up to `toMs`, exclusive, oldest first. */
  steps(manifestId: string, fromMs: EpochMs, toMs: EpochMs): Promise<readonly HistoryStep[]>;
  /** From `at` on the screen plays by this manifest. */
  assign(screenId: string, manifestId: string, at: EpochMs): Promise<void>;
  /** Manifests that the screen played by in the half-open interval, oldest first, from when on. */
  assigned(
    screenId: string,
    fromMs: EpochMs,
    toMs: EpochMs,
  ): Promise<readonly { readonly manifestId: string; readonly fromMs: EpochMs }[]>;
  /** What every screen plays by since the last time that it changed, by screen. */
  newestAssigned(): Promise<ReadonlyMap<string, string>>;
  /** Forgets what no day from `at` on needs. Returns how many steps went. */
  removeBefore(at: EpochMs): Promise<number>;
}

/** The secret of a link is kept by its SHA-256, hex. */
export interface Feeds {
  get(id: string): Promise<Feed | undefined>;
  byHash(hash: string): Promise<Feed | undefined>;
  /** By creation. */
  all(): Promise<readonly Feed[]>;
  add(feed: Feed, hash: string): Promise<void>;
  read(id: string, at: EpochMs): Promise<void>;
  remove(id: string): Promise<void>;
}

/** How often each slide's short link was followed. A number for each day, and nothing of who did. */
export interface Scans {
  /** Counts one. */
  add(slideId: string, date: CivilDate): Promise<void>;
  /** Days with at least one, oldest first. */
  ofSlide(slideId: string): Promise<readonly DayOfScans[]>;
  /** Forgets the days before `date`. Returns how many went. */
  removeBefore(date: CivilDate): Promise<number>;
}
export interface DayOfScans {
  readonly date: CivilDate;
  readonly scans: number;
}

export interface Settings {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
}

/** All aggregates, within one transaction or outside of any. */
export interface Records {
  readonly organizations: Collection<Organization>;
  readonly shops: Collection<Shop>;
  readonly slides: Slides;
  readonly revisions: Revisions;
  readonly submissions: Submissions;
  readonly bookings: Collection<Booking>;
  readonly screens: Collection<Screen>;
  readonly devices: Devices;
  readonly pairings: Pairings;
  readonly announcements: Announcements;
  readonly receipts: Receipts;
  readonly plays: Plays;
  readonly playDays: PlayDays;
  /** Keyed by `sha256`. */
  readonly media: Collection<Media> & { remove(sha256: string): Promise<void> };
  readonly people: People;
  readonly sessions: Sessions;
  readonly secrets: Secrets;
  readonly twoSteps: TwoSteps;
  readonly knownDevices: KnownDevices;
  readonly audit: Audit;
  readonly manifests: Collection<ManifestState> & { remove(id: string): Promise<void> };
  readonly history: History;
  readonly placeCalendars: Collection<PlaceCalendar>;
  readonly feeds: Feeds;
  readonly scans: Scans;
  readonly troubles: Troubles;
  readonly alerts: Alerts;
  readonly alarms: Alarms;
  readonly boardReports: BoardReports;
  readonly boardProblems: BoardProblems;
  readonly withdrawals: Withdrawals;
  readonly reviewNotes: ReviewNotes;
  readonly slidePlays: SlidePlays;
  readonly settings: Settings;
}

export interface StoreHealth {
  readonly sqlite: string;
  readonly journalMode: string;
  readonly synchronous: string;
  readonly foreignKeys: boolean;
}

export interface Store {
  /** For reads; each call stands alone. */
  readonly records: Records;
  /** One durable transaction; transactions run one after another. Throwing rolls back. */
  transact<T>(work: (records: Records) => Promise<T>): Promise<T>;
  health(): Promise<StoreHealth>;
  /** A consistent copy of the database at `path`, which must not exist (`VACUUM INTO`). */
  copyTo(path: string): Promise<void>;
  close(): Promise<void>;
}
