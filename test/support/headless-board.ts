/** A board without a glass: its link, its keeper and its outbox, real; what it would show is taken as painted. */
import { randomUUID } from 'node:crypto';
import { memoryOutboxStore, Outbox } from '../../kiosk/cache/outbox.ts';
import { BoardClock } from '../../kiosk/link/board-clock.ts';
import { call, type CallContext } from '../../kiosk/link/call.ts';
import { SocketLink } from '../../kiosk/link/socket-link.ts';
import { glassOf } from '../../kiosk/player/glass-of.ts';
import type { Held } from '../../kiosk/player/held.ts';
import { Keeper } from '../../kiosk/player/keeper.ts';
import { Receipts } from '../../kiosk/player/receipts.ts';
import { viewAt } from '../../kiosk/player/view-at.ts';
import type { Play, Receipt } from '../../shared/content/play.ts';
import type { Beat } from '../../shared/protocol/events.ts';
import { pullBoard, pullManifest } from '../../shared/protocol/http/screens.ts';
import { aHello } from './kiosk-client.ts';

export interface HeadlessBoardOptions {
  readonly origin: string;
  readonly token: string;
}

export class HeadlessBoard {
  readonly keeper: Keeper;
  readonly plays: Outbox<Play>;
  /** Revisions and announcements that it held, in order. */
  readonly revisions: number[] = [];
  /** How often it was connected, and how often the controller answered what is newest. */
  connections = 0;
  heard = 0;
  /** Answers of 500 and above. */
  serverErrors = 0;
  readonly #link: SocketLink;
  readonly #receipts: Receipts;
  readonly #receiptOutbox: Outbox<Receipt>;
  readonly #clock = new BoardClock({
    monotonicMs: () => performance.now(),
    wallMs: () => Date.now(),
  });
  readonly #context: CallContext;

  constructor({ origin, token }: HeadlessBoardOptions) {
    this.#context = { origin, token, fetch: (...request) => this.#fetch(...request) };
    const onFailure = () => undefined;
    this.#receiptOutbox = new Outbox<Receipt>({
      ...{ store: memoryOutboxStore<Receipt>(), onFailure },
      send: (receipts) => this.#link.sendReceipts(receipts),
    });
    this.plays = new Outbox<Play>({
      ...{ store: memoryOutboxStore<Play>(), onFailure },
      send: (plays) => this.#link.sendPlays(plays),
    });
    this.#receipts = new Receipts({
      send: (receipt) => void this.#receiptOutbox.add(receipt),
      newId: randomUUID,
    });
    this.keeper = this.#createKeeper();
    this.#link = this.#createLink(origin, token);
  }

  start(): void {
    this.#link.start();
  }

  stop(): void {
    this.#link.stop();
  }

  get isConnected(): boolean {
    return this.#link.isConnected;
  }

  get unsentReceipts(): number {
    return this.#receiptOutbox.waiting;
  }

  #createKeeper(): Keeper {
    const nothing = () => Promise.resolve();
    return new Keeper({
      pullManifest: () => call(this.#context, pullManifest, null),
      pullBoard: () => call(this.#context, pullBoard, null),
      ...{ saveManifest: nothing, saveBoard: nothing, onSaveFailed: () => undefined },
      receipts: this.#receipts,
      onChange: (held) => this.#onChange(held),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
  }

  #createLink(origin: string, token: string): SocketLink {
    return new SocketLink({
      ...{ origin, token, clock: this.#clock },
      hello: () => aHello({ held: this.keeper.summary() }),
      beat: () => this.#beat(),
      handlers: {
        onPatch: (patch) => this.keeper.receivePatch(patch),
        onAnnouncement: (now) => this.keeper.receiveAnnouncement(now),
        onScreenChanged: (version) => this.keeper.receiveScreenChanged(version),
        onCommand: () => undefined,
        onConnected: () => (this.connections += 1),
        onNewest: (newest) => {
          this.heard += 1;
          this.keeper.receiveNewest(newest);
          void this.#receiptOutbox.drain();
          void this.plays.drain();
        },
        onClock: () => undefined,
        onRevoked: () => undefined,
      },
    });
  }

  #onChange(held: Held): void {
    this.revisions.push(held.plan?.manifest.revision ?? 0);
    const at = this.#clock.now();
    // Without its plan: two hundred of them at once would cost what two hundred PCs have.
    const view = viewAt({
      ...{ held, at, safeMode: true },
      isLeftOut: () => false,
      airable: (slide) => slide,
    });
    this.#receipts.painted({ glass: glassOf(view, view.showing, at), cover: view.cover });
  }

  #beat(): Beat {
    return {
      ...{ held: this.keeper.summary(), glass: null, safeMode: false, clockOffsetMs: 0 },
      ...{ unsentPlays: this.plays.waiting, failedSlideIds: [] },
    };
  }

  async #fetch(...request: Parameters<typeof fetch>): Promise<Response> {
    const response = await fetch(...request);
    if (response.status >= 500) this.serverErrors += 1;
    return response;
  }
}
