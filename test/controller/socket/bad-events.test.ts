import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import {
  openConsole,
  openKiosk,
  ask,
  type ConsoleClient,
  type KioskClient,
} from '../../support/kiosk-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

const KIOSK = [
  'kiosk:hello',
  'kiosk:beat',
  'kiosk:plays',
  'kiosk:receipts',
  'kiosk:problem',
  'kiosk:answer',
  'kiosk:time',
];
const CONSOLE = ['console:hello'];

function nested(depth: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { value };
  return value;
}

const payloads: readonly (readonly [string, readonly unknown[]])[] = [
  ['nothing', []],
  ['null', [null]],
  ['a number', [7]],
  ['a text', ['hello']],
  ['an array', [[1, 2, 3]]],
  ['an unknown field', [{ unknown: true }]],
  ['a prototype', [JSON.parse('{"__proto__":{"polluted":true},"constructor":1}')]],
  ['deep nesting', [nested(2000)]],
  ['wrong types', [{ protocol: 'x', held: [], plays: {}, receipts: null, kind: 1 }]],
  ['many arguments', [{}, {}, {}, null]],
  ['bytes', [Buffer.from('abc')]],
  ['an endless list', [{ plays: Array.from({ length: 5000 }, () => null) }]],
];

let controller: TestController;
let token: string;
const opened: (KioskClient | ConsoleClient | Socket)[] = [];
beforeAll(async () => {
  controller = await startTestController();
  token = await controller.deviceToken('board');
});
afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect();
});
afterAll(() => controller.stop());

async function kiosk(): Promise<KioskClient> {
  const socket = await openKiosk(controller, token);
  opened.push(socket);
  return socket;
}
async function office(): Promise<ConsoleClient> {
  const socket = await openConsole(controller, 'officer');
  opened.push(socket);
  return socket;
}

describe('events that no type allows', () => {
  it.each(payloads)(
    '%s: every event is refused by code, and nothing changes',
    async (_what, payload) => {
      const [board, desk] = [await kiosk(), await office()];
      // When the board of the test before was last seen is written as it goes.
      await new Promise((resolve) => setTimeout(resolve, 30));
      const before = controller.fingerprint();
      const codes = new Set<string>();
      for (const [socket, names] of [
        [board, KIOSK],
        [desk, CONSOLE],
      ] as const)
        for (const name of names) {
          (socket as Socket).emit(name, ...payload);
          const reply = await ask(socket, name, ...payload);
          codes.add(reply.ok ? `ok ${name}` : reply.code);
        }
      codes.delete('ok kiosk:time');
      codes.delete('ok console:hello');
      expect([...codes]).toEqual(['malformed']);
      expect(controller.fingerprint()).toBe(before);
      expect(controller.log.filter((line) => line.level === 'error')).toEqual([]);
    },
  );

  it.each(['kiosk:none', 'toString', '__proto__', 'constructor', ''])(
    'the unknown event %j is refused',
    async (name) => {
      expect(await ask(await kiosk(), name, {})).toMatchObject({ ok: false, code: 'not-found' });
      expect(await ask(await office(), name, {})).toMatchObject({ ok: false, code: 'not-found' });
    },
  );

  it('an acknowledgement that is no function is ignored', async () => {
    const board = await kiosk();
    (board as Socket).emit('kiosk:time', {}, 'not a function');
    (board as Socket).emit('kiosk:time');
    expect((await ask(board, 'kiosk:time', {})).ok).toBe(true);
  });

  it('more than 64 kB cuts that socket only', async () => {
    const [board, desk] = [await kiosk(), await office()];
    const gone = once(board as unknown as NodeJS.EventEmitter, 'disconnect');
    (board as Socket).emit('kiosk:problem', { message: 'x'.repeat(100_000) });
    await gone;
    expect((await ask(desk, 'console:hello', {})).ok).toBe(true);
  });

  it('frames that are not Socket.IO cut that socket only', async () => {
    const { origin } = controller;
    const raw = new WebSocket(
      `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
    );
    await once(raw, 'open');
    for (const frame of [
      '4',
      '42',
      '4{',
      '451-["x",{"_placeholder":true,"num":9}]',
      'x'.repeat(70_000),
    ])
      raw.send(frame);
    await once(raw, 'close');
    expect((await ask(await kiosk(), 'kiosk:time', {})).ok).toBe(true);
  });

  it('there are no other namespaces, and the bare one lets nobody in', async () => {
    for (const namespace of ['/', '/admin', '/kiosk/x', '/KIOSK']) {
      const socket = io(`${controller.origin}${namespace}`, {
        ...{ transports: ['websocket'], reconnection: false, forceNew: true, auth: { token } },
      });
      opened.push(socket);
      await once(socket as unknown as NodeJS.EventEmitter, 'connect_error');
      expect(socket.connected).toBe(false);
    }
  });

  it.each(['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'file://'])(
    'a page of %s gets no socket, whatever it holds',
    async (foreign) => {
      await expect(openConsole(controller, 'admin', foreign)).rejects.toThrow();
      const socket = io(`${controller.origin}/kiosk`, {
        ...{ transports: ['websocket'], reconnection: false, forceNew: true, auth: { token } },
        extraHeaders: { origin: foreign },
      });
      opened.push(socket);
      await once(socket as unknown as NodeJS.EventEmitter, 'connect_error');
    },
  );

  it('a console needs a session, and a page of ours around it', async () => {
    const { origin } = controller;
    const refused: string[] = [];
    for (const extraHeaders of [
      { origin },
      { cookie: await controller.cookieOf('admin') },
      { origin, cookie: 'plaza-session=wrong' },
    ]) {
      const socket = io(`${origin}/console`, {
        ...{ transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders },
      });
      opened.push(socket);
      const emitter = socket as unknown as NodeJS.EventEmitter;
      const [{ message }] = (await once(emitter, 'connect_error')) as [Error];
      expect(socket.connected).toBe(false);
      refused.push(message);
    }
    const words = ['로그인이 끝났습니다', '콘솔 주소로 연', '로그인이 끝났습니다'];
    expect(refused).toEqual(words.map((some) => expect.stringContaining(some) as string));
  });

  it('a person whose rights end is cut', async () => {
    const desk = await office();
    const gone = once(desk as unknown as NodeJS.EventEmitter, 'disconnect');
    controller.context.consoles.disconnectPerson('officer');
    await gone;
  });
});
