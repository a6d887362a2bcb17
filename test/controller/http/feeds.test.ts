import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../shared/content/person.ts';
import type { FeedFields } from '../../../shared/content/feed.ts';
import type { PersonId } from '../../support/house-fixture.ts';
import { readCalendar } from '../../support/read-calendar.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';
import { bookingFields } from '../../support/values.ts';

const EVERYTHING: FeedFields = { name: '내 아이폰', organizationId: null, shopId: null };
const PUBLIC_URL = 'https://board.example.kr';

let controller: TestController;
let nowMs = Date.UTC(2026, 10, 22, 3);
beforeAll(async () => {
  controller = await startTestController({ now: () => nowMs, site: { publicUrl: PUBLIC_URL } });
});
afterAll(() => controller.stop());

async function make(by: PersonId = 'manager', fields: Partial<FeedFields> = {}) {
  const client = await controller.as(by);
  return client.get('createFeed', { body: { ...EVERYTHING, ...fields } });
}
const ask = (path: string, init: RequestInit = {}) => fetch(`${controller.origin}${path}`, init);
const summaries = async (path: string) => {
  const { events } = readCalendar(await (await ask(path)).text());
  return events.map(({ summary }) => summary).sort();
};
async function changePerson(id: PersonId, fields: Partial<Person>) {
  await controller.store.transact(async (records) => {
    await records.people.put({ ...(await records.people.get(id))!, ...fields });
  });
}

