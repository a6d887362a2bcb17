/** The console's socket: what boards say now, and which lists changed. */
import { io, type Socket } from 'socket.io-client';
import {
  CONSOLE_NAMESPACE,
  type ConsoleToController,
  type ContentKind,
  type ControllerToConsole,
  type ScreenState,
} from '../../../shared/protocol/events.ts';

export type ReceiptArrived = Parameters<ControllerToConsole['receipt:arrived']>[0];

export interface LiveHandlers {
  /** Every board's state at once, with the server's clock; after each connection. */
  readonly onHello: (serverAt: number, screens: readonly ScreenState[]) => void;
  readonly onState: (state: ScreenState) => void;
  readonly onReceipt: (receipt: ReceiptArrived) => void;
  readonly onChanged: (kinds: readonly ContentKind[]) => void;
  readonly onOffline: () => void;
  /** Asked after the server itself has cut the line or let nobody in. */
  readonly mayComeBack: () => Promise<boolean>;
}

/** Opens the line; returns how to hang up. */
export type Connect = (handlers: LiveHandlers) => () => void;

const HELLO_TIMEOUT_MS = 10_000;
/** Between being turned away and the next try. */
const COME_BACK_MS = 2000;

export const connectLive: Connect = (handlers) => {
  const socket: Socket<ControllerToConsole, ConsoleToController> = io(CONSOLE_NAMESPACE, {
    transports: ['websocket'],
    reconnectionDelay: 1000,
    reconnectionDelayMax: 4000,
    randomizationFactor: 0.5,
  });
  socket.on('connect', () => {
    socket.timeout(HELLO_TIMEOUT_MS).emit('console:hello', {}, (lost: Error | null, reply) => {
      if (lost !== null || !reply.ok) return;
      handlers.onHello(reply.value.serverAt, reply.value.screens);
    });
  });
  let hasHungUp = false;
  let comingBack: ReturnType<typeof setTimeout> | undefined;
  const onCut = () => {
    handlers.onOffline();
    // What the network broke comes back by itself; what the server cut does not.
    if (hasHungUp || socket.active || comingBack !== undefined) return;
    comingBack = setTimeout(() => {
      comingBack = undefined;
      void handlers.mayComeBack().then((may) => {
        if (may && !hasHungUp) socket.connect();
      });
    }, COME_BACK_MS);
  };
  socket.on('disconnect', onCut);
  socket.on('connect_error', onCut);
  socket.on('screen:state', handlers.onState);
  socket.on('receipt:arrived', handlers.onReceipt);
  socket.on('content:changed', ({ kinds }) => handlers.onChanged(kinds));
  const retryNow = () => {
    if (socket.active) socket.connect();
  };
  addEventListener('online', retryNow);
  return () => {
    hasHungUp = true;
    clearTimeout(comingBack);
    removeEventListener('online', retryNow);
    socket.close();
  };
};
