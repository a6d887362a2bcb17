/**
 * Keeps what the board holds up to date: takes in pushes, pulls what is missing, and saves it after it
 * was painted. Whatever fails here changes nothing on the glass.
 */
import type { AnnouncementNow, Beat, Newest } from '../../shared/protocol/events.ts';
import type { BoardDocument } from '../../shared/protocol/http/screens.ts';
import type { Manifest, ManifestPatch } from '../../shared/protocol/manifest.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { KeptManifest } from '../cache/kept-manifest.ts';
import {
  nothingHeld,
  receiveAnnouncement,
  receiveBoard,
  receiveManifest,
  receivePatch,
  restoreManifest,
  type Held,
} from './held.ts';
import type { Receipts } from './receipts.ts';
import { SingleFlight } from '../single-flight.ts';

export interface PulledManifest {
  readonly manifest: Manifest;
  readonly hash: string;
}

export interface KeeperOptions {
  readonly pullManifest: () => Promise<PulledManifest>;
  readonly pullBoard: () => Promise<BoardDocument>;
  readonly saveManifest: (pulled: PulledManifest) => Promise<void>;
  readonly saveBoard: (document: BoardDocument) => Promise<void>;
  readonly receipts: Receipts;
  /** What is held changed: look at once what should be on the glass. */
  readonly onChange: (held: Held) => void;
  readonly onSaveFailed: (error: unknown) => void;
  readonly wait: (ms: number) => Promise<void>;
}

/** A frame is painted long before; saving never competes with it. */
const SAVE_AFTER_MS = 200;
const PULL_RETRY_MS = 4_000;

export class Keeper {
  readonly #options: KeeperOptions;
  #held: Held = nothingHeld;
  readonly #manifestPull: SingleFlight;
  readonly #boardPull: SingleFlight;
  readonly #manifestSave: SingleFlight;
  readonly #boardSave: SingleFlight;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#manifestPull = new SingleFlight(() => this.#pull(() => this.#pullManifest()));
    this.#boardPull = new SingleFlight(() => this.#pull(() => this.#pullBoard()));
    this.#manifestSave = new SingleFlight(() => this.#save(() => this.#saveManifest()));
    this.#boardSave = new SingleFlight(() => this.#save(() => this.#saveBoard()));
  }

  get held(): Held {
    return this.#held;
  }

  /** What the cache had; only at the start. Plays nothing by itself. */
  restore(cached: {
    readonly manifest: KeptManifest | null;
    readonly board: BoardDocument | null;
  }): void {
    let held = cached.manifest ? restoreManifest(cached.manifest) : nothingHeld;
    if (cached.board) held = receiveBoard(held, cached.board);
    this.#held = held;
  }

  receivePatch(patch: ManifestPatch): void {
    const before = this.#held.plan?.manifest ?? null;
    const outcome = receivePatch(this.#held, patch);
    if (outcome.kind === 'gap') void this.#manifestPull.run();
    if (outcome.kind !== 'applied') return;
    this.#takeManifest(outcome.held, before);
  }

  receiveAnnouncement({ announcement }: AnnouncementNow): void {
    const { held, isGap } = receiveAnnouncement(this.#held, announcement);
    if (isGap) void this.#boardPull.run();
    if (held === this.#held) return;
    if (held.announcements !== this.#held.announcements) {
      this.#options.receipts.expectAnnouncement(announcement);
    }
    this.#change(held);
    void this.#boardSave.run();
  }

  /** Dark until then, before the board's own document says so; null lights it. */
  blank(until: EpochMs | null): void {
    this.#change({ ...this.#held, blankUntil: until });
  }

  receiveScreenChanged(version: number): void {
    if (version > (this.#held.screen?.version ?? 0)) void this.#boardPull.run();
  }

  /** Compares what is held with what is newest, and pulls what is behind. */
  receiveNewest(newest: Newest): void {
    const { plan, screen, announcementSeq } = this.#held;
    const isLevel =
      plan?.manifest.id === newest.manifestId &&
      plan.manifest.revision >= newest.manifestRevision &&
      (plan.manifest.revision > newest.manifestRevision || plan.hash === newest.manifestHash);
    if (!isLevel) void this.#manifestPull.run();
    const isBoardLevel =
      screen?.id === newest.screenId &&
      screen.version >= newest.screenVersion &&
      announcementSeq >= newest.announcementSeq;
    if (!isBoardLevel) void this.#boardPull.run();
  }

  /** Pulls everything, whatever is held. Resolves when both tries are over; never rejects. */
  async pullAll(): Promise<void> {
    await Promise.all([this.#manifestPull.run(), this.#boardPull.run()]);
  }

  /** What hello and beat say about it. */
  summary(): Beat['held'] {
    const { plan, screen, announcementSeq } = this.#held;
    return {
      manifestId: plan?.manifest.id ?? null,
      manifestRevision: plan?.manifest.revision ?? 0,
      manifestHash: plan?.hash ?? null,
      announcementSeq,
      screenVersion: screen?.version ?? 0,
    };
  }

  #takeManifest(held: Held, before: Manifest | null): void {
    if (held.plan) this.#options.receipts.expectChanges(before, held.plan.manifest);
    this.#change(held);
    void this.#manifestSave.run();
  }

  #change(held: Held): void {
    this.#held = held;
    this.#options.onChange(held);
  }

  async #pullManifest(): Promise<void> {
    const pulled = await this.#options.pullManifest();
    const before = this.#held.plan?.manifest ?? null;
    const held = receiveManifest(this.#held, pulled);
    if (held) this.#takeManifest(held, before);
  }

  async #pullBoard(): Promise<void> {
    const document = await this.#options.pullBoard();
    const known = new Map(this.#held.announcements.map(({ id, seq }) => [id, seq]));
    const held = receiveBoard(this.#held, document);
    for (const announcement of held.announcements) {
      if ((known.get(announcement.id) ?? 0) < announcement.seq) {
        this.#options.receipts.expectAnnouncement(announcement);
      }
    }
    this.#change(held);
    void this.#boardSave.run();
  }

  async #pull(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      // The link is down or something answers in the controller's place: the next beat asks again.
      await this.#options.wait(Math.random() * PULL_RETRY_MS);
    }
  }

  async #save(work: () => Promise<void>): Promise<void> {
    await this.#options.wait(SAVE_AFTER_MS);
    try {
      await work();
    } catch (error) {
      this.#options.onSaveFailed(error);
    }
  }

  async #saveManifest(): Promise<void> {
    const { plan } = this.#held;
    if (plan) await this.#options.saveManifest({ manifest: plan.manifest, hash: plan.hash });
  }

  async #saveBoard(): Promise<void> {
    const { screen, announcements, announcementSeq } = this.#held;
    const document = { announcements: [...announcements], announcementSeq };
    if (screen) await this.#options.saveBoard({ screen, ...document });
  }
}
