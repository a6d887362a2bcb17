/** Short links, as a phone in the plaza follows them. */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SlideContent } from '../../../shared/content/slide.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { approvalOf } from '../../support/approval.ts';
import { seoul, TEST_DATE } from '../../support/manifest-builder.ts';
import { addDays } from '../../../shared/time.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';
import { noticeContent } from '../../support/values.ts';

const PHONE =
  'Mozilla/5.0 (Linux; Android 15; CUBOT X70) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36';
const NOW = seoul('15:30:05');
let nowMs = NOW;
let controller: TestController;
let manager: TestClient;
beforeAll(async () => {
  const site = { publicUrl: 'https://plaza.example' };
  controller = await startTestController({ now: () => nowMs, site });
  manager = await controller.as('manager');
});
afterAll(() => controller.stop());

function linked(url: string): SlideContent {
  return { ...noticeContent('환급'), link: { url, label: { ko: '신청하기' } } } as SlideContent;
}

async function write(content: SlideContent): Promise<SlideView> {
  const fields = { organizationId: 'guild', shopId: null, content, dwellSeconds: 20 };
  return manager.get('createSlide', { body: fields });
}

const save = ({ slide }: SlideView, content: SlideContent) =>
  manager.get('saveSlide', {
    params: { slideId: slide.id },
    body: { content, dwellSeconds: 20, version: slide.version },
  });
const step = (name: 'approveSlide' | 'withdrawSlide', view: SlideView) =>
  manager.get(name, {
    params: { slideId: view.slide.id },
    body: name === 'approveSlide' ? approvalOf(view) : { version: view.slide.version },
  });
const codeOf = ({ slide }: SlideView) => slide.shortLink?.code ?? '';
const scansOf = ({ slide }: SlideView) =>
  manager.get('readScans', { params: { slideId: slide.id } });

const follow = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(controller.origin + path, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': PHONE, ...headers },
  });

describe('a short link', () => {
  it('is made with the first link and stays through every edit', async () => {
    const plain = await write(noticeContent('알림'));
    expect(plain.slide.shortLink).toBeUndefined();
    const first = await save(plain, linked('https://one.example/a'));
    expect(codeOf(first)).toMatch(/^[0-9A-HJKMNP-TV-Z]{7}$/);
    const second = await save(first, linked('https://two.example/b'));
    const without = await save(second, noticeContent('알림'));
    expect([codeOf(second), codeOf(without)]).toEqual([codeOf(first), codeOf(first)]);
  });

  it('leads to what was approved, in either case, and goes on after a withdrawal', async () => {
    const draft = await write(linked('https://one.example/a?b=%EA%B0%80'));
    const code = codeOf(draft);
    expect((await follow(`/q/${code}`)).status).toBe(404);
    const approved = await step('approveSlide', draft);
    const moved = await save(approved, linked('https://not-approved.example/'));
    const withdrawn = await step('withdrawSlide', moved);
    expect(withdrawn.slide.state).toBe('withdrawn');
    for (const path of [`/q/${code}`, `/Q/${code}`, `/q/${code.toLowerCase()}`]) {
      const response = await follow(path);
      expect(response.status).toBe(302);
      expect(response.headers.get('location')).toBe('https://one.example/a?b=%EA%B0%80');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  });

  it('is on the boards in capitals', async () => {
    const slide = await step('approveSlide', await write(linked('https://one.example/a')));
    await manager.get('showSlideNow', {
      params: { slideId: slide.slide.id },
      body: { screens: 'all' },
    });
    const held = controller.context.manifests.ofScreen('board')?.manifest;
    const shown = held?.slides.find(({ id }) => id === slide.slide.id);
    expect(shown?.shortUrl).toBe(`HTTPS://PLAZA.EXAMPLE/Q/${codeOf(slide)}`);
    expect(held?.slides.find(({ id }) => id === 'bread')?.shortUrl).toBeUndefined();
  });

  it.each(['/q/ABC2345', '/q/U000000', '/q/%3Cscript%3E', '/q/a'])(
    'answers %s, which is none, with a page that names the plaza',
    async (path) => {
      const response = await follow(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
      const text = await response.text();
      expect(text).toContain('찾는 안내가 없습니다');
      expect(text).toContain('창동역 1번 출구 광장');
      expect(text).not.toContain('script');
    },
  );

  it('slows down who asks without end', async () => {
    const other = await startTestController();
    const statuses = new Set<number>();
    for (let round = 0; round < 310; round += 1)
      statuses.add((await fetch(`${other.origin}/q/ABC2345`)).status);
    expect([...statuses]).toEqual([404, 429]);
    await other.stop();
  });
});

describe('a scan', () => {
  it("is counted on the house's day", async () => {
    const slide = await step('approveSlide', await write(linked('https://one.example/a')));
    nowMs = seoul('23:59:59');
    await follow(`/q/${codeOf(slide)}`);
    await follow(`/q/${codeOf(slide)}`);
    nowMs += 1000;
    await follow(`/q/${codeOf(slide)}`);
    expect(await scansOf(slide)).toEqual({
      shortUrl: `HTTPS://PLAZA.EXAMPLE/Q/${codeOf(slide)}`,
      today: addDays(TEST_DATE, 1),
      days: [
        { date: TEST_DATE, scans: 2 },
        { date: addDays(TEST_DATE, 1), scans: 1 },
      ],
    });
    nowMs = NOW;
  });

  it.each([
    { why: 'a HEAD request', method: 'HEAD', headers: {} },
    { why: "a chat's preview", method: 'GET', headers: { 'user-agent': 'kakaotalk-scrap/1.0' } },
    { why: 'a crawler', method: 'GET', headers: { 'user-agent': 'Mozilla/5.0 Googlebot/2.1' } },
    { why: 'a prefetch', method: 'GET', headers: { 'sec-purpose': 'prefetch' } },
  ])('is not counted of $why, which is led on all the same', async ({ method, headers }) => {
    const slide = await step('approveSlide', await write(linked('https://one.example/a')));
    const response = await follow(`/q/${codeOf(slide)}`, headers, method);
    expect(response.status).toBe(302);
    expect((await scansOf(slide)).days).toEqual([]);
  });

  it('leaves nothing behind but a number', async () => {
    const slide = await step('approveSlide', await write(linked('https://one.example/a')));
    const before = rows();
    await follow(`/q/${codeOf(slide)}`, { cookie: 'who=me', referer: 'https://from.example' });
    const after = rows();
    expect(after.filter((row) => !before.includes(row))).toEqual([
      `scans ${JSON.stringify({ slideId: slide.slide.id, date: TEST_DATE, scans: 1 })}`,
    ]);
    expect(before.filter((row) => !after.includes(row))).toEqual([]);
  });
});

/** Every row of every table. */
function rows(): string[] {
  const database = new DatabaseSync(join(controller.dataDir, 'plaza.db'), { readOnly: true });
  const tables = database.prepare(`select name from sqlite_master where type = 'table'`).all();
  const found = tables.flatMap(({ name }) =>
    database
      .prepare(`select * from "${String(name)}"`)
      .all()
      .map((row) => `${String(name)} ${JSON.stringify(row)}`),
  );
  database.close();
  return found;
}
