/** How a request ends without going on air: refused, taken back, lapsed. */
import type { Person } from '../../shared/content/person.ts';
import { releaseStateAt, type ReleaseRequest } from '../../shared/content/release-request.ts';
import { Refusal } from '../../shared/problem.ts';
import type { ReleaseView } from '../../shared/protocol/http/alarms.ts';
import { DAY_MS } from '../../shared/time.ts';
import { requireSender } from './announcement-rules.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { auditOf, decide, requireOwn, requireWaiting, viewRelease } from './release-request.ts';

/** A second person says no, and why. Throws `conflict` when it waits no longer, `forbidden` for one's own. */
export async function refuseRelease(
  context: Context,
  person: Person,
  { requestId, reason }: { readonly requestId: string; readonly reason: string },
): Promise<ReleaseView> {
  return end(context, person, {
    requestId,
    action: 'announcement.refuse-release',
    state: 'refused',
    reason,
    check: (request) => {
      if (request.requestedBy !== person.id) return;
      throw new Refusal('forbidden', '직접 요청한 송출은 거절하는 대신 거두어 주십시오.');
    },
  });
}

/** Who asked takes it back. Throws `conflict` when it waits no longer, `forbidden` for another's. */
export async function takeBackRelease(
  context: Context,
  person: Person,
  requestId: string,
): Promise<ReleaseView> {
  return end(context, person, {
    requestId,
    action: 'announcement.take-request-back',
    state: 'taken-back',
    reason: null,
    check: (request) => requireOwn(request, person.id),
  });
}

/** [A5] Writes down what nobody released in time. Resolves with how many; null for none. */
export async function lapseReleases(context: Context): Promise<object | null> {
  const lapsed = async (records: Context['store']['records']) => {
    const at = context.now();
    const recent = await records.alarms.requestsSince(at - DAY_MS);
    return recent.filter((one) => one.state === 'waiting' && releaseStateAt(one, at) === 'lapsed');
  };
  if ((await lapsed(context.store.records)).length === 0) return null;
  const { value } = await change(context, { job: '승인 요청 만료' }, async (records, noted) => {
    const requests = await lapsed(records);
    for (const request of requests) {
      const decision = { state: 'lapsed', decidedAt: request.lapsesAt, decidedBy: null } as const;
      await decide({ records, noted }, request, decision);
      noted.record({
        action: 'announcement.lapse',
        subjectId: request.id,
        before: null,
        after: auditOf(request),
      });
    }
    return requests.length;
  });
  return { lapsed: value };
}

interface Ending {
  readonly requestId: string;
  readonly action: string;
  readonly state: 'refused' | 'taken-back';
  readonly reason: string | null;
  readonly check: (request: ReleaseRequest) => void;
}

async function end(
  context: Context,
  person: Person,
  { requestId, action, state, reason, check }: Ending,
): Promise<ReleaseView> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const at = context.now();
    await requireSender(records, person);
    const request = await requireWaiting(records, requestId, at);
    check(request);
    const decision = { state, decidedAt: at, decidedBy: person.id, reason };
    const decided = await decide({ records, noted }, request, decision);
    noted.record({ action, subjectId: requestId, before: null, after: auditOf(decided) });
    return viewRelease(records, decided);
  });
  return value;
}
