/** Requests that no client would send, byte by byte: each is answered below 500 or cut, and nobody else notices. */
import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../shared/protocol/http/endpoints.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';

const RUNS = Math.ceil(Number(process.env.TEST_FUZZ ?? 2000) / 5);

const paths = Object.values(endpoints).map(({ path }) => path.replace(/:\w+/g, 'board'));
const path = fc.oneof(
  fc.constantFrom(...paths, '/', '/console/', '/board/sw.js', '/q/AB12', '/healthz', '*', ''),
  fc.webPath({ size: 'medium' }),
  fc.constantFrom('/%', '/%00', '/%c0%af..', '//evil.example', 'http://evil.example/', '/\\..\\..'),
  fc.string({ unit: 'binary-ascii', maxLength: 200 }),
);
const pair = fc.tuple(
  fc.constantFrom('from', 'to', 'at', 'date', 'beforeId', 'text', 'from', '__proto__', 'a[b][c]'),
  fc.oneof(fc.constantFrom('', '-1', '1e309', '2026-02-30', '%', 'a'.repeat(3000)), fc.string()),
);
/** The same names over and over, as often as not. */
const query = fc
  .array(pair, { maxLength: 12 })
  .map((pairs) =>
    pairs.map(([name, value]) => `${name}=${encodeURI(value.toWellFormed())}`).join('&'),
  );
const header = fc.oneof(
  fc.constantFrom(
    ...['Host: a', 'Host: b', 'Content-Length: 5', 'Content-Length: -1', 'Content-Length: 5, 5'],
    ...['Transfer-Encoding: chunked', 'Transfer-Encoding: gzip, chunked', 'Expect: 100-continue'],
    ...['Content-Type: application/json', 'Content-Type: multipart/form-data', 'Upgrade: h2c'],
    ...['Connection: Upgrade', 'Range: bytes=0-,5-', 'X-Forwarded-For: ::1', 'Cookie: a=b; ;=;'],
    ...['X-HTTP-Method-Override: DELETE', 'Content-Encoding: gzip', `X: ${'y'.repeat(9000)}`],
    ...['Authorization: Bearer', 'Tus-Resumable: 9.9.9', 'Upload-Length: 1e9', ' folded: 1'],
  ),
  fc
    .tuple(
      fc.stringMatching(/^[A-Za-z-]{1,20}$/),
      fc.string({ unit: 'binary-ascii', maxLength: 80 }),
    )
    .map(([name, value]) => `${name}: ${value}`),
);
const method = fc.constantFrom(
  ...[
    'GET',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'TRACE',
    'PRI',
    'get',
    'G ET',
    '',
  ],
);
const body = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.json({ maxDepth: 3 }),
  fc.constantFrom('0\r\n\r\n', 'ffffffffffffffff\r\nx', '{"__proto__":{}}', '['.repeat(500)),
);

describe('[77] raw requests', () => {
  let controller: TestController;
  let cookie: string;
  beforeAll(async () => {
    controller = await startTestController();
    cookie = await controller.cookieOf('viewer');
  });
  afterAll(() => controller.stop());

  /** Everything that came back until the server closed. */
  async function answerTo(request: string): Promise<string> {
    const socket = connect(Number(new URL(controller.origin).port), '127.0.0.1');
    let text = '';
    socket.on('error', () => undefined).on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.end(request);
    await once(socket, 'close');
    return text;
  }

  it('are answered below 500, or cut', async () => {
    const requests = fc.record({ method, path, query, headers: fc.array(header), body });
    await fc.assert(
      fc.asyncProperty(requests, fc.boolean(), async (sent, isIn) => {
        const lines = [
          `${sent.method} ${sent.path}${sent.query === '' ? '' : `?${sent.query}`} HTTP/1.1`,
          ...['Host: board', 'Connection: close', ...(isIn ? [`Cookie: ${cookie}`] : [])],
          ...sent.headers,
        ];
        const answer = await answerTo(`${lines.join('\r\n')}\r\n\r\n${sent.body}`);
        expect(answer).not.toMatch(/^HTTP\/1\.1 5\d\d/);
        expect(answer).not.toMatch(/node_modules|\.ts:\d+/);
      }),
      { numRuns: RUNS, seed: 20_261_128 },
    );
    expect(controller.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(await controller.anonymous.get('readSetup')).toEqual({ open: false });
  });
});
