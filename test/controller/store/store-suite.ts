/** What every store must do, whatever database it stands on. Each store's test file runs it. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../controller/store/store.ts';
import { anOrganization, aPerson, aRevision, aSlide } from '../../support/values.ts';
import { describeAccountRecords } from './account-suite.ts';
import { describeHistoryRecords } from './history-suite.ts';
import { describeProofRecords } from './proof-suite.ts';
import { describeAlarmRecords } from './alarm-suite.ts';
import { describeScanRecords } from './scan-suite.ts';

const NOW = 1_800_000_000_000;

/** A store over an empty database, and how to open the same one again. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Closes and opens again. */
  reopen(): Promise<Store>;
  dispose(): Promise<void>;
}

export function describeStore(name: string, start: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let subject: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      subject = await start();
      store = subject.store;
    });
    afterEach(() => subject.dispose());
    const write = <T>(work: Parameters<Store['transact']>[0]) => store.transact(work) as Promise<T>;

    describe('transactions', () => {
      it('keep what was committed over a restart', async () => {
        await write((r) => r.organizations.put(anOrganization({ id: 'guild' })));
        const again = await subject.reopen();
        expect(await again.records.organizations.get('guild')).toEqual(
          anOrganization({ id: 'guild' }),
        );
      });

      it('leave nothing behind when the work throws', async () => {
        await expect(
          write(async (r) => {
            await r.settings.set('a', '1');
            throw new Error('no');
          }),
        ).rejects.toThrow('no');
        expect(await store.records.settings.get('a')).toBeUndefined();
      });

      it('hide what is not committed from readers outside', async () => {
        await write(async (r) => {
          await r.settings.set('a', '1');
          expect(await r.settings.get('a')).toBe('1');
          expect(await store.records.settings.get('a')).toBeUndefined();
        });
        expect(await store.records.settings.get('a')).toBe('1');
      });

      it('run one after another, so that no update is lost', async () => {
        await write((r) => r.settings.set('count', '0'));
        const adding = Array.from({ length: 20 }, () =>
          write(async (r) => {
            const count = Number(await r.settings.get('count'));
            await new Promise((resolve) => setImmediate(resolve));
            await r.settings.set('count', String(count + 1));
          }),
        );
        await Promise.all(adding);
        expect(await store.records.settings.get('count')).toBe('20');
      });

      it('go on after one that failed', async () => {
        const failed = write(() => Promise.reject(new Error('no')));
        const next = write((r) => r.settings.set('a', '2'));
        await expect(failed).rejects.toThrow();
        await next;
        expect(await store.records.settings.get('a')).toBe('2');
      });

      it('refuse one inside another instead of waiting for themselves', async () => {
        await expect(write(() => write((r) => r.settings.set('a', '1')))).rejects.toThrow(
          'inside a transaction',
        );
      });

      it('let a timer that the work started have its own later', async () => {
        let later: Promise<unknown> | undefined;
        await write((r) => {
          later = new Promise((resolve) => setTimeout(resolve, 5)).then(() =>
            write((own) => own.settings.set('later', '1')),
          );
          return r.settings.set('a', '1');
        });
        await later;
        expect(await store.records.settings.get('later')).toBe('1');
      });

      it('are refused after the store was closed', async () => {
        await store.close();
        await expect(write((r) => r.settings.set('a', '1'))).rejects.toThrow('closed');
      });
    });

    describe('collections', () => {
      it('list whole values by id and replace them', async () => {
        await write(async (r) => {
          await r.organizations.put(anOrganization({ id: 'b', sharePercent: 1 }));
          await r.organizations.put(anOrganization({ id: 'a' }));
          await r.organizations.put(anOrganization({ id: 'b', sharePercent: 2 }));
        });
        const all = await store.records.organizations.all();
        expect(all.map(({ id, sharePercent }) => [id, sharePercent])).toEqual([
          ['a', anOrganization({ id: 'a' }).sharePercent],
          ['b', 2],
        ]);
        expect(await store.records.shops.all()).toEqual([]);
        expect(await store.records.shops.get('none')).toBeUndefined();
      });

      it('keep Hangul and quotes as they are', async () => {
        const organization = anOrganization({ id: 'a', name: { ko: `창동 '상점가' "연합"; --` } });
        await write((r) => r.organizations.put(organization));
        expect(await store.records.organizations.get('a')).toEqual(organization);
      });
    });

    describe('revisions', () => {
      it('are frozen, ordered, and found many at once', async () => {
        const ids = Array.from({ length: 1200 }, () => randomUUID());
        await write(async (r) => {
          await r.slides.put(aSlide({ id: 's' }));
          for (const [index, id] of ids.entries()) {
            await r.revisions.add(aRevision({ id, slideId: 's', number: index + 1 }));
          }
        });
        const { revisions } = store.records;
        expect((await revisions.ofSlide('s')).map(({ number }) => number).slice(0, 3)).toEqual([
          1, 2, 3,
        ]);
        expect(await revisions.some([...ids, 'unknown'])).toHaveLength(1200);
        expect(await revisions.some([])).toEqual([]);
        const changed = aRevision({ id: ids[0]!, slideId: 's', number: 9999 });
        await expect(write((r) => r.revisions.add(changed))).rejects.toThrow();
        const sameNumber = aRevision({ id: randomUUID(), slideId: 's', number: 1 });
        await expect(write((r) => r.revisions.add(sameNumber))).rejects.toThrow();
      });

      it('belong to a slide that exists when the transaction ends', async () => {
        const orphan = aRevision({ id: 'r', slideId: 'missing', number: 1 });
        await expect(write((r) => r.revisions.add(orphan))).rejects.toThrow();
        expect(await store.records.revisions.get('r')).toBeUndefined();
        await write(async (r) => {
          await r.revisions.add(orphan);
          await r.slides.put(aSlide({ id: 'missing' }));
        });
        expect(await store.records.revisions.get('r')).toEqual(orphan);
      });
    });

    describe('people', () => {
      it('are found by login name, which is unique, and keep their hash when saved', async () => {
        const kim = aPerson({ id: 'p', loginName: 'kim' });
        await write(async (r) => {
          await r.people.put(kim);
          expect(await r.people.passwordHash('p')).toBeUndefined();
          await r.people.setPasswordHash('p', 'hash');
          await r.people.put({ ...kim, displayName: '김' });
        });
        expect(await store.records.people.byLoginName('kim')).toEqual({
          ...kim,
          displayName: '김',
        });
        expect(await store.records.people.passwordHash('p')).toBe('hash');
        expect(JSON.stringify(await store.records.people.all())).not.toContain('hash');
        const double = aPerson({ id: 'q', loginName: 'kim' });
        await expect(write((r) => r.people.put(double))).rejects.toThrow();
      });

      it('have sessions that end at their instant, exclusive', async () => {
        const session = {
          ...{ id: 'x', personId: 'p', createdAt: NOW, seenAt: NOW, expiresAt: NOW + 1 },
          ...{ confirmedAt: null, device: 'Windows · Chrome' },
        };
        await write(async (r) => {
          await r.people.put(aPerson({ id: 'p' }));
          await r.sessions.put(session);
          await r.sessions.put({ ...session, seenAt: NOW + 5, expiresAt: NOW + 9 });
          expect(await r.sessions.removeExpired(NOW + 8)).toBe(0);
        });
        expect(await store.records.sessions.get('x')).toEqual({
          ...session,
          seenAt: NOW + 5,
          expiresAt: NOW + 9,
        });
        expect(await write((r) => r.sessions.removeExpired(NOW + 9))).toBe(1);
        await write(async (r) => {
          await r.sessions.put(session);
          await r.sessions.put({ ...session, id: 'y', seenAt: NOW + 1, confirmedAt: NOW });
          const seen = await r.sessions.ofPerson('p', NOW);
          expect(seen.map(({ id, confirmedAt }) => [id, confirmedAt])).toEqual([
            ['y', NOW],
            ['x', null],
          ]);
          expect(await r.sessions.ofPerson('p', NOW + 1)).toEqual([]);
          await r.sessions.remove('y');
          await r.sessions.removeOfPerson('p');
        });
        expect(await store.records.sessions.get('x')).toBeUndefined();
        await expect(
          write((r) => r.sessions.put({ ...session, personId: 'nobody' })),
        ).rejects.toThrow();
      });
    });

    describe('secrets', () => {
      const secret = { hash: 'h', purpose: 'invite', subjectId: 'p', expiresAt: NOW + 10 } as const;

      it('are taken once, for their purpose, before they expire', async () => {
        await write((r) => r.secrets.put(secret));
        expect(await store.records.secrets.get('h', 'invite', NOW)).toEqual(secret);
        expect(await write((r) => r.secrets.take('h', 'setup', NOW))).toBeUndefined();
        expect(await write((r) => r.secrets.take('h', 'invite', NOW + 10))).toBeUndefined();
        expect(await write((r) => r.secrets.take('h', 'invite', NOW + 9))).toEqual(secret);
        expect(await write((r) => r.secrets.take('h', 'invite', NOW))).toBeUndefined();
      });

      it('go by subject, also by none', async () => {
        await write(async (r) => {
          await r.secrets.put(secret);
          await r.secrets.put({ ...secret, hash: 's', purpose: 'setup', subjectId: null });
          await r.secrets.removeOf('invite', 'other');
          await r.secrets.removeOf('setup', null);
          expect(await r.secrets.get('s', 'setup', NOW)).toBeUndefined();
          expect(await r.secrets.get('h', 'invite', NOW)).toEqual(secret);
          expect(await r.secrets.removeExpired(NOW + 10)).toBe(1);
        });
      });
    });

    describeScanRecords(() => store);
    describeAlarmRecords(() => store);
    describeProofRecords(() => store);
    describeAccountRecords(() => store);
    describeHistoryRecords(() => store);
  });
}
