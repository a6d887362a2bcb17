/** The consoles that are connected. */
import type { Namespace } from 'socket.io';
import type {
  ConsoleToController,
  ContentKind,
  ControllerToConsole,
  ScreenState,
} from '../../shared/protocol/events.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { StoredReceipt } from '../store/store.ts';
import type { Consoles } from '../usecases/context.ts';
import type { Budget } from './budget.ts';

export interface ConsoleData {
  personId: string;
  sessionId: string;
  /** `cutsOf` the person when the socket was let in. */
  cuts: number;
  /** When its session ends, exclusive. */
  expiresAt: EpochMs;
  budget: Budget;
}
type None = Record<string, never>;
export type ConsoleNamespace = Namespace<
  ConsoleToController,
  ControllerToConsole,
  None,
  ConsoleData
>;

/** Boards draw first: consoles answer a change with a dozen requests, and hear of those that follow in one word. */
const GATHER_MS = 50;

/** Ends are remembered for the sockets that are just being let in. */
const ENDED_KEPT = 1000;

/** `Consoles` for the use cases, and the rest for the sockets. */
export class LiveConsoles implements Consoles {
  #namespace: ConsoleNamespace | undefined;
  readonly #cutsByPerson = new Map<string, number>();
  readonly #endedSessions = new Set<string>();
  readonly #changed = new Set<ContentKind>();
  #telling: NodeJS.Timeout | undefined;

  open(namespace: ConsoleNamespace): void {
    this.#namespace = namespace;
  }

  contentChanged(kinds: readonly ContentKind[]): void {
    for (const kind of kinds) this.#changed.add(kind);
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#namespace?.emit('content:changed', { kinds: [...this.#changed] });
      this.#changed.clear();
    }, GATHER_MS).unref();
  }

  receiptArrived(receipt: StoredReceipt): void {
    const { screenId, kind, subjectId, version, paintedAt, latencyMs } = receipt;
    this.#namespace?.emit('receipt:arrived', {
      ...{ screenId, kind, subjectId, version, paintedAt, latencyMs },
    });
  }

  statesChanged(states: readonly ScreenState[]): void {
    if (!this.#namespace || this.#namespace.sockets.size === 0) return;
    for (const state of states) this.#namespace.emit('screen:state', state);
  }

  /** How often the person's sockets were cut so far. */
  cutsOf(personId: string): number {
    return this.#cutsByPerson.get(personId) ?? 0;
  }

  disconnectPerson(personId: string): void {
    this.#cutsByPerson.set(personId, this.cutsOf(personId) + 1);
    this.#cut((data) => data.personId === personId);
  }

  disconnectSession(sessionId: string): void {
    this.#endedSessions.add(sessionId);
    if (this.#endedSessions.size > ENDED_KEPT) this.#dropOldestEnded();
    this.#cut((data) => data.sessionId === sessionId);
  }

  /** Whether the session ended a while ago or just now. */
  hasEnded(sessionId: string): boolean {
    return this.#endedSessions.has(sessionId);
  }

  /** Cuts the sockets whose session has expired. */
  disconnectExpired(now: EpochMs): void {
    this.#cut((data) => data.expiresAt <= now);
  }

  #dropOldestEnded(): void {
    const [oldest] = this.#endedSessions;
    if (oldest !== undefined) this.#endedSessions.delete(oldest);
  }

  #cut(isMeant: (data: ConsoleData) => boolean): void {
    for (const socket of this.#namespace?.sockets.values() ?? [])
      if (isMeant(socket.data)) socket.disconnect(true);
  }
}
