/** Four eyes are not two accounts of one person: by a table over the audit log, and over HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isSameHand } from '../../../controller/people/same-hand.ts';
import type { AuditEntry } from '../../../controller/store/audit-store.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { approvalOf } from '../../support/approval.ts';
import { anEmergency } from '../../support/emergency.ts';
import { openReviewedHouse, type ReviewedHouse } from '../../support/reviewed-house.ts';
import { TestClient } from '../../support/test-client.ts';
import { noticeContent } from '../../support/values.ts';

const PASSWORD = 'long enough words';
const OFFICER = { role: 'officer', organizationId: 'office', shopId: null } as const;

let house: ReviewedHouse;
let clock = Date.parse('2026-11-23T12:00:00+09:00');
let people = 0;
beforeAll(async () => {
  house = await openReviewedHouse({ now: () => clock });
});
afterAll(() => house.controller.stop());
beforeEach(() => {
  // What an earlier test did is no longer new.
  clock += 30 * DAY_MS;
});

type Row = readonly [hoursAgo: number, by: string, action: string, on: string, changes?: object];
const plain = { displayName: '김', email: null, grants: [OFFICER], disabled: false };

async function sameHand(...rows: readonly Row[]): Promise<boolean> {
  const { store } = house.controller.context;
  await store.transact(async (records) => {
    for (const [hoursAgo, by, action, on, changes] of rows) {
      const entry: Omit<AuditEntry, 'id'> = {
        ...{ at: clock - hoursAgo * HOUR_MS, personId: by, actor: by, subjectId: on },
        action: `person.${action}`,
        before: changes ? plain : null,
        after: changes ? { ...plain, ...changes } : null,
      };
      await records.audit.add(entry);
    }
  });
  return isSameHand(store.records, ['kim', 'lee'], clock);
}

describe('isSameHand', () => {
  it.each<{ why: string; rows: readonly Row[]; is: boolean }>([
    { why: 'nobody has done anything', rows: [], is: false },
    { why: 'one invited the other', rows: [[23, 'kim', 'invite', 'lee']], is: true },
    { why: 'the other invited the one', rows: [[23, 'lee', 'invite', 'kim']], is: true },
    { why: 'it was a day ago', rows: [[24, 'kim', 'invite', 'lee']], is: false },
    { why: 'one sent a new link', rows: [[1, 'kim', 'reinvite', 'lee']], is: true },
    { why: 'one turned two steps off', rows: [[1, 'kim', 'two-step-off', 'lee']], is: true },
    { why: 'one gave rights', rows: [[1, 'kim', 'save', 'lee', { grants: [] }]], is: true },
    {
      why: 'one wrote the address',
      rows: [[1, 'kim', 'save', 'lee', { email: 'a@b.kr' }]],
      is: true,
    },
    {
      why: 'one let them in again',
      rows: [[1, 'kim', 'save', 'lee', { disabled: true }]],
      is: true,
    },
    {
      why: 'one wrote the name',
      rows: [[1, 'kim', 'save', 'lee', { displayName: '이' }]],
      is: false,
    },
    { why: 'one ended the sessions', rows: [[1, 'kim', 'end-sessions', 'lee']], is: false },
    { why: 'a third one did', rows: [[1, 'park', 'invite', 'lee']], is: false },
    { why: 'each changed themselves', rows: [[1, 'lee', 'two-step-off', 'lee']], is: false },
    {
      why: 'an old invitation was used just now',
      rows: [
        [6 * 24, 'kim', 'invite', 'lee'],
        [1, 'lee', 'accept-invite', 'lee'],
      ],
      is: true,
    },
    {
      why: 'an old address got a link just now',
      rows: [
        [6 * 24, 'kim', 'save', 'lee', { email: 'a@b.kr' }],
        [1, 'lee', 'reset-password', 'lee'],
      ],
      is: true,
    },
    {
      why: 'another invited since',
      rows: [
        [9, 'kim', 'invite', 'lee'],
        [2, 'park', 'reinvite', 'lee'],
      ],
      is: true,
    },
    {
      why: 'one invited who invited the other',
      rows: [
        [9, 'kim', 'invite', 'park'],
        [2, 'park', 'invite', 'lee'],
      ],
      is: true,
    },
  ])('[P17] where $why: $is', async ({ rows, is }) => {
    expect(await sameHand(...rows)).toBe(is);
  });
});

/** Somebody whom the administrator invited, signed in. */
async function invited(grant: object): Promise<TestClient> {
  const loginName = `second-hand-${people++}`;
  // A proof of now: inviting asks for one.
  const admin = await house.controller.as('admin');
  const { inviteSecret } = await admin.get('invitePerson', {
    body: { loginName, displayName: '둘째', email: null, grants: [grant] as never },
  });
  const { headers } = await house.controller.anonymous.send('acceptInvite', {
    body: { secret: inviteSecret, password: PASSWORD },
  });
  const cookie = headers.getSetCookie()[0]!.split(';')[0]!;
  return new TestClient(house.controller.origin, { cookie });
}

async function asked(by: TestClient) {
  const body = anEmergency({ expiresAt: clock + HOUR_MS });
  const { request } = await by.get('requestRelease', { body });
  return { params: { requestId: request.id }, body: { hash: request.hash } };
}

it('[A8] whom one has invited does not release their request, nor they the other’s, for a day', async () => {
  const second = await invited(OFFICER);
  const admin = await house.controller.as('admin');
  for (const [one, other] of [
    [admin, second],
    [second, admin],
  ] as const) {
    const request = await asked(one);
    const { problem } = await other.send('releaseAnnouncement', request);
    expect(problem?.code).toBe('forbidden');
    expect(problem?.title).toMatch(/다른 담당자.*비상 단독 송출/);
    const third = await house.controller.as('officer');
    expect((await third.send('releaseAnnouncement', request)).status).toBe(200);
  }
});

it('[A8] a day later they do', async () => {
  const second = await invited(OFFICER);
  for (let hours = 0; hours < 24; hours += 6) {
    clock += 6 * HOUR_MS;
    await second.get('readSession');
  }
  const request = await asked(await house.controller.as('admin'));
  expect((await second.send('releaseAnnouncement', request)).status).toBe(200);
});

it('[V13] whom the author has invited is no second person for a slide that needs one', async () => {
  const administrator = { role: 'administrator', organizationId: 'guild', shopId: null };
  const second = await invited(administrator);
  const admin = await house.controller.as('admin');
  const draft = (text: string) =>
    admin.get('createSlide', {
      body: {
        ...{ organizationId: 'guild', shopId: null },
        ...{ content: noticeContent(text), dwellSeconds: 15 },
      },
    });
  const approve = (by: TestClient, view: SlideView) =>
    by.send('approveSlide', { params: { slideId: view.slide.id }, body: approvalOf(view) });
  const view = await draft('문의 010-1234-5678');
  const { problem } = await approve(second, view);
  expect(problem?.code).toBe('forbidden');
  expect(problem?.title).toMatch(/24시간.*다른 담당자에게 승인을 요청/);
  const manager = await house.controller.as('manager');
  expect((await approve(manager, view)).status).toBe(200);
  expect((await approve(second, await draft('김장 나눔'))).status).toBe(200);
});
