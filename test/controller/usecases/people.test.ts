import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../shared/content/person.ts';
import { forgetExpired } from '../../../controller/usecases/forget-expired.ts';
import { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';

const START = 1_800_000_000_000;
const PASSWORD = 'long enough words';
const MANAGER = { role: 'manager', organizationId: 'guild', shopId: null };

let controller: TestController;
let admin: TestClient;
let at: number;
beforeEach(async () => {
  at = START;
  controller = await startTestController({ now: () => at });
  admin = await controller.as('admin');
});
afterEach(() => controller.stop());

const invite = () =>
  admin.get('invitePerson', {
    body: { loginName: 'newcomer', displayName: '새 담당자', email: null, grants: [MANAGER] },
  });
const accept = (secret: string) =>
  controller.anonymous.send('acceptInvite', { body: { secret, password: PASSWORD } });
const save = (person: Person, changes: Partial<Person>) =>
  admin.send('savePerson', {
    params: { personId: person.id },
    body: {
      displayName: person.displayName,
      email: person.email,
      grants: person.grants,
      disabled: person.disabled,
      version: person.version,
      ...changes,
    },
  });

describe('an invited person', () => {
  it('sets a password by the link, once, and is signed in', async () => {
    const { person, inviteSecret, expiresAt } = await invite();
    expect(expiresAt).toBe(START + 7 * 86_400_000);
    const accepted = await accept(inviteSecret);
    expect(accepted.value?.session?.person).toEqual(person);
    const cookie = accepted.headers.getSetCookie()[0]!.split(';')[0]!;
    const client = new TestClient(controller.origin, { cookie });
    expect((await client.get('readSession')).person.id).toBe(person.id);
    expect((await accept(inviteSecret)).problem?.code).toBe('gone');
    const signedIn = await controller.anonymous.send('signIn', {
      body: { loginName: 'newcomer', password: PASSWORD },
    });
    expect(signedIn.status).toBe(200);
  });

  it('is too late after seven days', async () => {
    const { inviteSecret } = await invite();
    at += 7 * 86_400_000;
    expect((await accept(inviteSecret)).problem?.code).toBe('gone');
    await forgetExpired(controller.context);
    expect((await accept(inviteSecret)).problem?.code).toBe('gone');
  });

  it('who lost the link or the password gets another, and the first stops working', async () => {
    const { person, inviteSecret } = await invite();
    const again = await admin.get('reinvitePerson', { params: { personId: person.id } });
    expect((await accept(inviteSecret)).problem?.code).toBe('gone');
    expect((await accept(again.inviteSecret)).status).toBe(200);
  });

  it('has a login name of their own', async () => {
    await invite();
    const { problem } = await admin.send('invitePerson', {
      body: { loginName: 'newcomer', displayName: '또', email: null, grants: [MANAGER] },
    });
    expect(problem).toMatchObject({ code: 'conflict', fields: [{ path: 'loginName' }] });
  });

  it('who was disabled before the link was used stays out', async () => {
    const { person, inviteSecret } = await invite();
    expect((await save(person, { disabled: true })).status).toBe(200);
    expect((await accept(inviteSecret)).problem?.code).toBe('gone');
  });
});

describe('a person', () => {
  const managerPerson = async () => (await controller.store.records.people.get('manager'))!;

  it('loses rights at once, in sessions that are open too', async () => {
    const manager = await controller.as('manager');
    const viewer = { role: 'viewer', organizationId: null, shopId: null } as const;
    expect((await save(await managerPerson(), { grants: [viewer] })).value).toMatchObject({
      grants: [viewer],
      version: 2,
    });
    const refused = await manager.send('withdrawSlide', {
      params: { slideId: 'bread' },
      body: { version: 1 },
    });
    expect(refused.problem?.code).toBe('forbidden');
  });

  it('who is disabled is signed out and stays out when enabled again', async () => {
    const manager = await controller.as('manager');
    const disabled = await save(await managerPerson(), { disabled: true });
    expect((await manager.send('readSession')).status).toBe(401);
    expect((await save(disabled.value!, { disabled: false })).status).toBe(200);
    expect((await manager.send('readSession')).status).toBe(401);
  });

  it('is saved by one of two at the same time', async () => {
    const person = await managerPerson();
    const both = await Promise.all([
      save(person, { displayName: '하나' }),
      save(person, { displayName: '둘' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('who is the last to administer everything cannot be demoted or disabled', async () => {
    const person = (await controller.store.records.people.get('admin'))!;
    for (const changes of [{ disabled: true }, { grants: [MANAGER] as Person['grants'] }]) {
      const before = controller.fingerprint();
      expect((await save(person, changes)).problem?.code).toBe('conflict');
      expect(controller.fingerprint()).toBe(before);
    }
  });

  it('is listed for who manages them', async () => {
    const guildAdmin = await controller.as('guild-admin');
    const ids = (await guildAdmin.get('listPeople')).map(({ id }) => id);
    expect(ids).toEqual(['baker', 'guild-admin', 'manager']);
    expect(await admin.get('listPeople')).toHaveLength(7);
  });
});
