/**
 * The live line to the controller. It only hints and reports; what the board shows never waits for it.
 */
import { io, type Socket } from 'socket.io-client';
import * as z from 'zod/mini';
import {
  announcementNowSchema,
  BEAT_MS,
  KIOSK_NAMESPACE,
  type Ack,
  type AnnouncementNow,
  type Beat,
  type ControllerToKiosk,
  type Hello,
  type KioskToController,
  type kioskProblemSchema,
  type Newest,
  type Reply,
  type Settled,
} from '../../shared/protocol/events.ts';
import { commandSchema, type Command, type CommandAnswer } from '../../shared/protocol/commands.ts';
import type { Play, PlayTotal, Receipt } from '../../shared/content/play.ts';
import { manifestPatchSchema, type ManifestPatch } from '../../shared/protocol/manifest.ts';
import { BatchUnreadable } from '../cache/outbox.ts';
import type { BoardClock } from './board-clock.ts';

export type KioskProblem = z.infer<typeof kioskProblemSchema>;

export interface LinkHandlers {
  readonly onPatch: (patch: ManifestPatch) => void;
  readonly onAnnouncement: (now: AnnouncementNow) => void;
  readonly onScreenChanged: (version: number) => void;
  readonly onCommand: (command: Command) => void;
  /** The line is there, for the first time or again. */
  readonly onConnected: () => void;
  /** The answer to hello and to every beat. */
  readonly onNewest: (newest: Newest) => void;
  /** The clock was set by a round trip. */
  readonly onClock: () => void;
  /** The controller does not know this board's token any more. */
  readonly onRevoked: () => void;
}

export interface LinkOptions {
  readonly origin: string;
  readonly token: string;
  readonly clock: BoardClock;
  readonly hello: () => Hello;
  readonly beat: () => Beat;
  readonly handlers: LinkHandlers;
}

type KioskSocket = Socket<ControllerToKiosk, KioskToController>;

const ACK_MS = 10_000;
/** Round trips at each connection, and one with every beat. */
const FIRST_SAMPLES = 5;
/** Changes of the glass that follow each other faster than this share a beat. */
const BEAT_GAP_MS = 250;
/** The longest wait before the first try, and before later ones. */
const RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 4_000;

/**
 * How long to wait before the next try after `failed` tries: anything up to 1, 2 and then 4 s, all equally
 * likely, so that boards that lost their line together do not come back together.
 */
export function retryAfter(failed: number, random: () => number): number {
  return random() * Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** failed);
}

