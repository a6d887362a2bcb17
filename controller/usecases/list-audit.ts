import { setImmediate } from 'node:timers/promises';
import type { Person } from '../../shared/content/person.ts';
import type { AuditEntryView, AuditSearch } from '../../shared/protocol/http/audit.ts';
import { auditFilter, requireAudit } from './audit-filter.ts';
import type { Context } from './context.ts';

const PAGE = 100;
/** Rows looked at in one go, and how often: pushes and beats go in between, and no question takes for ever. */
const STEP = 250;
const MOST_STEPS = 40;

/**
 * One page of the audit log, newest first, of what is looked for below `beforeId`. A page may be short, or
 * empty, without being the last: `nextBeforeId` is null once nothing is left. Only for who administers everything.
 */
export async function listAudit(
  context: Context,
  actor: Person,
  { beforeId, ...search }: AuditSearch & { readonly beforeId?: number | undefined },
): Promise<{ entries: AuditEntryView[]; nextBeforeId: number | null }> {
  requireAudit(actor);
  const { audit } = context.store.records;
  const filter = await auditFilter(context, search);
  const span = await audit.span(filter);
  const entries: AuditEntryView[] = [];
  let toId = Math.min(beforeId ?? Infinity, span.toId);
  for (let step = 0; step < MOST_STEPS && toId > span.fromId; step += 1) {
    if (step > 0) await setImmediate();
    const fromId = Math.max(span.fromId, toId - STEP);
    const found = await audit.newestBetween({ fromId, toId }, filter, PAGE - entries.length);
    entries.push(...found);
    toId = entries.length < PAGE ? fromId : (entries.at(-1)?.id ?? fromId);
    if (entries.length === PAGE) break;
  }
  return { entries, nextBeforeId: toId > span.fromId ? toId : null };
}
