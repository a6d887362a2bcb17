/** What every use case is given: nothing reaches for a global. */
import type { Announcement } from '../../shared/content/announcement.ts';
import type { Booking } from '../../shared/content/booking.ts';
import type { Organization } from '../../shared/content/organization.ts';
import type { Person } from '../../shared/content/person.ts';
import type { PlaceCalendar } from '../../shared/content/place-calendar.ts';
import type { Screen } from '../../shared/content/screen.ts';
import type { Shop } from '../../shared/content/shop.ts';
import type { Slide } from '../../shared/content/slide.ts';
import type { Command, CommandState } from '../../shared/protocol/commands.ts';
import type { ContentKind, ScreenState } from '../../shared/protocol/events.ts';
import type { Claims, Manifest, ShowNow, Slot } from '../../shared/protocol/manifest.ts';
import type { CivilDate, EpochMs } from '../../shared/time.ts';
import type { Records, Store, StoredReceipt } from '../store/store.ts';

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A change of what boards play, made ready inside a transaction, given out after its commit. */
export interface StagedPush {
  /** Screens whose manifest moved, and to which revision. */
  readonly revisionByScreen: ReadonlyMap<string, number>;
}

/** What a change wrote, by id, as it was written: so that nothing must be read again. */
export interface ChangedEntities {
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly shops: ReadonlyMap<string, Shop>;
  readonly slides: ReadonlyMap<string, Slide>;
  readonly bookings: ReadonlyMap<string, Booking>;
  readonly screens: ReadonlyMap<string, Screen>;
  readonly placeCalendars: ReadonlyMap<string, PlaceCalendar>;
}

export interface StageRequest {
  readonly kinds: ReadonlySet<ContentKind>;
  readonly changed: ChangedEntities;
  readonly at: EpochMs;
  /** 지금 송출, on these screens. */
  readonly showNow: { readonly screenIds: readonly string[]; readonly show: ShowNow } | null;
  /** What the day makes good from now on (S10), by manifest id; absent leaves all claims as they are. */
  readonly claims?: ReadonlyMap<string, Claims>;
}

/** One screen day as it came about so far, or as it is planned. */
export interface DayRecord {
  readonly date: CivilDate;
  /** The plan of record; empty when the board is dark all day. */
  readonly slots: readonly Slot[];
  /** The manifest in force at an instant of the day. */
  manifestAt(at: EpochMs): Manifest;
}

/** The newest manifest of every group of screens, in memory, and its state in the store. */
export interface Manifests {
  /** Builds what changed from `records`, writes the new states, and returns what to send. Throwing undoes nothing in memory. */
  stage(records: Records, request: StageRequest): Promise<StagedPush>;
  /** After the commit: takes the staged manifests as the newest and sends their patches. */
  release(staged: StagedPush): void;
  /** Undefined for an unknown screen. */
  ofScreen(screenId: string): { readonly manifest: Manifest; readonly hash: string } | undefined;
  /** Every screen that there is, from memory: thousands of them are not read again for each announcement. */
  screenIds(): readonly string[];
  /** The plan of record of a screen day: each revision's part, stitched. Undefined for an unknown screen. */
  planOf(screenId: string, date: CivilDate): readonly Slot[] | undefined;
  /** Any day, also long past ones, from the history in the store. Undefined where nothing is known of it. */
  recordOf(screenId: string, date: CivilDate): Promise<DayRecord | undefined>;
  /** The groups of screens that share a manifest. */
  groups(): readonly { readonly manifestId: string; readonly screenIds: readonly string[] }[];
}

/** The live connections. Nothing here waits for a client. */
export interface Boards {
  /** To every board, also those that do not show it: so that none sees a gap in the stream. */
  announce(announcement: Announcement): void;
  /** Sent now, and again when the board comes back before the command has expired. */
  command(screenId: string, command: Command, sentAt: EpochMs): CommandState;
  screenChanged(screenId: string, version: number): void;
  /** Cuts the board's socket; its token no longer opens a new one. */
  disconnectDevice(deviceId: string): void;
  states(): readonly ScreenState[];
}

export interface Consoles {
  contentChanged(kinds: readonly ContentKind[]): void;
  receiptArrived(receipt: StoredReceipt): void;
  /** Cuts every console socket of the person: new rights, a new password, disabled. */
  disconnectPerson(personId: string): void;
  /** Cuts the console sockets that a session opened; it is gone from the store by then. */
  disconnectSession(sessionId: string): void;
}

export interface Context {
  readonly store: Store;
  readonly manifests: Manifests;
  readonly boards: Boards;
  readonly consoles: Consoles;
  /** Epoch milliseconds. */
  readonly now: () => EpochMs;
  /** A new UUID. */
  readonly newId: () => string;
  readonly log: Log;
}

/** Who acts: a signed-in person, or a job of the controller itself. */
export type Actor = { readonly person: Person } | { readonly job: string };
