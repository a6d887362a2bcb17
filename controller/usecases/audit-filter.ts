import { mayDo } from '../../shared/content/person.ts';
import type { Person } from '../../shared/content/person.ts';
import { zoneOf } from '../../shared/content/screen.ts';
import { Refusal } from '../../shared/problem.ts';
import type { AuditSearch } from '../../shared/protocol/http/audit.ts';
import { instantOf, type CivilDate } from '../../shared/time.ts';
import type { AuditFilter } from '../audit/filter.ts';
import { zoneOffsets } from '../manifest/offsets.ts';
import type { Context } from './context.ts';

/** Throws `forbidden` but for who administers everything. */
export function requireAudit(actor: Person): void {
  if (mayDo(actor, 'audit.read', { organizationId: null })) return;
  throw new Refusal('forbidden', '감사 기록은 전체 관리자만 볼 수 있습니다.');
}

/** What the store looks for. Throws `invalid` where the last day is before the first. */
export async function auditFilter(context: Context, search: AuditSearch): Promise<AuditFilter> {
  const { personId, action, subjectId, from, to, text } = search;
  if (from !== undefined && to !== undefined && to < from) {
    const message = '마지막 날이 첫날보다 이릅니다. 날짜를 바꾸어 주십시오.';
    throw new Refusal('invalid', message, [{ path: 'to', message }]);
  }
  const zone = zoneOf(await context.store.records.screens.all());
  const midnight = (date: CivilDate | undefined, minute: number) =>
    date === undefined ? null : instantOf(zoneOffsets(zone, date, 1), date, minute);
  return {
    personId: personId ?? null,
    action: action ?? null,
    subjectId: subjectId ?? null,
    fromMs: midnight(from, 0),
    toMs: midnight(to, 1440),
    words: (text ?? '').split(/\s+/).filter((word) => word !== ''),
  };
}
