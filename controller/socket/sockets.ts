/** Socket.IO on the HTTP server: two static namespaces, nothing else. */
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { CONSOLE_NAMESPACE, KIOSK_NAMESPACE } from '../../shared/protocol/events.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { isForeign } from '../people/foreign-origin.ts';
import type { Site } from '../people/site.ts';
import type { Context } from '../usecases/context.ts';
import type { KioskNamespace, LiveBoards } from './boards.ts';
import { openConsoles, type Authenticate } from './console-socket.ts';
import type { ConsoleNamespace, LiveConsoles } from './consoles.ts';
import { createGate } from './gate.ts';
import { openKiosks } from './kiosk-socket.ts';

interface SocketParts {
  readonly server: HttpServer;
  readonly context: Context;
  readonly boards: LiveBoards;
  readonly consoles: LiveConsoles;
  readonly authenticate: Authenticate;
  readonly site: Site;
  /** `PINGS` unless told. */
  readonly pings?: { readonly everyMs: number; readonly timeoutMs: number };
}

const MAX_MESSAGE_BYTES = 64 * 1024;
/** A board that vanished without a word is noticed after both together, at the latest; and so by a board. */
export const PINGS = { everyMs: 15_000, timeoutMs: 20_000 } as const;

/** Opens both namespaces. `close` cuts every socket; the HTTP server is left to its owner. */
export async function openSockets(parts: SocketParts): Promise<{ close(): Promise<void> }> {
  const { server, context, boards, consoles, site, pings = PINGS } = parts;
  const announcementSeq = await context.store.records.announcements.newestSeq();
  const gate = createGate();
  const io = new Server(server, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: pings.everyMs,
    pingTimeout: pings.timeoutMs,
    connectTimeout: 10_000,
    allowRequest: (request, decide) => {
      // CORS does not guard a WebSocket.
      if (isForeign(request.headers, site)) decide('foreign-origin', false);
      else gate(() => decide(null, true));
    },
  });
  const kiosks = io.of(KIOSK_NAMESPACE) as KioskNamespace;
  const offices = io.of(CONSOLE_NAMESPACE) as ConsoleNamespace;
  boards.open(kiosks, announcementSeq);
  consoles.open(offices);
  io.use((_socket, next) => {
    next(new Error('Connect to a namespace.'));
  });
  const kiosksLeft = openKiosks(kiosks, context, boards);
  openConsoles(offices, parts);
  const sweep = setInterval(() => {
    consoles.disconnectExpired(context.now());
  }, MINUTE_MS).unref();

  return {
    close: async () => {
      clearInterval(sweep);
      boards.close();
      kiosks.disconnectSockets(true);
      offices.disconnectSockets(true);
      io.engine.close();
      await kiosksLeft.settled();
    },
  };
}
