/** What the verbs on a release request share. */
import { createHash } from 'node:crypto';
import type { NewAnnouncement } from '../../shared/content/announcement.ts';
import {
  releaseStateAt,
  type ReleaseRequest,
  type ReleaseState,
} from '../../shared/content/release-request.ts';
import { Refusal } from '../../shared/problem.ts';
import type { ReleaseView } from '../../shared/protocol/http/alarms.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Records } from '../store/store.ts';
import type { Change } from './change.ts';

const over: Readonly<Record<Exclude<ReleaseState, 'waiting'>, string>> = {
  released: '이미 승인되어 나간 요청입니다.',
  refused: '이미 거절된 요청입니다. 필요하면 새로 요청해 주십시오.',
  lapsed: '10분이 지나 끝난 요청입니다. 필요하면 새로 요청해 주십시오.',
  'taken-back': '요청한 사람이 거둔 요청입니다.',
  'break-glass': '이미 비상 단독 송출로 나간 요청입니다.',
};

/** SHA-256 of all that goes on air, in an order that does not depend on who wrote it down. */
export function proposalHash(proposal: NewAnnouncement): string {
  return createHash('sha256').update(canonical(proposal)).digest('hex');
}

/** [A5] A request that still waits. Throws `not-found`, or `conflict` with what became of it. */
export async function requireWaiting(
  records: Records,
  requestId: string,
  at: EpochMs,
): Promise<ReleaseRequest> {
  const request = await records.alarms.request(requestId);
  if (!request)
    throw new Refusal('not-found', '그 요청을 찾을 수 없습니다. 목록을 새로 고쳐 주십시오.');
  const state = releaseStateAt(request, at);
  if (state !== 'waiting') throw new Refusal('conflict', over[state]);
  return request;
}

/** Throws `forbidden` unless the request is the person's own. */
export function requireOwn(request: ReleaseRequest, personId: string): void {
  if (request.requestedBy === personId) return;
  throw new Refusal(
    'forbidden',
    '요청한 사람만 할 수 있습니다. 나가면 안 되는 내용이면 거절해 주십시오.',
  );
}

/** Writes how a request ended; its audit row names the announcement's words. */
export async function decide(
  { records, noted }: { readonly records: Records; readonly noted: Change },
  request: ReleaseRequest,
  decision: Pick<ReleaseRequest, 'state' | 'decidedAt' | 'decidedBy'> &
    Partial<Pick<ReleaseRequest, 'reason' | 'announcementId'>>,
): Promise<ReleaseRequest> {
  const decided = { ...request, ...decision };
  await records.alarms.putRequest(decided);
  noted.touch('announcements');
  return decided;
}

/** What the audit keeps of a request: its title, so that the log names it, and the hash of the rest. */
export function auditOf({ id, requestedBy, hash, proposal, reason }: ReleaseRequest): object {
  return { requestId: id, requestedBy, hash, title: proposal.title, reason };
}

/** With names for people. */
export async function viewRelease(records: Records, request: ReleaseRequest): Promise<ReleaseView> {
  const nameOf = async (id: string) => (await records.people.get(id))?.displayName ?? id;
  return {
    request,
    requestedBy: await nameOf(request.requestedBy),
    decidedBy: request.decidedBy === null ? null : await nameOf(request.decidedBy),
  };
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join()}}`;
}
