/** What the use cases know of the storage of trouble, alerts, alarms and reports; a part of store.ts. */
import type { AlarmNote } from '../../shared/content/alarm-note.ts';
import type { Alert } from '../../shared/content/alert.ts';
import type { BoardProblem } from '../../shared/content/board-problem.ts';
import type { BoardReport } from '../../shared/content/board-report.ts';
import type { ReleaseRequest } from '../../shared/content/release-request.ts';
import type { Trouble } from '../../shared/content/trouble.ts';
import type { EpochMs } from '../../shared/time.ts';

export interface Troubles {
  /** All that are open, and those that ended at `at` or later. */
  since(at: EpochMs): Promise<readonly Trouble[]>;
  /** Newest first. */
  recent(limit: number): Promise<readonly Trouble[]>;
  put(trouble: Trouble): Promise<void>;
  /** Forgets those that ended before. Returns how many went. */
  removeBefore(at: EpochMs): Promise<number>;
}

export interface Alerts {
  get(id: string): Promise<Alert | undefined>;
  /** Those that some channel has still to take, oldest first. */
  pending(): Promise<readonly Alert[]>;
  /** Newest first. */
  recent(limit: number): Promise<readonly Alert[]>;
  put(alert: Alert): Promise<void>;
  removeBefore(at: EpochMs): Promise<number>;
}

export interface BoardProblems {
  /** The latest first. */
  ofScreen(screenId: string): Promise<readonly BoardProblem[]>;
  /** Counts one more of its kind and slide, with the newest message. */
  note(
    problem: Pick<BoardProblem, 'screenId' | 'kind' | 'slideId' | 'message'>,
    at: EpochMs,
  ): Promise<void>;
  /** Forgets all but the latest `most` of the screen. */
  keepNewest(screenId: string, most: number): Promise<void>;
  /** Forgets those of which the last was before. Returns how many went. */
  removeBefore(at: EpochMs): Promise<number>;
}

export interface BoardReports {
  /** Newest first. */
  ofScreen(screenId: string): Promise<readonly BoardReport[]>;
  /** JPEG. Undefined for an unknown report, another screen's, and one without a picture. */
  picture(screenId: string, id: string): Promise<Uint8Array | undefined>;
  /** How many faults came in at `at` or later, by screen. */
  faultsSince(at: EpochMs): Promise<ReadonlyMap<string, number>>;
  /** A double by id is ignored. Returns whether it was new. */
  add(report: BoardReport, jpeg: Uint8Array | null): Promise<boolean>;
  /** Forgets all but the newest `most` of the screen's faults, or of its screenshots. */
  keepNewest(
    screenId: string,
    which: { readonly isFault: boolean; readonly most: number },
  ): Promise<void>;
  removeBefore(at: EpochMs): Promise<number>;
}

/** Emergencies on their way to the boards, and the notes about them. */
export interface Alarms {
  request(id: string): Promise<ReleaseRequest | undefined>;
  /** The request that put an announcement on air. */
  requestOf(announcementId: string): Promise<ReleaseRequest | undefined>;
  /** Those asked for at `at` or later, newest first. */
  requestsSince(at: EpochMs): Promise<readonly ReleaseRequest[]>;
  putRequest(request: ReleaseRequest): Promise<void>;
  note(id: string): Promise<AlarmNote | undefined>;
  addNote(note: AlarmNote): Promise<void>;
  /** Notes of `since` or later that the person has not said to know, newest first. */
  unacknowledged(personId: string, since: EpochMs): Promise<readonly AlarmNote[]>;
  /** Returns whether it was the first time. */
  acknowledge(noteId: string, personId: string, at: EpochMs): Promise<boolean>;
}
