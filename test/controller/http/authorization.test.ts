/**
 * Who may do what: every endpoint against everyone. policies.ts and rights-grid.ts are the policy; what everybody
 * must be answered is computed from them (U10 to U12).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret, newSecret } from '../../../controller/people/secret.ts';
import { roles, rights, rightsOfRole } from '../../../shared/content/person.ts';
import { endpoints } from '../../../shared/protocol/http/endpoints.ts';
import { actors, seedActors } from '../../support/house-actors.ts';
import { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { callsOf, names } from './matrix.ts';
import { policies } from './policies.ts';
import { gridRights, rightsInGrid } from './rights-grid.ts';

/** Open to everybody without a right of theirs being looked at. */
const OPEN = {
  nobody: 'public',
  board: 'device',
  entering: 'entering',
  session: 'session',
} as const;
const isOpen = (needs: string): needs is keyof typeof OPEN => needs in OPEN;

describe('[U10] the policy', () => {
  it('knows every right, and the program gives each role what the grid gives it', () => {
    expect([...gridRights].sort()).toEqual([...rights].sort());
    for (const role of roles)
      expect([...rightsOfRole[role]].sort(), role).toEqual([...rightsInGrid(role)].sort());
  });

  it.each(names)('is what %s says of itself', (name) => {
    const { needs } = policies[name];
    expect(endpoints[name].access).toBe(isOpen(needs) ? OPEN[needs] : needs);
  });
});

describe('[U11] everyone at every endpoint', () => {
  let controller: TestController;
  const clients = new Map<string, TestClient>();
  let strangers: Readonly<Record<string, TestClient>>;
  beforeAll(async () => {
    controller = await startTestController();
    await controller.store.transact(seedActors);
    for (const { id } of actors) clients.set(id, await clientOf(id));
    strangers = await theStrangers(controller);
  });
  afterAll(() => controller.stop());
  const clientOf = async (id: string) =>
    new TestClient(controller.origin, { cookie: await controller.cookieOf(id) });

  it.each(names)('%s is closed to whoever has no session and no token for it', async (name) => {
    const { needs, sent, at, within } = policies[name];
    const call = sent ?? Object.values({ ...at, ...within })[0] ?? {};
    const before = controller.fingerprint();
    for (const [who, client] of Object.entries(strangers)) {
      const code = (await client.send(name, call)).problem?.code;
      // Whoever is in as a person is no board either.
      if (who === 'an administrator' && needs !== 'board') continue;
      const may = needs === 'nobody' || (needs === 'board' && who === 'a board');
      if (may) expect(code, who).not.toBe('unauthenticated');
      else expect(code, who).toBe('unauthenticated');
    }
    if (needs !== 'nobody') expect(controller.fingerprint()).toBe(before);
  });

  it.each(names)('%s is closed to everybody whose rights do not cover it', async (name) => {
    const calls = callsOf(name).flatMap((call) => actors.map((actor) => ({ call, actor })));
    const before = controller.fingerprint();
    for (const { call, actor } of calls) {
      const codes = call.refusedAs(actor.grants);
      if (codes.length === 0) continue;
      const { problem } = await clients.get(actor.id)!.send(name, call.sent);
      expect(codes, `${actor.id}, ${call.about}: ${String(problem?.code)}`).toContain(
        problem?.code,
      );
    }
    expect(controller.fingerprint()).toBe(before);
  });

  it.each(names)('%s is open to everybody whose rights do', async (name) => {
    for (const call of callsOf(name)) {
      for (const { id, grants } of actors) {
        if (call.refusedAs(grants).length > 0) continue;
        // Who signs out needs another session afterwards.
        const client = name === 'signOut' ? await clientOf(id) : clients.get(id)!;
        const code = (await client.send(name, call.sent)).problem?.code ?? '';
        expect(['unauthenticated', 'forbidden', 'internal'], `${id}, ${call.about}`).not.toContain(
          code,
        );
      }
    }
    expect(controller.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

/** Whoever comes without what counts. */
async function theStrangers(controller: TestController): Promise<Record<string, TestClient>> {
  const { origin, store } = controller;
  const client = (headers: Record<string, string>) => new TestClient(origin, headers);
  const past = Date.now() - 1;
  const expired = newSecret();
  await store.transact(async (records) => {
    const admin = (await records.people.get('admin'))!;
    await records.people.put({ ...admin, id: 'gone', loginName: 'gone', disabled: true });
    await records.sessions.put({
      ...{ id: hashSecret(expired), personId: 'admin', createdAt: 0, seenAt: 0, expiresAt: past },
      ...{ confirmedAt: null, device: '' },
    });
  });
  const revoked = await controller.deviceToken('board');
  const board = await controller.deviceToken('board');
  return {
    anonymous: controller.anonymous,
    'a made-up session': client({ cookie: 'plaza-session=made-up' }),
    'an administrator': client({ cookie: await controller.cookieOf('admin') }),
    'an expired session': client({ cookie: `plaza-session=${expired}` }),
    'a disabled administrator': client({ cookie: await controller.cookieOf('gone') }),
    'a board': client({ authorization: `Bearer ${board}` }),
    'a board whose token was revoked': client({ authorization: `Bearer ${revoked}` }),
    'a session in the wrong place': client({
      authorization: `Bearer ${(await controller.cookieOf('admin')).split('=')[1] ?? ''}`,
    }),
    'a token in the wrong place': client({ cookie: `plaza-session=${board}` }),
  };
}
