/** From which pages a handshake is taken, by both transports. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestController, type TestController } from '../../support/test-controller.ts';

let controller: TestController;
let secure: TestController;
beforeAll(async () => {
  controller = await startTestController();
  const site = { publicUrl: 'https://console.example.kr', secure: true };
  secure = await startTestController({ site });
});
afterAll(async () => {
  await controller.stop();
  await secure.stop();
});

const address = ({ origin }: TestController, transport: string) =>
  `${origin}/socket.io/?EIO=4&transport=${transport}`;

async function byPolling(to: TestController, headers: Record<string, string>): Promise<boolean> {
  const response = await fetch(address(to, 'polling'), { headers });
  const text = await response.text();
  expect([200, 403]).toContain(response.status);
  return response.status === 200 && text.startsWith('0{');
}

async function byWebSocket(to: TestController, headers: Record<string, string>): Promise<boolean> {
  const socket = new WebSocket(address(to, 'websocket').replace('http', 'ws'), { headers });
  const isIn = await new Promise<boolean>((resolve) => {
    socket.once('message', () => resolve(true)).on('error', () => resolve(false));
  });
  socket.terminate();
  return isIn;
}

const transports = { polling: byPolling, websocket: byWebSocket };

describe.each(Object.entries(transports))('[27] a handshake by %s', (_name, enters) => {
  it('is taken from our own page, and from no browser at all', async () => {
    expect(await enters(controller, { origin: controller.origin })).toBe(true);
    expect(await enters(controller, {})).toBe(true);
    expect(await enters(secure, { origin: 'https://console.example.kr' })).toBe(true);
  });

  it.each([
    ...['https://evil.example', 'null', 'file://', 'chrome-extension://abc', ''],
    ...['http://127.0.0.1.evil.example', 'http://localhost@evil.example'],
  ])('is refused from %j', async (origin) => {
    expect(await enters(controller, { origin })).toBe(false);
  });

  it.each([
    ...['http://console.example.kr', 'https://console.example.evil.kr', 'https://example.kr'],
    ...['https://console.example.kr.evil.kr', 'https://evil-console.example.kr', 'null'],
    ...[
      'https://console.example.kr:8443',
      'https://x.console.example.kr',
      'wss://console.example.kr',
    ],
    ...['https://console.example.kr/', 'https://console.example.kr https://evil.example'],
  ])('behind TLS is refused from %j', async (origin) => {
    expect(await enters(secure, { origin })).toBe(false);
  });

  it.each(['cross-site', 'same-site'])('is refused when the browser says %s', async (site) => {
    const headers = { origin: controller.origin, 'sec-fetch-site': site };
    expect(await enters(controller, headers)).toBe(false);
  });
});
