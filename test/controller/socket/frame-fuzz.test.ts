/** Frames that no client would send, on both namespaces: that socket is refused or cut, and nobody else notices. */
import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ask, openKiosk, type KioskClient } from '../../support/kiosk-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

const FRAMES = Number(process.env.TEST_FUZZ ?? 1000);
const PER_SOCKET = 20;
const RUNS = Math.ceil(FRAMES / PER_SOCKET);

const names = fc.constantFrom(
  ...['kiosk:hello', 'kiosk:beat', 'kiosk:plays', 'kiosk:problem', 'console:hello', 'message'],
  ...['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'],
  ...['error', '__proto__', 'constructor', 'toString', '', '\u0000', 'ping'],
);
const namespace = fc.constantFrom(
  '',
  '/kiosk,',
  '/console,',
  '/admin,',
  '/kiosk?a=1,',
  ',',
  '/kiosk',
);
const id = fc.constantFrom('', '0', '7', '-1', '9'.repeat(400), '1e5', '١');
const payload = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.tuple(names, fc.jsonValue({ maxDepth: 3 })).map((parts) => JSON.stringify(parts)),
  names.map((name) => `[${JSON.stringify(name)},{"__proto__":{"polluted":1},"constructor":{}}]`),
  fc.constantFrom('[', '{}', '[]', 'null', '[null]', `${'['.repeat(3000)}${']'.repeat(3000)}`),
  fc.string({ unit: 'binary', maxLength: 100 }),
);
const packet = fc
  .tuple(
    fc.constantFrom(...Array.from({ length: 10 }, (_, type) => String(type))),
    namespace,
    id,
    payload,
  )
  .map(([type, where, ack, text]) => `4${type}${where}${ack}${text}`);
const binaryPacket = fc
  .tuple(
    fc.constantFrom('5', '6'),
    fc.constantFrom('0', '1', '9', '1000000', '-1', ''),
    namespace,
    id,
  )
  .map(
    ([type, count, where, ack]) =>
      `4${type}${count}-${where}${ack}["x",{"_placeholder":true,"num":7}]`,
  );
const frame: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  { weight: 5, arbitrary: packet },
  { weight: 2, arbitrary: binaryPacket },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '0',
      '1',
      '2',
      '2probe',
      '3',
      '4',
      '5',
      '6',
      '41',
      '4{',
      'x'.repeat(66_000),
    ),
  },
);

describe('[24] frames that are none', () => {
  let controller: TestController;
  let token: string;
  let cookie: string;
  let witness: KioskClient;
  beforeAll(async () => {
    controller = await startTestController();
    token = await controller.deviceToken('board');
    cookie = await controller.cookieOf('viewer');
    witness = await openKiosk(controller, token);
  });
  afterAll(async () => {
    witness.disconnect();
    await controller.stop();
  });

  /** A socket that is let in at the namespace as far as it may. */
  async function enter(where: '/kiosk' | '/console'): Promise<WebSocket> {
    const { origin } = controller;
    const url = `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(url, { headers: { origin, cookie } });
    socket.on('error', () => undefined);
    await once(socket, 'message');
    // A board's screen takes one device only: the witness holds it, whoever comes by the same token replaces it.
    socket.send(where === '/kiosk' ? `40/kiosk,{"token":"none"}` : '40/console,{}');
    await once(socket, 'message');
    return socket;
  }

  it.each(['/kiosk', '/console'] as const)('at %s harm nobody', async (where) => {
    const frames = fc.array(frame, { minLength: PER_SOCKET, maxLength: PER_SOCKET });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(frames, async (sent) => {
        const socket = await enter(where);
        for (const one of sent) if (socket.readyState === WebSocket.OPEN) socket.send(one);
        round += 1;
        // Whoever asks all the time is cut, and rightly so.
        if (round % 10 === 0) {
          const reply = await ask(witness, 'kiosk:time', {});
          expect(reply.ok || reply.code).toBeOneOf([true, 'too-many']);
        }
        expect((await controller.anonymous.send('readSetup')).status).toBe(200);
        socket.terminate();
      }),
      { numRuns: RUNS, seed: 20_261_128 },
    );
    expect(controller.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(await controller.store.records.plays.count()).toBe(0);
  });

  it('of a board that is let in harm nobody either', async () => {
    const other = await startTestController();
    const itsToken = await other.deviceToken('board');
    const frames = fc.array(frame, { minLength: PER_SOCKET, maxLength: PER_SOCKET });
    await fc.assert(
      fc.asyncProperty(frames, async (sent) => {
        const url = `${other.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
        const socket = new WebSocket(url).on('error', () => undefined);
        await once(socket, 'message');
        socket.send(`40/kiosk,${JSON.stringify({ token: itsToken })}`);
        await once(socket, 'message');
        for (const one of sent) if (socket.readyState === WebSocket.OPEN) socket.send(one);
        expect((await other.anonymous.send('readSetup')).status).toBe(200);
        socket.terminate();
      }),
      { numRuns: RUNS, seed: 20_261_129 },
    );
    expect(other.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(await other.store.records.plays.count()).toBe(0);
    await other.stop();
  });
});