export class SocketLink {
  readonly #options: LinkOptions;
  readonly #socket: KioskSocket;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastBeatMs = -BEAT_GAP_MS;
  #triesFailed = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#socket = io(options.origin + KIOSK_NAMESPACE, {
      autoConnect: false,
      auth: { token: options.token },
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      // Its back-off ends with all boards of an outage at its cap: ours keeps them spread.
      reconnection: false,
      timeout: ACK_MS,
    });
    this.#listen();
  }

  get isConnected(): boolean {
    return this.#socket.connected;
  }

  start(): void {
    this.#socket.connect();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#socket.disconnect();
  }

  /** The browser says that the network is back: do not wait for the next try. */
  reconnectNow(): void {
    if (this.#socket.connected) return;
    this.#socket.disconnect().connect();
  }

  /** Says soon what is on the glass; beats also go by themselves every 15 s. */
  beatSoon(): void {
    if (!this.#socket.connected) return;
    const waitMs = Math.max(0, this.#lastBeatMs + BEAT_GAP_MS - this.#options.clock.stamp());
    this.#scheduleBeat(waitMs);
  }

  /** Resolves with the ids that are settled there. Rejects without an answer in 10 s, and with `BatchUnreadable`. */
  sendPlays(plays: readonly Play[]): Promise<readonly string[]> {
    return settled(plays, this.#ask('kiosk:plays', { plays: [...plays] }));
  }

  /** As `sendPlays`. */
  sendPlayTotals(totals: readonly PlayTotal[]): Promise<readonly string[]> {
    return settled(totals, this.#ask('kiosk:play-totals', { totals: [...totals] }));
  }

  /** As `sendPlays`. */
  sendReceipts(receipts: readonly Receipt[]): Promise<readonly string[]> {
    return settled(receipts, this.#ask('kiosk:receipts', { receipts: [...receipts] }));
  }

  /** What became of a command; lost while there is no line: the controller asks again by sending it again. */
  answerCommand(answer: CommandAnswer): void {
    if (this.#socket.connected) this.#socket.emit('kiosk:answer', answer, () => undefined);
  }

  /** Tells the controller what went wrong. Answers whether it went out: without a line nobody is told. */
  reportProblem(problem: KioskProblem): boolean {
    if (!this.#socket.connected) return false;
    this.#socket.emit('kiosk:problem', problem, () => undefined);
    return true;
  }

  #listen(): void {
    const { handlers } = this.#options;
    const socket = this.#socket;
    socket.on('connect', () => void this.#onConnect());
    socket.on('disconnect', (reason) => this.#onDisconnect(reason));
    socket.on('connect_error', (error) => this.#onConnectError(error));
    socket.on('manifest:changed', (patch) => parsed(manifestPatchSchema, patch, handlers.onPatch));
    socket.on('announcement:now', (now) =>
      parsed(announcementNowSchema, now, handlers.onAnnouncement),
    );
    socket.on('command:now', (command) => parsed(commandSchema, command, handlers.onCommand));
    socket.on('screen:changed', (changed) =>
      parsed(z.object({ version: z.int() }), changed, ({ version }) =>
        handlers.onScreenChanged(version),
      ),
    );
  }

  async #onConnect(): Promise<void> {
    this.#scheduleBeat(BEAT_MS);
    this.#options.handlers.onConnected();
    try {
      this.#options.handlers.onNewest(
        valueOf(await this.#ask('kiosk:hello', this.#options.hello())),
      );
      for (let taken = 0; taken < FIRST_SAMPLES; taken += 1) await this.#sampleClock();
    } catch {
      // No answer: the next beat asks the same.
    }
  }

  #onDisconnect(reason: string): void {
    clearTimeout(this.#timer);
    this.#triesFailed = 0;
    if (reason !== 'io client disconnect') this.#connectLater();
  }

  #onConnectError(error: Error): void {
    if (isUnauthenticated(error)) this.#options.handlers.onRevoked();
    this.#triesFailed += 1;
    this.#connectLater();
  }

  #connectLater(): void {
    clearTimeout(this.#timer);
    const waitMs = retryAfter(this.#triesFailed, Math.random);
    this.#timer = setTimeout(() => this.#socket.connect(), waitMs);
  }

  #scheduleBeat(waitMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#beat(), waitMs);
  }

  async #beat(): Promise<void> {
    this.#lastBeatMs = this.#options.clock.stamp();
    this.#scheduleBeat(BEAT_MS);
    try {
      const newest = valueOf(await this.#ask('kiosk:beat', this.#options.beat()));
      this.#options.handlers.onNewest(newest);
      await this.#sampleClock();
    } catch {
      // The next beat says it again; a dead line is noticed by the transport.
    }
  }

  async #sampleClock(): Promise<void> {
    const { clock } = this.#options;
    const sentMonoMs = clock.stamp();
    const { serverAt } = valueOf(await this.#ask('kiosk:time', {}));
    clock.sample(sentMonoMs, serverAt);
    this.#options.handlers.onClock();
  }

  #ask<Name extends keyof KioskToController>(
    name: Name,
    payload: Parameters<KioskToController[Name]>[0],
  ): Promise<Reply<Answer<Name>>> {
    return new Promise((resolve, reject) => {
      if (!this.#socket.connected) {
        reject(new Error('not connected'));
        return;
      }
      const timer = setTimeout(() => reject(new Error(`${name}: no answer`)), ACK_MS);
      const emit = this.#socket.emit.bind(this.#socket) as (
        name: string,
        payload: unknown,
        ack: Ack<Answer<Name>>,
      ) => unknown;
      emit(name, payload, (reply) => {
        clearTimeout(timer);
        resolve(reply);
      });
    });
  }
}

type Answer<Name extends keyof KioskToController> =
  Parameters<KioskToController[Name]>[1] extends Ack<infer Value> ? Value : never;

function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(`refused: ${reply.code}`);
  return reply.value;
}

/** The ids that need not be sent again: what is stored, and what the controller refuses as impossible. */
async function settled(
  items: readonly { readonly id: string }[],
  asking: Promise<Reply<Settled>>,
): Promise<readonly string[]> {
  const reply = await asking;
  if (!reply.ok && reply.code === 'invalid') return items.map(({ id }) => id);
  if (!reply.ok && reply.code === 'malformed') throw new BatchUnreadable(reply.message);
  const { stored, refused = [] } = valueOf(reply);
  return [...stored, ...refused];
}

/** A push that does not fit its schema is dropped: the next beat heals what it would have said. */
function parsed<Value>(
  schema: z.ZodMiniType<Value>,
  payload: unknown,
  use: (value: Value) => void,
): void {
  const result = schema.safeParse(payload);
  if (result.success) use(result.data);
}

function isUnauthenticated(error: Error): boolean {
  const data: unknown = 'data' in error ? error.data : null;
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : null;
  return code === 'unauthenticated' || error.message === 'unauthenticated';
}
