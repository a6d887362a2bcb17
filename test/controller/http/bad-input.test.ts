import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../shared/problem.ts';
import type { EndpointName } from '../../../shared/protocol/http/endpoints.ts';
import { NO_CONSENT_PICTURE, OFFICE_PICTURE } from '../../support/house-fixture.ts';
import type { PersonId } from '../../support/house-fixture.ts';
import type { Sent, TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { bookingFields, noticeContent, shopFields } from '../../support/values.ts';

const BOOKING = bookingFields({ shopId: 'bakery', slideIds: ['bread'] });
const SLIDE = {
  organizationId: 'guild',
  shopId: null,
  content: noticeContent('알림'),
  dwellSeconds: 15,
};
const SHOP = shopFields({ name: { ko: '새 가게' } });
const picture = (sha256: string) => ({ sha256, alt: { ko: '사진' }, focusX: 0.5, focusY: 0.5 });

interface Case {
  readonly why: string;
  readonly name: EndpointName;
  readonly sent: Sent;
  readonly code: ProblemCode;
  /** A field that the problem must name. */
  readonly field?: string;
  readonly by?: PersonId;
}

const shapes: readonly Case[] = [
  { why: 'malformed JSON', name: 'createSlide', sent: { body: '{"a":' }, code: 'malformed' },
  { why: 'an empty body', name: 'createSlide', sent: {}, code: 'malformed' },
  { why: 'a bare number', name: 'createSlide', sent: { body: '7' }, code: 'malformed' },
  { why: 'an array', name: 'createSlide', sent: { body: [] }, code: 'invalid' },
  {
    why: 'another content type',
    name: 'createSlide',
    sent: { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    code: 'unsupported-media',
  },
  {
    why: 'JSON that calls itself text',
    name: 'createSlide',
    sent: { body: JSON.stringify(SLIDE), headers: { 'content-type': 'text/plain' } },
    code: 'unsupported-media',
  },
  {
    why: 'an unknown charset',
    name: 'createSlide',
    sent: { body: '{}', headers: { 'content-type': 'application/json; charset=euc-kr' } },
    code: 'unsupported-media',
  },
  {
    why: '10 MB of text',
    name: 'createSlide',
    sent: { body: { ...SLIDE, content: noticeContent('가'.repeat(3_500_000)) } },
    code: 'too-large',
  },
  {
    why: 'a title of 10,000 characters',
    name: 'createSlide',
    sent: { body: { ...SLIDE, content: noticeContent('가'.repeat(10_000)) } },
    code: 'invalid',
    field: 'content.title.ko',
  },
  {
    why: 'deep nesting',
    name: 'createSlide',
    sent: { body: '['.repeat(50_000) + ']'.repeat(50_000) },
    code: 'invalid',
  },
  {
    why: 'an unknown field',
    name: 'createSlide',
    sent: { body: { ...SLIDE, state: 'approved' } },
    code: 'invalid',
    field: 'state',
  },
  {
    why: 'a prototype key',
    name: 'createSlide',
    sent: { body: JSON.stringify(SLIDE).replace('{', '{"__proto__":{"admin":true},') },
    code: 'invalid',
    field: '__proto__',
  },
  {
    why: 'a constructor key',
    name: 'createSlide',
    sent: { body: { ...SLIDE, content: { ...SLIDE.content, constructor: { prototype: {} } } } },
    code: 'invalid',
    field: 'content.constructor',
  },
  {
    why: 'a wrong type',
    name: 'createSlide',
    sent: { body: { ...SLIDE, dwellSeconds: '15' } },
    code: 'invalid',
    field: 'dwellSeconds',
  },
  {
    why: 'an unknown template',
    name: 'createSlide',
    sent: { body: { ...SLIDE, content: { template: 'html', title: { ko: 'x' } } } },
    code: 'invalid',
    field: 'content.template',
  },
  {
    why: 'a right-to-left override',
    name: 'createSlide',
    sent: { body: { ...SLIDE, content: noticeContent('\u202e알림') } },
    code: 'invalid',
    field: 'content.title.ko',
  },
  {
    why: 'an id that is none',
    name: 'readSlide',
    sent: { params: { slideId: '../../etc/passwd' } },
    code: 'invalid',
    field: 'slideId',
  },
  {
    why: 'an unknown query',
    name: 'listSlides',
    sent: { query: { sort: 'x' } },
    code: 'invalid',
    field: 'sort',
  },
  {
    why: 'a query that is no number',
    name: 'listAudit',
    sent: { query: { beforeId: 'x' } },
    code: 'invalid',
    field: 'beforeId',
    by: 'admin',
  },
];

const booking = (fields: object, code: ProblemCode, field: string): Omit<Case, 'why'> => ({
  name: 'createBooking',
  sent: { body: { ...BOOKING, ...fields } },
  code,
  field,
});
const slide = (fields: object, field: string): Omit<Case, 'why'> => ({
  name: 'createSlide',
  sent: { body: { ...SLIDE, ...fields } },
  code: 'invalid',
  field,
});
const withPicture = (sha256: string) => ({
  content: { ...SLIDE.content, picture: picture(sha256) },
});

const rules: readonly Case[] = [
  {
    why: 'dates backwards',
    ...booking({ fromDate: '2026-12-02', toDate: '2026-12-01' }, 'invalid', 'toDate'),
  },
  { why: 'a date that is none', ...booking({ fromDate: '2026-02-30' }, 'invalid', 'fromDate') },
  {
    why: 'an empty window',
    ...booking({ fromMinute: 600, toMinute: 600 }, 'invalid', 'toMinute'),
  },
  {
    why: 'a window that starts tomorrow',
    ...booking({ fromMinute: 1440, toMinute: 1500 }, 'invalid', 'fromMinute'),
  },
  {
    why: 'a window of more than a day',
    ...booking({ fromMinute: 0, toMinute: 1441 }, 'invalid', 'toMinute'),
  },
  {
    why: 'a rule that is none',
    ...booking({ recurrence: 'FREQ=WEEKLY;BYDAY=XX' }, 'invalid', 'recurrence'),
  },
  { why: 'too many turns', ...booking({ weight: 11 }, 'invalid', 'weight') },
  {
    why: 'an unknown slide in the list',
    ...booking({ slideIds: ['bread', 'nothing'] }, 'invalid', 'slideIds.1'),
  },
  {
    why: "another organization's slide in the list",
    ...booking({ slideIds: ['bread', 'news'] }, 'invalid', 'slideIds.1'),
  },
  {
    why: "another shop's slide in the list",
    ...booking({ slideIds: ['noodles'] }, 'invalid', 'slideIds.0'),
  },
  { why: 'a slide twice', ...booking({ slideIds: ['bread', 'bread'] }, 'invalid', 'slideIds.1') },
  {
    why: 'an unknown screen in the list',
    ...booking({ screens: ['board', 'nowhere'] }, 'invalid', 'screens.1'),
  },
  { why: 'an unknown shop', ...booking({ shopId: 'nothing' }, 'invalid', 'shopId') },
  {
    why: "another organization's picture",
    ...slide(withPicture(OFFICE_PICTURE), 'content.picture.sha256'),
  },
  { why: 'an unknown picture', ...slide(withPicture('f'.repeat(64)), 'content.picture.sha256') },
  {
    why: 'a shop slide without a shop',
    ...slide(
      { content: { template: 'shop', title: { ko: '가게' }, lines: [], picture: null } },
      'shopId',
    ),
  },
  {
    why: 'shares above a hundred',
    name: 'saveShares',
    sent: { body: { shares: [{ organizationId: 'guild', sharePercent: 51, version: 1 }] } },
    code: 'invalid',
    field: 'shares.0.sharePercent',
    by: 'admin',
  },
  {
    why: 'one organization twice in the shares',
    name: 'saveShares',
    sent: {
      body: {
        shares: [
          { organizationId: 'guild', sharePercent: 1, version: 1 },
          { organizationId: 'guild', sharePercent: 2, version: 1 },
        ],
      },
    },
    code: 'invalid',
    field: 'shares',
    by: 'admin',
  },
  {
    why: 'an unknown organization in the shares',
    name: 'saveShares',
    sent: { body: { shares: [{ organizationId: 'nobody', sharePercent: 1, version: 1 }] } },
    code: 'invalid',
    field: 'shares.0.organizationId',
    by: 'admin',
  },
  {
    why: 'a shop handed to another organization',
    name: 'saveShop',
    sent: { params: { shopId: 'bakery' }, body: { ...SHOP, organizationId: 'office', version: 1 } },
    code: 'invalid',
    field: 'organizationId',
    by: 'admin',
  },
  {
    why: 'a stale version',
    name: 'saveSlide',
    sent: {
      params: { slideId: 'bread' },
      body: { content: SLIDE.content, dwellSeconds: 15, version: 7 },
    },
    code: 'conflict',
  },
  {
    why: 'a stale share',
    name: 'saveShares',
    sent: { body: { shares: [{ organizationId: 'guild', sharePercent: 1, version: 9 }] } },
    code: 'conflict',
    by: 'admin',
  },
  {
    why: 'a slide that does not exist',
    name: 'approveSlide',
    sent: { params: { slideId: 'nothing' }, body: { version: 1 } },
    code: 'not-found',
  },
  {
    why: 'a grant of an unknown organization',
    name: 'invitePerson',
    sent: {
      body: {
        loginName: 'new',
        displayName: '새',
        grants: [{ role: 'manager', organizationId: 'nobody', shopId: null }],
      },
    },
    code: 'invalid',
    field: 'grants.0.organizationId',
    by: 'admin',
  },
  {
    why: 'a merchant without a shop',
    name: 'invitePerson',
    sent: {
      body: {
        loginName: 'new',
        displayName: '새',
        grants: [{ role: 'merchant', organizationId: 'guild', shopId: null }],
      },
    },
    code: 'invalid',
    field: 'grants.0.shopId',
    by: 'admin',
  },
];

describe('bad input', () => {
  let controller: TestController;
  const clients = new Map<PersonId, TestClient>();
  const by = async (id: PersonId) => {
    const client = clients.get(id) ?? (await controller.as(id));
    clients.set(id, client);
    return client;
  };
  beforeAll(async () => {
    controller = await startTestController();
  });
  afterAll(() => controller.stop());

  it.each([...shapes, ...rules])('$why is $code, and changes nothing', async (row) => {
    const client = await by(row.by ?? 'manager');
    const before = controller.fingerprint();
    const { problem } = await client.send(row.name, row.sent);
    expect(problem?.code).toBe(row.code);
    expect(problem?.title).toMatch(/[가-힣]/);
    if (row.field !== undefined) {
      const field = problem?.fields?.find(({ path }) => path === row.field);
      expect(field, JSON.stringify(problem?.fields)).toBeDefined();
      expect(field?.message).toMatch(/[가-힣]/);
    }
    expect(controller.fingerprint()).toBe(before);
    expect(controller.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('of one call names every field that is wrong', async () => {
    const client = await by('manager');
    const body = { ...BOOKING, toMinute: 0, fromMinute: 10, slideIds: ['news'], screens: ['x'] };
    const { problem } = await client.send('createBooking', { body });
    expect(problem?.fields?.map(({ path }) => path)).toEqual([
      'toMinute',
      'slideIds.0',
      'screens.0',
    ]);
  });

  it('of a picture without consent stops the review, not the draft', async () => {
    const client = await by('manager');
    const made = await client.get('createSlide', {
      body: { ...SLIDE, ...withPicture(NO_CONSENT_PICTURE) },
    });
    const ref = { params: { slideId: made.slide.id }, body: { version: 1 } };
    for (const name of ['submitSlide', 'approveSlide'] as const) {
      const { problem } = await client.send(name, ref);
      expect(problem?.fields?.[0]?.path).toBe('content.picture');
    }
  });

  it.each([
    { why: 'an unknown route', path: '/api/nothing', method: 'GET', status: 404 },
    { why: 'a wrong method', path: '/api/slides', method: 'DELETE', status: 404 },
    { why: 'a broken escape', path: '/api/slides/%E0%A4%A', method: 'GET', status: 400 },
    { why: 'a NUL', path: '/api/slides/%00', method: 'GET', status: 401 },
    { why: 'no page', path: '/board/../../etc/passwd', method: 'GET', status: 404 },
    {
      why: 'an encoded climb',
      path: '/console/..%2f..%2fetc%2fpasswd',
      method: 'GET',
      status: 404,
    },
  ])('$why is a problem too', async ({ path, method, status }) => {
    const { port } = new URL(controller.origin);
    const answered = await new Promise<{ status: number | undefined; type: string | undefined }>(
      (resolve, reject) => {
        // Not fetch, which tidies the path.
        rawRequest({ port, path, method, host: '127.0.0.1' }, (response) => {
          response.resume();
          const type = response.headers['content-type'];
          resolve({ status: response.statusCode, type });
        })
          .on('error', reject)
          .end();
      },
    );
    expect(answered).toEqual({ status, type: 'application/problem+json; charset=utf-8' });
  });

  it('leaves the controller alive', async () => {
    expect(await controller.anonymous.get('readSetup')).toEqual({ open: false });
  });
});
