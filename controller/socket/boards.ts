/** The boards that are connected, what each last said, and what is pushed to them. */
import type { Namespace, Socket } from 'socket.io';
import type { Announcement } from '../../shared/content/announcement.ts';
import type { Command, CommandAnswer, CommandState } from '../../shared/protocol/commands.ts';
import type {
  Beat,
  ControllerToKiosk,
  KioskToController,
  Misfit,
  ScreenState,
} from '../../shared/protocol/events.ts';
import type { ManifestPatch } from '../../shared/protocol/manifest.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Boards } from '../usecases/context.ts';
import { Acceptances } from './acceptances.ts';
import type { Budget } from './budget.ts';
import { CommandLog } from './command-log.ts';

/** What a board's socket carries: which device it is, and how much it may still say. */
export interface KioskData {
  deviceId: string;
  screenId: string;
  budget: Budget;
}
type None = Record<string, never>;
export type KioskNamespace = Namespace<KioskToController, ControllerToKiosk, None, KioskData>;
export type KioskSocket = Socket<KioskToController, ControllerToKiosk, None, KioskData>;

interface Board {
  readonly screenId: string;
  socket: KioskSocket | undefined;
  heardAt: EpochMs | null;
  beat: Beat | null;
  beatAt: EpochMs | null;
  manifestRevision: number;
  build: string | null;
  readonly commands: CommandLog;
  /** By slide: of each only the newest. */
  readonly misfits: Map<string, Misfit>;
}

/** Consoles hear of one board at most this often. */
const RELAY_MS = 250;
/** A board with more is ill; what it goes on telling is enough. */
const MOST_MISFITS = 200;

/** `Boards` for the use cases, and the rest for the sockets and the manifests' desk. */
export class LiveBoards implements Boards {
  readonly acceptances = new Acceptances();
  readonly #boardByScreen = new Map<string, Board>();
  readonly #revokedDevices = new Set<string>();
  readonly #versionByScreen = new Map<string, number>();
  readonly #changed = new Set<string>();
  readonly #relay: (states: readonly ScreenState[]) => void;
  #announcementSeq = 0;
  #namespace: KioskNamespace | undefined;
  #relayTimer: NodeJS.Timeout | undefined;

  /** `relay` gets the states that changed, gathered over a quarter of a second. */
  constructor(relay: (states: readonly ScreenState[]) => void) {
    this.#relay = relay;
  }

  /** Before this, pushes reach nobody: there is nobody. `announcementSeq` is the newest in the store. */
  open(namespace: KioskNamespace, announcementSeq: number): void {
    this.#namespace = namespace;
    this.#announcementSeq = Math.max(this.#announcementSeq, announcementSeq);
  }

