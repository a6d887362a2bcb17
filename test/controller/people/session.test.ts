import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSecret } from '../../../controller/people/secret.ts';
import {
  openSession,
  SESSION_IDLE_MS,
  SESSION_LIFE_MS,
  signedInBy,
} from '../../../controller/people/session.ts';
import { openStore } from '../../../controller/store/sqlite-store.ts';
import type { Store } from '../../../controller/store/store.ts';
import { aPerson } from '../../support/values.ts';

const START = 1_800_000_000_000;

describe('a session', () => {
  let folder: string;
  let store: Store;
  let at: number;
  let secret: string;
  const now = () => at;
  const who = () => signedInBy({ store, now }, secret);
  beforeEach(async () => {
    at = START;
    folder = await mkdtemp(join(tmpdir(), 'plaza-session-'));
    store = await openStore({ path: join(folder, 'plaza.db') });
    secret = await store.transact(async (records) => {
      await records.people.put(aPerson({ id: 'kim' }));
      return (await openSession(records, { personId: 'kim' }, START)).secret;
    });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('is known by a secret of 256 bits, of which only the hash is stored', async () => {
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(await store.records.sessions.get(secret)).toBeUndefined();
    expect(await store.records.sessions.get(hashSecret(secret))).toBeDefined();
    expect((await who())?.person.id).toBe('kim');
    expect(await signedInBy({ store, now }, `${secret}x`)).toBeUndefined();
    expect(await signedInBy({ store, now }, undefined)).toBeUndefined();
  });

  it.each([
    { why: 'ends after 12 hours unseen', afterMs: SESSION_IDLE_MS, isOpen: false },
    { why: 'is open just before', afterMs: SESSION_IDLE_MS - 1, isOpen: true },
  ])('$why', async ({ afterMs, isOpen }) => {
    at = START + afterMs;
    expect((await who()) !== undefined).toBe(isOpen);
  });

  it('is moved on by being seen, but ends seven days after its start', async () => {
    for (at = START; at < START + SESSION_LIFE_MS; at += SESSION_IDLE_MS - 1) {
      expect(await who()).toBeDefined();
    }
    at = START + SESSION_LIFE_MS;
    expect(await who()).toBeUndefined();
  });

  it('is written at most once a minute', async () => {
    at = START + 59_000;
    expect((await who())?.session.seenAt).toBe(START);
    at = START + 60_000;
    expect((await who())?.session.seenAt).toBe(at);
  });

  it('does not come back when it was signed out while it was seen', async () => {
    at = START + 120_000;
    const seen = who();
    await store.transact((records) => records.sessions.remove(hashSecret(secret)));
    await seen;
    expect(await store.records.sessions.get(hashSecret(secret))).toBeUndefined();
  });

  it('opens nothing for a disabled person', async () => {
    await store.transact((records) => records.people.put(aPerson({ id: 'kim', disabled: true })));
    expect(await who()).toBeUndefined();
  });
});
