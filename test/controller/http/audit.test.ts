/** The audit log over HTTP: searched, paged, taken along. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChainedRow } from '../../../controller/audit/chain.ts';
import { verifyChain } from '../../../controller/audit/verify-chain.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';

/** Midnight in Seoul, where the board of the house stands. */
const DAY = Date.UTC(2026, 10, 21, 15);
const HOUR = 3_600_000;

const row = (fields: object) => ({
  ...{ at: DAY, personId: null, actor: '시스템(plans)', action: 'slide.save', subjectId: 's' },
  ...{ before: null, after: null },
  ...fields,
});
const written = [
  row({ at: DAY - 1, subjectId: 'last-night' }),
  row({ personId: 'manager', actor: '김매니저', after: { title: { ko: '국수 "특가" 50%' } } }),
  row({ at: DAY + HOUR, action: 'slides.save', subjectId: 'other-noun' }),
  row({ at: DAY + 2 * HOUR, action: 'booking.end', subjectId: 'noodles', before: { a: '=1+1' } }),
  row({ at: DAY + 24 * HOUR - 1, personId: 'officer', actor: 'Officer', subjectId: 'late' }),
  row({ at: DAY + 24 * HOUR, action: 'slide.approve', subjectId: 'tomorrow' }),
];

let controller: TestController;
let admin: TestClient;
beforeAll(async () => {
  controller = await startTestController();
  await controller.store.transact(async (records) => {
    for (const entry of written) await records.audit.add(entry);
  });
  admin = await controller.as('admin');
});
afterAll(() => controller.stop());

const found = async (query: Record<string, string>) => {
  const { entries, nextBeforeId } = await admin.get('listAudit', { query });
  expect(nextBeforeId).toBeNull();
  return entries.map(({ id }) => id);
};
const file = (query: string, headers = admin.headers) =>
  fetch(`${controller.origin}/api/audit/export?${query}`, { headers });

describe('the audit log', () => {
  it.each<{ why: string; query: Record<string, string>; ids: number[] }>([
    { why: 'nothing in particular', query: {}, ids: [6, 5, 4, 3, 2, 1] },
    { why: 'a person', query: { personId: 'manager' }, ids: [2] },
    {
      why: 'a kind of thing, and no other that begins like it',
      query: { action: 'slide' },
      ids: [6, 5, 2, 1],
    },
    { why: 'an action', query: { action: 'slide.approve' }, ids: [6] },
    { why: 'one thing', query: { subjectId: 'noodles' }, ids: [4] },
    {
      why: 'one day of the place',
      query: { from: '2026-11-22', to: '2026-11-22' },
      ids: [5, 4, 3, 2],
    },
    { why: 'days up to one', query: { to: '2026-11-21' }, ids: [1] },
    { why: 'days from one', query: { from: '2026-11-23' }, ids: [6] },
    { why: 'days of which nothing is known', query: { from: '2030-01-01' }, ids: [] },
    { why: 'a word of the change', query: { text: '국수' }, ids: [2] },
    { why: 'all of several words', query: { text: ' 김매니저  특가 ' }, ids: [2] },
    { why: 'words of which one is nowhere', query: { text: '국수 없음' }, ids: [] },
    { why: 'quotes as they were typed', query: { text: '"특가"' }, ids: [2] },
    { why: 'a sign that SQL knows', query: { text: '%' }, ids: [2] },
    { why: 'another one', query: { text: '_' }, ids: [] },
    { why: 'Latin letters of any size', query: { text: 'oFFicer' }, ids: [5] },
    { why: 'what would end a string', query: { text: "' or 1=1 --" }, ids: [] },
    {
      why: 'several things at once',
      query: { action: 'slide', from: '2026-11-22', to: '2026-11-22', text: 'late' },
      ids: [5],
    },
  ])('[U8] is searched by $why', async ({ query, ids }) => {
    expect(await found(query)).toEqual(ids);
  });

  it('[U8] refuses days that run backwards by the field', async () => {
    const query = { from: '2026-11-23', to: '2026-11-22' };
    const { problem } = await admin.send('listAudit', { query });
    expect(problem).toMatchObject({ code: 'invalid', fields: [{ path: 'to' }] });
  });

  it('[U9] is taken along as lines that another program can check', async () => {
    const response = await file('format=jsonl');
    expect(response.headers.get('content-type')).toContain('application/jsonl');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="audit-\d{4}-\d\d-\d\d\.jsonl"$/,
    );
    const lines = (await response.text()).trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as ChainedRow);
    const head = (await controller.store.records.audit.head())!;
    expect(verifyChain(rows, [head])).toEqual({ rows: 6, head, bad: null });
  });

  it('[U9] is taken along as a table, no more of it than is looked for', async () => {
    const response = await file('format=csv&subjectId=noodles');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.bytes());
    expect(text).toMatch(/^\uFEFF"번호"/);
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^"4","2026-11-22","02:00:00","시스템\(plans\)","편성 · 끝냄"/);
  });

  it('[U8] is not taken along by anybody else', async () => {
    const { headers } = await controller.as('guild-admin');
    expect((await file('format=csv', headers)).status).toBe(403);
    expect((await file('format=csv', {})).status).toBe(401);
  });

  it('is left alone by who goes away in the middle', async () => {
    const ending = new AbortController();
    const response = await fetch(`${controller.origin}/api/audit/export?format=csv`, {
      headers: admin.headers,
      signal: ending.signal,
    });
    expect(response.status).toBe(200);
    ending.abort();
    expect(await found({ personId: 'manager' })).toEqual([2]);
    expect(controller.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a long audit log', () => {
  let long: TestController;
  beforeAll(async () => {
    long = await startTestController();
    await long.store.transact(async (records) => {
      for (let index = 0; index < 10_400; index += 1) {
        await records.audit.add(row({ subjectId: index === 7 ? 'needle' : 'hay' }));
      }
    });
  });
  afterAll(() => long.stop());

  it('[U8] is searched in pieces, each of which says how far it came', async () => {
    const client = await long.as('admin');
    const query = { text: 'needle' };
    const first = await client.get('listAudit', { query });
    expect(first).toEqual({ entries: [], nextBeforeId: 401 });
    const second = await client.get('listAudit', { query: { ...query, beforeId: '401' } });
    expect(second).toMatchObject({ entries: [{ id: 8 }], nextBeforeId: null });
  });

  it('is paged without a gap and without doubles', async () => {
    const client = await long.as('admin');
    const ids: number[] = [];
    for (let beforeId: number | null = 351; beforeId !== null;) {
      const page: Awaited<ReturnType<typeof client.get<'listAudit'>>> = await client.get(
        'listAudit',
        { query: { beforeId: String(beforeId) } },
      );
      ids.push(...page.entries.map(({ id }) => id));
      beforeId = page.nextBeforeId;
    }
    expect(ids).toEqual(Array.from({ length: 350 }, (_, index) => 350 - index));
  });
});
