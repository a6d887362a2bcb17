/** A board and a console as bare Socket.IO clients, for tests that watch what arrives. */
import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import {
  CONSOLE_NAMESPACE,
  KIOSK_NAMESPACE,
  type ConsoleToController,
  type ControllerToConsole,
  type ControllerToKiosk,
  type Hello,
  type KioskToController,
  type Reply,
} from '../../shared/protocol/events.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import type { TestController } from './test-controller.ts';

export type KioskClient = Socket<ControllerToKiosk, KioskToController>;
export type ConsoleClient = Socket<ControllerToConsole, ConsoleToController>;

const OPTIONS = { transports: ['websocket'], reconnection: false, forceNew: true } as const;

/** Connected, or throws the refusal with its code as the message. */
export async function openKiosk(controller: TestController, token: string): Promise<KioskClient> {
  const socket: KioskClient = io(`${controller.origin}${KIOSK_NAMESPACE}`, {
    ...{ ...OPTIONS, transports: [...OPTIONS.transports] },
    auth: { token },
  });
  await connected(socket);
  return socket;
}

/** Connected as the page of `origin`, the controller's own unless told. */
export async function openConsole(
  controller: TestController,
  personId: string,
  origin = controller.origin,
): Promise<ConsoleClient> {
  const cookie = await controller.cookieOf(personId);
  const socket: ConsoleClient = io(`${controller.origin}${CONSOLE_NAMESPACE}`, {
    ...{ ...OPTIONS, transports: [...OPTIONS.transports] },
    extraHeaders: { cookie, origin },
  });
  await connected(socket);
  return socket;
}

/** The next `name` that arrives, its payload. */
export async function next<T>(socket: KioskClient | ConsoleClient, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`no ${name} arrived`));
    }, 5000);
    (socket as Socket).once(name, (payload: T) => {
      clearTimeout(timer);
      resolve(payload);
    });
  });
}

/** Resolves when the socket was cut, with the reason. */
export async function cut(socket: KioskClient | ConsoleClient): Promise<string> {
  if (!socket.connected) return 'already';
  return next(socket, 'disconnect');
}

/** The reply to anything under any name: tests send what no type allows. */
export async function ask<T>(
  socket: KioskClient | ConsoleClient,
  name: string,
  ...payload: readonly unknown[]
): Promise<Reply<T>> {
  return (await (socket as Socket).timeout(5000).emitWithAck(name, ...payload)) as Reply<T>;
}

/** The value of a reply; throws when refused. */
export async function value<T>(reply: Promise<Reply<T>>): Promise<T> {
  const settled = await reply;
  if (!settled.ok) throw new Error(`${settled.code}: ${settled.message}`);
  return settled.value;
}

export function aHello(fields: Partial<Hello> = {}): Hello {
  return {
    protocol: PROTOCOL_VERSION,
    build: 'test',
    held: {
      manifestId: null,
      manifestRevision: 0,
      manifestHash: null,
      announcementSeq: 0,
      screenVersion: 0,
    },
    viewportWidthPx: 1920,
    viewportHeightPx: 1080,
    persisted: true,
    ...fields,
  };
}

async function connected(socket: KioskClient | ConsoleClient): Promise<void> {
  const refusal = new Promise<never>((_resolve, reject) => {
    (socket as Socket).once('connect_error', (error: Error & { data?: { code?: string } }) => {
      reject(new Error(error.data?.code ?? error.message));
    });
  });
  await Promise.race([once(socket as unknown as NodeJS.EventEmitter, 'connect'), refusal]);
}
