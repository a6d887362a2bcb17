import { mayDo } from '../../shared/content/person.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { AuditEntry } from '../store/store.ts';
import type { Context } from './context.ts';

const PAGE = 100;

/** One page of the audit log, newest first, below `beforeId`. Only for who administers everything. */
export async function listAudit(
  context: Context,
  actor: Person,
  beforeId: number | null,
): Promise<{ entries: AuditEntry[]; nextBeforeId: number | null }> {
  if (!mayDo(actor, 'audit.read', { organizationId: null })) {
    throw new Refusal('forbidden', '감사 기록은 전체 관리자만 볼 수 있습니다.');
  }
  const entries = [...(await context.store.records.audit.page(beforeId, PAGE))];
  return { entries, nextBeforeId: entries.length < PAGE ? null : (entries.at(-1)?.id ?? null) };
}
