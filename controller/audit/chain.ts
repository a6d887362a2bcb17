/** How audit rows hang together: the hash of each covers the row before it (U1 to U3). Pure. */
import { createHash } from 'node:crypto';
import type { EpochMs } from '../../shared/time.ts';

/** A row as it is stored: `before` and `after` are JSON texts. */
export interface AuditRow {
  readonly id: number;
  readonly at: EpochMs;
  readonly personId: string | null;
  readonly actor: string;
  readonly action: string;
  readonly subjectId: string;
  readonly before: string | null;
  readonly after: string | null;
}
export interface ChainedRow extends AuditRow {
  /** The hash of the row before it. SHA-256, hex, as `hash`. */
  readonly prevHash: string;
  readonly hash: string;
}

/** The end of the chain at some time. Whoever keeps one elsewhere can tell later that nothing before it was changed. */
export interface Head {
  readonly lastId: number;
  readonly hash: string;
}

/** [U3] What the first row follows. */
export const FIRST_PREV_HASH = '0'.repeat(64);

/** [U2] The row's hash, hex. */
export function hashOfRow(prevHash: string, row: AuditRow): string {
  return createHash('sha256')
    .update(`${prevHash}\n${canonicalRow(row)}`)
    .digest('hex');
}

/** [U1] The eight fields as RFC 8785 writes them: sorted keys, no spaces. */
export function canonicalRow(row: AuditRow): string {
  const { action, actor, after, at, before, id, personId, subjectId } = row;
  return JSON.stringify({ action, actor, after, at, before, id, personId, subjectId });
}
