import type { EpochMs } from '../../shared/time.ts';

/** What to look for in the audit log; what is null or empty leaves everything in. */
export interface AuditFilter {
  readonly personId: string | null;
  /** An action such as `slide.save`, or a noun for all of its actions. */
  readonly action: string | null;
  readonly subjectId: string | null;
  readonly fromMs: EpochMs | null;
  /** Exclusive. */
  readonly toMs: EpochMs | null;
  /** Each must occur somewhere in the entry; small and capital Latin letters are the same. */
  readonly words: readonly string[];
}
/** Half-open; empty where `toId` is not above `fromId`. */
export interface IdSpan {
  readonly fromId: number;
  readonly toId: number;
}
