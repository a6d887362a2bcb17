/** Emergencies in tests, put on air as two people do it. */
import type { AnnouncementView } from '../../shared/protocol/http/screens.ts';
import { openSessionBy, type ConsoleSession } from './console-session.ts';
import type { PersonId } from './house-fixture.ts';
import type { TestController } from './test-controller.ts';

/** Anything: tests send what no type allows. */
export interface EmergencyFields {
  readonly expiresAt: number;
  readonly [field: string]: unknown;
}

/** What an emergency says unless told; `expiresAt` is always told. */
export function anEmergency(fields: EmergencyFields) {
  return {
    ...{ level: 'emergency', title: '호우경보', body: null, source: '도봉구청 안전총괄과' },
    ...{ screens: 'all', drill: false, corrects: null, unblank: false },
    ...fields,
  };
}

/** The one asks, the other releases. */
export async function putEmergencyOnAir(
  controller: TestController,
  fields: EmergencyFields,
  [asks, releases]: readonly [PersonId, PersonId] = ['officer', 'second-officer'],
): Promise<AnnouncementView> {
  const asking = await controller.as(asks);
  const { request } = await asking.get('requestRelease', { body: anEmergency(fields) });
  const { id: requestId, hash } = request;
  const releasing = await controller.as(releases);
  return releasing.get('releaseAnnouncement', { params: { requestId }, body: { hash } });
}

/** Two officers whom the administrator invites: neither made the other's account, so they are two people. */
export const FIRST = {
  loginName: 'first',
  displayName: '김주무관',
  password: 'first-person-2026',
} as const;
export const SECOND = {
  loginName: 'second',
  displayName: '박주무관',
  password: 'second-person-2026',
} as const;

/** Makes both in a running controller, as administrators, and signs them in. */
export async function inviteTwo(
  origin: string,
  administrator: ConsoleSession,
): Promise<{ readonly first: ConsoleSession; readonly second: ConsoleSession }> {
  const invite = async ({ password, ...names }: typeof FIRST | typeof SECOND) => {
    const grants = [{ role: 'administrator', organizationId: null, shopId: null }];
    const fields = { ...names, email: null, grants };
    const invited = await administrator.call('POST', '/api/people', fields);
    if (invited.status !== 200) throw new Error(JSON.stringify(invited.value));
    const { inviteSecret: secret } = invited.value as { inviteSecret: string };
    return openSessionBy(origin, '/api/invites', { secret, password });
  };
  return { first: await invite(FIRST), second: await invite(SECOND) };
}

/** Releases whatever the first of the two has asked for. Resolves with the announcement's id. */
export async function releaseWaiting(second: ConsoleSession): Promise<string> {
  const { value } = await second.call('GET', '/api/alarms');
  const { requests } = value as {
    requests: { request: { id: string; hash: string; state: string }; requestedBy: string }[];
  };
  const waiting = requests.find(
    ({ request, requestedBy }) => request.state === 'waiting' && requestedBy === FIRST.displayName,
  );
  if (!waiting) throw new Error('nobody asked for a release');
  const { id, hash } = waiting.request;
  const released = await second.call('POST', `/api/release-requests/${id}/release`, { hash });
  if (released.status !== 200) throw new Error(JSON.stringify(released.value));
  return (released.value as { announcement: { id: string } }).announcement.id;
}
