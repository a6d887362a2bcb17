/** A board that holds its manifest by patches and reports what it played, over a real socket. */
import { randomUUID } from 'node:crypto';
import type { Play } from '../../shared/content/play.ts';
import { MAX_BATCH, type Beat } from '../../shared/protocol/events.ts';
import type { Manifest, ManifestPatch, Slot } from '../../shared/protocol/manifest.ts';
import { applyPatch } from '../../shared/schedule/apply-patch.ts';
import { aHello, ask, openKiosk, value, type KioskClient } from './kiosk-client.ts';
import { TestClient } from './test-client.ts';
import type { TestController } from './test-controller.ts';

export class ReportingBoard {
  readonly #socket: KioskClient;
  readonly patches: ManifestPatch[] = [];
  manifest: Manifest;

  private constructor(socket: KioskClient, manifest: Manifest) {
    this.#socket = socket;
    this.manifest = manifest;
    socket.on('manifest:changed', (patch) => {
      const next = applyPatch(this.manifest, patch);
      if (!next) throw new Error(`patch ${patch.from} to ${patch.to} does not fit`);
      this.patches.push(patch);
      this.manifest = next;
    });
  }

  /** Pairs with the screen, pulls, and says hello. */
  static async open(controller: TestController, screenId: string): Promise<ReportingBoard> {
    const token = await controller.deviceToken(screenId);
    const device = new TestClient(controller.origin, { authorization: `Bearer ${token}` });
    const { manifest } = await device.get('pullManifest');
    const socket = await openKiosk(controller, token);
    const board = new ReportingBoard(socket, manifest);
    await value(ask(socket, 'kiosk:hello', aHello({ held: board.#held() })));
    return board;
  }

  /** Resolves when the controller has heard it, after every patch that it had sent before. */
  async beat(fields: Partial<Beat> = {}): Promise<void> {
    const beat: Beat = {
      held: this.#held(),
      glass: null,
      safeMode: false,
      clockOffsetMs: 0,
      unsentPlays: 0,
      failedSlideIds: [],
      ...fields,
    };
    await value(ask(this.#socket, 'kiosk:beat', beat));
  }

  /** Reports `slots` as played to their ends. */
  async played(slots: readonly Slot[], fields: Partial<Play> = {}): Promise<void> {
    const plays = slots.map((slot): Play => {
      const { startMs, endMs, slideId, bookingId } = slot;
      return {
        ...{ id: randomUUID(), slideId, revisionId: `${slideId}-r1`, bookingId },
        ...{ slotStartMs: startMs, startedAt: startMs + 80, endedAt: endMs + 80 },
        ...{ outcome: 'played', manifestRevision: this.manifest.revision, ...fields },
      };
    });
    for (let from = 0; from < plays.length; from += MAX_BATCH)
      await value(ask(this.#socket, 'kiosk:plays', { plays: plays.slice(from, from + MAX_BATCH) }));
  }

  close(): void {
    this.#socket.disconnect();
  }

  #held(): Beat['held'] {
    const { id, revision } = this.manifest;
    return {
      ...{ manifestId: id, manifestRevision: revision, manifestHash: null },
      ...{ announcementSeq: 0, screenVersion: 0 },
    };
  }
}
