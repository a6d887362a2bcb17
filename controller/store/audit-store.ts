/** What the use cases know of the stored audit log. */
import type { EpochMs } from '../../shared/time.ts';
import type { ChainedRow, Head } from '../audit/chain.ts';
import type { AuditFilter, IdSpan } from '../audit/filter.ts';

export interface AuditEntry {
  readonly id: number;
  readonly at: EpochMs;
  readonly personId: string | null;
  readonly actor: string;
  readonly action: string;
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
}
export interface Audit {
  /** Links the entry to the one before it (U1 to U3). Entries are never changed or removed. */
  add(entry: Omit<AuditEntry, 'id'>): Promise<void>;
  /** The newest entry's; undefined before the first. */
  head(): Promise<Head | undefined>;
  /** Newest first, ids below `beforeId`. */
  page(beforeId: number | null, limit: number): Promise<readonly AuditEntry[]>;
  /** The least span of ids that holds every entry of the filter's time. */
  span(filter: Pick<AuditFilter, 'fromMs' | 'toMs'>): Promise<IdSpan>;
  /** What passes the filter in the span, the newest first, at most `limit`. */
  newestBetween(span: IdSpan, filter: AuditFilter, limit: number): Promise<readonly AuditEntry[]>;
  /** What passes the filter in the span as it is stored, the oldest first. */
  rows(span: IdSpan, filter: AuditFilter): Promise<readonly ChainedRow[]>;
  /** The newest of the action on the subject. */
  last(action: string, subjectId: string): Promise<AuditEntry | undefined>;
  /** When each subject of the noun, such as `booking`, was last changed, by its id. */
  newest(noun: string): Promise<ReadonlyMap<string, EpochMs>>;
}
