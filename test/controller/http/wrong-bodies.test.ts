/** Bodies that are no JSON, or JSON with tricks, at every endpoint that takes one; and heads that are too large. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints, type EndpointName } from '../../../shared/protocol/http/endpoints.ts';
import { TestClient, type Sent } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

let controller: TestController;
let admin: TestClient;
let device: TestClient;
let before: string;
beforeAll(async () => {
  controller = await startTestController();
  admin = await controller.as('admin');
  const authorization = `Bearer ${await controller.deviceToken('board')}`;
  device = new TestClient(controller.origin, { authorization });
  before = controller.fingerprint();
});
afterAll(() => controller.stop());

const names = Object.keys(endpoints) as EndpointName[];
const taking = names.filter((name) => endpoints[name].body !== null);

/** The codes that every endpoint with a body answered `sent` with; nothing may have changed. */
async function codesOf(sent: Sent): Promise<ReadonlySet<string>> {
  const codes = new Set<string>();
  for (const name of taking) {
    const client = endpoints[name].access === 'device' ? device : admin;
    const { problem } = await client.send(name, sent);
    codes.add(problem?.code ?? `${name} took it`);
  }
  expect(controller.fingerprint()).toBe(before);
  expect(controller.log.filter(({ level }) => level === 'error')).toEqual([]);
  return codes;
}

const part = (head: string) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n1\r\n--x--`;
const FORM = 'multipart/form-data; boundary=x';

describe('[72] a form with files', () => {
  it.each([
    { what: 'an empty name', type: FORM, body: part('name=""') },
    { what: 'the name of all prototypes', type: FORM, body: part('name="__proto__"') },
    { what: 'a deep name', type: FORM, body: part(`name="a${'[a]'.repeat(2000)}"`) },
    { what: 'a bad file name', type: FORM, body: part("filename*=UTF-8''%ff%2f..") },
    { what: 'a head of 8 kB', type: FORM, body: part(`name="${'n'.repeat(8192)}"`) },
    { what: 'no boundary', type: 'multipart/form-data', body: part('name="a"') },
  ])('with $what is refused by every endpoint', async ({ type, body }) => {
    const codes = await codesOf({ body, headers: { 'content-type': type } });
    expect(codes).toEqual(new Set(['unsupported-media']));
  });

  it('is no picture and no upload', async () => {
    const query = { organizationId: 'guild', consent: 'none-needed' };
    const headers = { 'content-type': FORM };
    const sent = { query, headers, body: part('name="f"; filename="a.png"') };
    expect((await admin.send('uploadMedia', sent)).problem?.code).toBe('unsupported-media');
    expect((await admin.send('createUpload', sent)).problem?.code).toBe('malformed');
    expect((await device.send('sendBoardReport', sent)).problem?.status).toBe(422);
    expect(controller.fingerprint()).toBe(before);
  });
});

describe('[72] a body of another type', () => {
  it.each([
    ...['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'json', '*/*'],
    ...['application/json; charset=euc-kr', 'application/json, text/plain', 'application/ json'],
  ])('(%s) is refused by every endpoint', async (type) => {
    const codes = await codesOf({ body: '{}', headers: { 'content-type': type } });
    expect(codes).toEqual(new Set(['unsupported-media']));
  });
});

describe('[72] JSON', () => {
  it.each([
    { what: 'an empty key', body: '{"":1}' },
    { what: 'the key of all prototypes', body: '{"__proto__":{"role":"admin","isIn":true}}' },
    { what: 'a constructor', body: '{"constructor":{"prototype":{"isIn":true}}}' },
    {
      what: '2,000 keys',
      body: `{${Array.from({ length: 2000 }, (_, i) => `"k${i}":1`).join()}}`,
    },
    { what: 'a depth of 50,000', body: `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}` },
    { what: 'a key of 100 kB', body: `{"${'k'.repeat(100_000)}":1}` },
  ])('with $what is refused by every endpoint', async ({ body }) => {
    expect(await codesOf({ body })).toEqual(new Set(['invalid']));
    expect('isIn' in {}).toBe(false);
  });
});

describe('[72] a raw request', () => {
  /** The first line of what came back. */
  async function answerTo(lines: readonly string[], body = ''): Promise<string> {
    const socket = connect(Number(new URL(controller.origin).port), '127.0.0.1');
    let text = '';
    socket.on('error', () => undefined).on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.write(`${[...lines, 'Host: board', 'Connection: close'].join('\r\n')}\r\n\r\n${body}`);
    await once(socket, 'close');
    return text.slice(0, text.indexOf('\r\n'));
  }
  const post = 'POST /api/session HTTP/1.1';

  it.each([
    { what: 'without a type', lines: [post, 'Content-Length: 2'], body: '{}', status: 415 },
    { what: 'without a body', lines: [post, 'Content-Length: 0'], body: '', status: 400 },
    { what: 'with a head of 8 kB', lines: ['GET /healthz HTTP/1.1', long(8192)], status: 200 },
    { what: 'with a head of 20 kB', lines: ['GET /healthz HTTP/1.1', long(20_480)], status: 431 },
    { what: 'with 3,000 heads', lines: ['GET /healthz HTTP/1.1', ...many(3000)], status: 431 },
  ])('$what is answered with $status', async ({ lines, body, status }) => {
    expect(await answerTo(lines, body)).toContain(`HTTP/1.1 ${status} `);
  });

  it('leaves the controller alive', async () => {
    expect(await controller.anonymous.get('readSetup')).toEqual({ open: false });
  });
});

function long(bytes: number): string {
  return `X-Long: ${'y'.repeat(bytes)}`;
}

function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `X-${index}: 1`);
}
