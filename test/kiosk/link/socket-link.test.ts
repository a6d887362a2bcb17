import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Server, type Namespace, type Socket } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it, vi, type Mock } from 'vitest';
import { BoardClock } from '../../../kiosk/link/board-clock.ts';
import { retryAfter, SocketLink, type LinkHandlers } from '../../../kiosk/link/socket-link.ts';
import type { Play } from '../../../shared/content/play.ts';
import type {
  ControllerToKiosk,
  Beat,
  Hello,
  KioskToController,
  Newest,
} from '../../../shared/protocol/events.ts';

const AHEAD_MS = 90_000;
const newest: Newest = {
  serverAt: 1,
  screenId: 'screen-1',
  manifestId: 'group-1',
  manifestRevision: 1,
  manifestHash: 'hash',
  announcementSeq: 0,
  screenVersion: 1,
};
const held = {
  manifestId: null,
  manifestRevision: 0,
  manifestHash: null,
  announcementSeq: 0,
  screenVersion: 0,
};
const hello: Hello = {
  protocol: 1,
  build: 'test',
  held,
  viewportWidthPx: 600,
  viewportHeightPx: 300,
  persisted: false,
};
const beat: Beat = {
  held,
  glass: null,
  safeMode: false,
  clockOffsetMs: 0,
  unsentPlays: 0,
  failedSlideIds: [],
};

type Kiosks = Namespace<KioskToController, ControllerToKiosk>;
type KioskSocket = Socket<KioskToController, ControllerToKiosk>;

let http: HttpServer;
let server: Server;
let kiosks: Kiosks;
let link: SocketLink;
let handlers: { readonly [Name in keyof LinkHandlers]: Mock<LinkHandlers[Name]> };
const clock = new BoardClock({ monotonicMs: () => performance.now(), wallMs: () => Date.now() });

beforeEach(async () => {
  http = createServer();
  server = new Server(http);
  kiosks = server.of('/kiosk');
  kiosks.on('connection', answer);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  handlers = {
    onPatch: vi.fn(),
    onAnnouncement: vi.fn(),
    onScreenChanged: vi.fn(),
    onCommand: vi.fn(),
    onNewest: vi.fn(),
    onClock: vi.fn(),
    onConnected: vi.fn(),
    onRevoked: vi.fn(),
  };
  link = new SocketLink({
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    token: 'token',
    clock,
    hello: () => hello,
    beat: () => beat,
    handlers,
  });
});

afterEach(async () => {
  link.stop();
  await server.close();
});

function answer(socket: KioskSocket): void {
  socket.on('kiosk:hello', (_hello, ack) => ack({ ok: true, value: newest }));
  socket.on('kiosk:beat', (_beat, ack) => ack({ ok: true, value: newest }));
  socket.on('kiosk:time', (_empty, ack) =>
    ack({ ok: true, value: { serverAt: Date.now() + AHEAD_MS } }),
  );
  socket.on('kiosk:plays', ({ plays }, ack) => {
    const stored = plays.filter(({ slideId }) => slideId !== 'impossible').map(({ id }) => id);
    const refused = plays.map(({ id }) => id).filter((id) => !stored.includes(id));
    if (stored.length > 0) ack({ ok: true, value: { stored, refused } });
    else ack({ ok: false, code: 'invalid', message: '있을 수 없는 기록입니다.' });
  });
}

async function connected(): Promise<KioskSocket> {
  const connection = once(kiosks, 'connection') as Promise<[KioskSocket]>;
  link.start();
  const [socket] = await connection;
  await vi.waitFor(() => expect(handlers.onNewest).toHaveBeenCalled());
  return socket;
}

function play(id: string, slideId: string): Play {
  return {
    id,
    slideId,
    revisionId: 'r',
    bookingId: null,
    slotStartMs: 0,
    startedAt: 0,
    endedAt: 1,
    outcome: 'played',
    manifestRevision: 1,
  };
}

describe('the pause before the next try', () => {
  it.each([0, 0.25, 0.999])('[B27] is any part of 1, 2, and then 4 s: %s of it', (part) => {
    const waits = [0, 1, 2, 3, 50].map((failed) => retryAfter(failed, () => part));
    expect(waits).toEqual([1, 2, 4, 4, 4].map((seconds) => seconds * 1_000 * part));
  });
});

describe('socket link', () => {
  it('says hello, hears what is newest, and learns the time', async () => {
    await connected();
    expect(handlers.onNewest).toHaveBeenCalledWith(newest);
    await vi.waitFor(() => expect(Math.abs(clock.now() - Date.now() - AHEAD_MS)).toBeLessThan(500));
  });

  it('passes pushes on and drops what does not fit', async () => {
    const socket = await connected();
    const command = { id: 'c1', command: 'blank', until: 5, expiresAt: 9 } as const;
    socket.emit('command:now', { ...command, command: 'explode' as 'blank' });
    socket.emit('screen:changed', { version: 'x' as unknown as number });
    socket.emit('command:now', command);
    await vi.waitFor(() => expect(handlers.onCommand).toHaveBeenCalledTimes(1));
    expect(handlers.onCommand).toHaveBeenCalledWith(command);
    expect(handlers.onScreenChanged).not.toHaveBeenCalled();
  });

  it('comes back by itself after the controller cut it', async () => {
    const socket = await connected();
    const again = once(kiosks, 'connection');
    socket.disconnect(true);
    await again;
  }, 15_000);

  it('says that its token is not known any more', async () => {
    kiosks.use((_socket, next) => {
      next(Object.assign(new Error('no'), { data: { code: 'unauthenticated' } }));
    });
    link.start();
    await vi.waitFor(() => expect(handlers.onRevoked).toHaveBeenCalled());
  });

  it('[B28] settles plays that are stored, and those that are impossible', async () => {
    await connected();
    const two = [play('1', 'a'), play('2', 'impossible')];
    expect(await link.sendPlays(two)).toEqual(['1', '2']);
    const none = [play('3', 'impossible'), play('4', 'impossible')];
    expect(await link.sendPlays(none)).toEqual(['3', '4']);
  });

  it('rejects at once while there is no line', async () => {
    await expect(link.sendPlays([play('1', 'a')])).rejects.toThrow('not connected');
  });
});