describe('GET /feeds/SECRET.ics', () => {
  it('is a calendar for whoever has the link, without a session', async () => {
    const { path } = await make();
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    const { events } = readCalendar(await response.text());
    const bread = events.find(({ summary }) => summary === '기본 편성 (보리빵집)');
    expect(bread?.location).toBe('창동역 1번 출구 광장');
    expect(bread?.description).toContain('bread');
    expect(bread?.component.getFirstPropertyValue('url')).toBe(
      `${PUBLIC_URL}/console#/bookings/bread-booking`,
    );
  });

  it('costs nothing when nothing changed', async () => {
    const { path } = await make();
    const first = await ask(path);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    nowMs += 3 * 3_600_000;
    const again = await ask(path, { headers });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const head = await ask(path, { method: 'HEAD' });
    expect(head.headers.get('etag')).toBe(first.headers.get('etag'));
  });

  it('tells a change by its version and its time, and forgets what ended', async () => {
    const manager = await controller.as('manager');
    const { path } = await make('manager', { shopId: 'bakery' });
    const booking = { ...bookingFields({ shopId: 'bakery', slideIds: ['bread'] }), name: '오븐' };
    const made = await manager.get('createBooking', { body: booking });
    const before = await ask(path);
    nowMs += 60_000;
    const params = { bookingId: made.id };
    const body = { ...booking, name: '새 오븐', version: made.version };
    const saved = await manager.get('saveBooking', { params, body });
    const after = await ask(path);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    const event = readCalendar(await after.text()).events.find(({ uid }) => uid.includes(made.id));
    expect(event).toMatchObject({ summary: '새 오븐 (보리빵집)', sequence: saved.version });
    const changed = String(event?.component.getFirstPropertyValue('last-modified'));
    expect(Date.parse(changed)).toBe(nowMs);
    await manager.get('endBooking', { params, body: { version: saved.version } });
    expect(await summaries(path)).toEqual(['기본 편성 (보리빵집)']);
  });

  it.each([
    { of: {}, name: '전자게시대 편성', count: 2 },
    { of: { organizationId: 'office' }, name: '전자게시대 편성 · 도봉구청', count: 1 },
    { of: { shopId: 'bakery' }, name: '전자게시대 편성 · 보리빵집', count: 1 },
    { of: { organizationId: 'fund' }, name: '전자게시대 편성 · 재단', count: 0 },
  ])('holds the bookings of $name only', async ({ of, name, count }) => {
    const { path } = await make('officer', of);
    const { calendar, events } = readCalendar(await (await ask(path)).text());
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(name);
    expect(events).toHaveLength(count);
  });

  it('skips the days on which its shop is shut', async () => {
    const manager = await controller.as('manager');
    const shop = (await controller.store.records.shops.get('bakery'))!;
    await controller.store.transact((records) =>
      records.shops.put({ ...shop, closedDates: ['2026-12-24'] }),
    );
    const fields = { shopId: 'bakery', slideIds: ['bread'], fromDate: '2026-12-23' };
    await manager.get('createBooking', {
      body: { ...bookingFields(fields), name: '성탄', toDate: '2026-12-26', skipClosedDays: true },
    });
    const { path } = await make('manager', { shopId: 'bakery' });
    const { events } = readCalendar(await (await ask(path)).text());
    const event = events.find(({ summary }) => summary.startsWith('성탄'));
    expect(String(event?.component.getFirstPropertyValue('exdate'))).toBe('2026-12-24');
  });

  it('answers the same to an unknown, a revoked and a useless link', async () => {
    const revoked = await make();
    const manager = await controller.as('manager');
    await manager.get('revokeFeed', { params: { feedId: revoked.feed.id } });
    const disabled = await make('second-officer');
    await changePerson('second-officer', { disabled: true });
    const without = await make('viewer');
    await changePerson('viewer', { grants: [] });
    const unknown = `/feeds/${'a'.repeat(43)}.ics`;
    const paths = [unknown, revoked.path, disabled.path, without.path, '/feeds/x.ics'];
    const answers = await Promise.all(
      paths.map(async (path) => {
        const response = await ask(path);
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 /);
  });

  it('slows down who guesses, and nobody who reads', async () => {
    const guesser = await startTestController({ now: () => nowMs });
    const made = await (await guesser.as('manager')).get('createFeed', { body: EVERYTHING });
    const get = async (path: string) => (await fetch(`${guesser.origin}${path}`)).status;
    const statuses = new Set<number>();
    for (let guess = 0; guess < 65; guess += 1) {
      if (guess < 10) expect(await get(made.path)).toBe(200);
      statuses.add(await get(`/feeds/${String(guess).padStart(43, 'b')}.ics`));
    }
    expect([...statuses]).toEqual([404, 429]);
    await guesser.stop();
  });
});

describe('the list of feeds', () => {
  it("holds one's own, and everybody's for who manages people", async () => {
    const { feed } = await make('baker', { name: '빵집 전화' });
    const idsOf = async (id: PersonId) =>
      (await (await controller.as(id)).get('listFeeds')).map((one) => one.id);
    expect(await idsOf('baker')).toEqual([feed.id]);
    expect(await idsOf('guild-admin')).toContain(feed.id);
    expect(await idsOf('admin')).toContain(feed.id);
    expect(await idsOf('officer')).not.toContain(feed.id);
  });

  it('keeps no secret, and tells when the link was last read', async () => {
    const { feed, path } = await make('manager', { name: '읽는 전화' });
    const secret = /feeds\/(.*)\.ics/.exec(path)?.[1] ?? '';
    expect(secret).toMatch(/^[\w-]{43}$/);
    const find = async () => (await controller.store.records.feeds.get(feed.id))!;
    expect((await find()).readAt).toBeNull();
    await ask(path);
    expect((await find()).readAt).toBe(nowMs);
    nowMs += 60_000;
    await ask(path);
    expect((await find()).readAt).toBe(nowMs - 60_000);
    const entries = await controller.store.records.audit.page(null, 100);
    expect(JSON.stringify([entries, await find(), controller.log])).not.toContain(secret);
  });

  it('writes into the audit log who made and who revoked a link', async () => {
    const { feed } = await make('baker');
    const admin = await controller.as('guild-admin');
    await admin.get('revokeFeed', { params: { feedId: feed.id } });
    const [revoked, created] = await controller.store.records.audit.page(null, 2);
    const subjectId = feed.id;
    expect(revoked).toMatchObject({ action: 'feed.revoke', personId: 'guild-admin', subjectId });
    expect(created).toMatchObject({ action: 'feed.create', personId: 'baker', subjectId });
  });

  it('is not for others to shorten', async () => {
    const { feed, path } = await make('officer');
    const manager = await controller.as('manager');
    const sent = await manager.send('revokeFeed', { params: { feedId: feed.id } });
    expect(sent.problem?.code).toBe('not-found');
    expect((await ask(path)).status).toBe(200);
  });

  it.each([
    { of: { organizationId: 'nobody' }, field: 'organizationId' },
    { of: { shopId: 'nobody' }, field: 'shopId' },
    { of: { organizationId: 'office', shopId: 'bakery' }, field: 'shopId' },
  ])('refuses a feed of $of', async ({ of, field }) => {
    const manager = await controller.as('manager');
    const sent = await manager.send('createFeed', { body: { ...EVERYTHING, ...of } });
    expect(sent.problem).toMatchObject({ code: 'invalid', fields: [{ path: field }] });
  });

  it('holds 20 of a person at most', async () => {
    const admin = await controller.as('admin');
    for (let count = 0; count < 20; count += 1) await admin.get('createFeed', { body: EVERYTHING });
    const sent = await admin.send('createFeed', { body: EVERYTHING });
    expect(sent.problem?.code).toBe('conflict');
  });
});
