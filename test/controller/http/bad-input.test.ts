import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalOf } from '../../support/approval.ts';
import { NO_CONSENT_PICTURE } from '../../support/house-fixture.ts';
import type { PersonId } from '../../support/house-fixture.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { BOOKING, rules, shapes, SLIDE, withPicture } from './bad-inputs.ts';

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
    const params = { slideId: made.slide.id };
    for (const [name, body] of [
      ['submitSlide', { version: 1 }],
      ['approveSlide', approvalOf(made)],
    ] as const) {
      const { problem } = await client.send(name, { params, body });
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
