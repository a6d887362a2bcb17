/** The loop with a fake stage and a clock that a test turns by hand. */
import type { Announcement } from '../../../shared/content/announcement.ts';
import type { Play } from '../../../shared/content/play.ts';
import type { Manifest, ManifestSlide } from '../../../shared/protocol/manifest.ts';
import { manifestHash } from '../../../shared/protocol/manifest-hash.ts';
import { Failures } from '../../../kiosk/player/failures.ts';
import { nothingHeld, receiveManifest, type Held } from '../../../kiosk/player/held.ts';
import { Loop } from '../../../kiosk/player/loop.ts';
import { Plays } from '../../../kiosk/player/plays.ts';
import type { Frame } from '../../../kiosk/player/receipts.ts';
import { sceneOf, slideSceneOf, type SceneSource } from '../../../kiosk/player/scene-of.ts';
import type { Suspects } from '../../../kiosk/player/suspects.ts';
import { FakeStage } from './fake-stage.ts';

export class LoopRig {
  readonly stage = new FakeStage();
  readonly plays: Play[] = [];
  readonly frames: Frame[] = [];
  readonly failed: string[] = [];
  readonly faults: unknown[] = [];
  /** What was being built, and what was on the glass, as it was noted. */
  readonly atRisk: Parameters<Suspects['watch']>[] = [];
  readonly loop: Loop;
  held: Held = nothingHeld;
  isSafeMode = false;
  /** Whether the page starts anew at the end of a turn. */
  isLeaving = false;
  isSure = true;
  /** What of a slide may go on air: all of it unless told. */
  airable: (slide: ManifestSlide) => ManifestSlide | null = (slide) => slide;
  at: number;
  #setOnMs = 0;
  #timer: { readonly dueAt: number; readonly callback: () => void } | null = null;

  constructor(at: number) {
    this.at = at;
    let made = 0;
    this.loop = new Loop({
      stage: this.stage,
      now: () => this.at,
      held: () => this.held,
      isSafeMode: () => this.isSafeMode,
      sceneAt: (instant) => sceneOf(this.#scenes(), instant),
      slideSceneAt: (instant) => slideSceneOf(this.#scenes(), instant),
      failures: new Failures(),
      suspects: { watch: (...atRisk) => this.atRisk.push(atRisk), endedWell: () => undefined },
      airable: (slide) => this.airable(slide),
      plays: new Plays({
        record: (play) => this.plays.push(play),
        isSure: () => this.isSure,
        monotonicMs: () => this.at - this.#setOnMs,

        newId: () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`,
      }),
      setTimer: (ms, callback) => {
        const timer = { dueAt: this.at + ms, callback };
        this.#timer = timer;
        return () => {
          if (this.#timer === timer) this.#timer = null;
        };
      },
      onTurnEnd: () => this.isLeaving,
      onPainted: (frame) => this.frames.push(frame),
      onSlideFailed: (slide) => this.failed.push(slide.id),
      onFault: (error) => this.faults.push(error),
    });
  }

  /** The clock is corrected; what runs beneath goes on. */
  setClockOn(ms: number): void {
    this.at += ms;
    this.#setOnMs += ms;
  }

  #scenes(): SceneSource {
    return {
      held: this.held,
      viewport: { widthPx: 600, heightPx: 300 },
      loadPicture: () => Promise.reject(new Error('no pictures here')),
    };
  }

  hold(manifest: Manifest): void {
    this.held = receiveManifest(this.held, { manifest, hash: manifestHash(manifest) }) ?? this.held;
  }

  announce(announcements: readonly Announcement[]): void {
    this.held = { ...this.held, announcements };
    this.loop.wake();
  }

  async start(): Promise<void> {
    this.loop.start();
    await this.settle();
  }

  /** Lets promises and timers run until `at`. */
  async until(at: number): Promise<void> {
    await this.settle();
    while (this.#timer && this.#timer.dueAt <= at) {
      const { dueAt, callback } = this.#timer;
      this.#timer = null;
      this.at = dueAt;
      callback();
      await this.settle();
    }
    this.at = at;
  }

  async settle(): Promise<void> {
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
  }
}