  close(): void {
    clearTimeout(this.#relayTimer);
    this.#relayTimer = undefined;
  }

  /** One emit, encoded once, to every board of the group. */
  patch(patch: ManifestPatch, acceptedAt: EpochMs): void {
    this.acceptances.remember(patch.manifestId, patch.to, acceptedAt);
    this.#namespace?.to(roomOf(patch.manifestId)).emit('manifest:changed', patch);
  }

  /** The screens play another group's manifest from now on; their boards are told to look. */
  moved(screenIds: readonly string[], hint: ManifestPatch): void {
    for (const screenId of screenIds) {
      const socket = this.#boardByScreen.get(screenId)?.socket;
      if (!socket) continue;
      for (const room of socket.rooms) if (room.startsWith(ROOM)) void socket.leave(room);
      void socket.join(roomOf(hint.manifestId));
      socket.emit('manifest:changed', hint);
      socket.emit('screen:changed', { version: this.versionOf(screenId) });
    }
  }

  announce(announcement: Announcement): void {
    const { seq } = announcement;
    const acceptedAt = announcement.clearedAt ?? announcement.sentAt;
    this.acceptances.remember(announcement.id, seq, acceptedAt);
    this.#announcementSeq = Math.max(this.#announcementSeq, seq);
    this.#namespace?.emit('announcement:now', { announcement });
  }

  command(screenId: string, command: Command, sentAt: EpochMs): CommandState {
    const board = this.#boardOf(screenId);
    board.socket?.emit('command:now', command);
    this.#mark(screenId);
    return board.commands.sent(command, sentAt);
  }

  /** What became of a command. */
  answered(screenId: string, answer: CommandAnswer, at: EpochMs): void {
    this.#boardOf(screenId).commands.answered(answer, at);
    this.#mark(screenId);
  }

  /** The board is back: what it was asked and did not answer is asked again (W22). */
  greet(screenId: string, build: string, at: EpochMs): void {
    const board = this.#boardOf(screenId);
    board.build = build;
    for (const command of board.commands.unanswered(at)) board.socket?.emit('command:now', command);
  }

  screenChanged(screenId: string, version: number): void {
    this.#versionByScreen.set(screenId, version);
    this.#boardByScreen.get(screenId)?.socket?.emit('screen:changed', { version });
  }

  disconnectDevice(deviceId: string): void {
    this.#revokedDevices.add(deviceId);
    for (const board of this.#boardByScreen.values())
      if (board.socket?.data.deviceId === deviceId) board.socket.disconnect(true);
  }

  states(): readonly ScreenState[] {
    return [...this.#boardByScreen.values()].map(asState);
  }

  /** The newest entry of the stream that all boards follow. */
  get announcementSeq(): number {
    return this.#announcementSeq;
  }

  /** The version of the screen's own document that its board should hold; 0 while unknown. */
  versionOf(screenId: string): number {
    return this.#versionByScreen.get(screenId) ?? 0;
  }

  /** What the store says; an older word than what is known is ignored. */
  knowVersion(screenId: string, version: number): void {
    if (version > this.versionOf(screenId)) this.#versionByScreen.set(screenId, version);
  }

  /** Takes an authenticated socket in; an older one of the same screen goes. False when it was revoked meanwhile. */
  enter(socket: KioskSocket, manifestId: string): boolean {
    const { deviceId, screenId } = socket.data;
    if (this.#revokedDevices.has(deviceId)) return false;
    const board = this.#boardOf(screenId);
    const older = board.socket;
    board.socket = socket;
    older?.disconnect(true);
    void socket.join(roomOf(manifestId));
    this.#mark(screenId);
    return true;
  }

  leave(socket: KioskSocket): void {
    const board = this.#boardByScreen.get(socket.data.screenId);
    if (board?.socket !== socket) return;
    board.socket = undefined;
    this.#mark(board.screenId);
  }

  /** Every word of a board counts as a sign of life. Only a beat says what is on the glass. */
  heard(screenId: string, at: EpochMs, said: Pick<Beat, 'held'> | Beat): void {
    const board = this.#boardOf(screenId);
    board.heardAt = at;
    board.manifestRevision = said.held.manifestRevision;
    if ('glass' in said) {
      board.beat = said;
      board.beatAt = at;
    }
    this.#mark(screenId);
  }

  /** A board laid a slide out and had not room for all of it. */
  misfit(screenId: string, misfit: Misfit): void {
    const { misfits } = this.#boardOf(screenId);
    if (misfits.size >= MOST_MISFITS) misfits.clear();
    misfits.set(misfit.slideId, misfit);
    this.#mark(screenId);
  }

  #boardOf(screenId: string): Board {
    const known = this.#boardByScreen.get(screenId);
    if (known) return known;
    const board: Board = {
      screenId,
      socket: undefined,
      heardAt: null,
      beat: null,
      beatAt: null,
      manifestRevision: 0,
      build: null,
      commands: new CommandLog(),
      misfits: new Map(),
    };
    this.#boardByScreen.set(screenId, board);
    return board;
  }

  #mark(screenId: string): void {
    this.#changed.add(screenId);
    this.#relayTimer ??= setTimeout(() => {
      this.#relayTimer = undefined;
      const states: ScreenState[] = [];
      for (const id of this.#changed) states.push(asState(this.#boardOf(id)));
      this.#changed.clear();
      this.#relay(states);
    }, RELAY_MS).unref();
  }
}

const ROOM = 'manifest:';

function roomOf(manifestId: string): string {
  return `${ROOM}${manifestId}`;
}

function asState(board: Board): ScreenState {
  return {
    screenId: board.screenId,
    connected: board.socket !== undefined,
    heardAt: board.heardAt,
    beat: board.beat,
    beatAt: board.beatAt,
    manifestRevision: board.manifestRevision,
    build: board.build,
    commands: board.commands.states,
    misfits: [...board.misfits.values()],
  };
}
