/**
 * The player's loop: asks what should be on the glass, and brings it there. It sleeps until the answer
 * can change (30 s at most, since clocks jump and machines sleep) and wakes at once on a push.
 */
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import type { Scene } from '../../shared/slides/scene.ts';
import { MINUTE_MS, type EpochMs } from '../../shared/time.ts';
import { builtInShowing } from './built-in-slide.ts';
import { NotInTime, type Failures } from './failures.ts';
import { fadeBetween } from './fade-between.ts';
import { glassOf } from './glass-of.ts';
import type { Held } from './held.ts';
import { Leaving } from './leaving.ts';
import type { Plays } from './plays.ts';
import type { Frame } from './receipts.ts';
import { SlideFit } from './slide-fit.ts';
import type { Stage } from './stage.ts';
import type { Suspects } from './suspects.ts';
import { TurnOrder } from './turn-order.ts';
import { darknessOf, isCovered, isSameCover, type Showing, type View } from './view.ts';
import { nextShowing, viewAt, type ViewQuestion } from './view-at.ts';
import { Wings } from './wings.ts';

export interface LoopOptions {
  readonly stage: Stage;
  readonly now: () => EpochMs;
  readonly held: () => Held;
  readonly isSafeMode: () => boolean;
  /** The whole board. */
  readonly sceneAt: (at: EpochMs) => Scene;
  /** What slides are drawn in: the board, less what a strip takes. */
  readonly slideSceneAt: (at: EpochMs) => Scene;
  readonly failures: Failures;
  readonly suspects: Pick<Suspects, 'watch' | 'endedWell'>;
  readonly airable: (slide: ManifestSlide, at: EpochMs) => ManifestSlide | null;
  readonly plays: Plays;
  /** Calls back once; answers a function that calls it off. */
  readonly setTimer: (ms: number, callback: () => void) => () => void;
  /** A turn is over. Answers whether the page starts anew now, so that the next turn is left to that page. */
  readonly onTurnEnd: () => boolean;
  /** A frame with something new was drawn. */
  readonly onPainted: (frame: Frame) => void;
  readonly onSlideFailed: (slide: ManifestSlide, error: unknown) => void;
  /** Planning itself failed: the manifest is poison, or there is a bug. */
  readonly onFault: (error: unknown) => void;
}

const LONGEST_SLEEP_MS = 30_000;
/** A slide that is not ready this long after its turn began is skipped. */
const PATIENCE_MS = 4_000;
/** A withdrawn slide makes way for the house clock when its successor is not ready by then. */
const WITHDRAWAL_MS = 500;
/** Slides take their new size this long after an announcement came. */
const REFIT_MS = 400;
/** The next slide is built this long after the one before came on, when the fade is over. */
const SETTLE_MS = 1_200;

export class Loop {
  readonly #options: LoopOptions;
  readonly #wings: Wings;
  #cancelTimer: () => void = () => undefined;
  #view: View | null = null;
  #shown: Showing | null = null;
  #shownAt: EpochMs = 0;
  /** What was painted last: `#shown`, or the one before while a fade runs. */
  #painted: Showing | null = null;
  /** Since when something else should be on the glass than is. */
  #lateSince: EpochMs | null = null;
  #minute = -1;
  /** When an announcement came or went last. */
  #coveredAt: EpochMs = 0;
  readonly #fit = new SlideFit();
  readonly #turns = new TurnOrder();
  readonly #leaving = new Leaving();
  #isRunning = false;

  constructor(options: LoopOptions) {
    this.#options = options;
    this.#wings = new Wings({
      stage: options.stage,
      onSettled: () => this.wake(),
      onBuilding: (slides) => options.suspects.watch(slides, null),
    });
  }

  start(): void {
    this.#isRunning = true;
    this.wake();
  }

  stop(): void {
    this.#isRunning = false;
    this.#cancelTimer();
    this.#wings.keepOnly([]);
    this.#options.plays.stop(this.#options.now());
  }

  /** What is on the glass turned out not to play: whatever stands in comes at once. */
  fail(showing: Showing, error: unknown): void {
    if (this.#shown?.key !== showing.key) return;
    this.#leaveOut(showing, error, this.#options.now());
    this.wake();
  }

  /** Looks at once; to be called after every change of what the board holds. Never throws. */
  wake(): void {
    if (!this.#isRunning) return;
    this.#cancelTimer();
    const at = this.#options.now();
    try {
      this.#turn(at);
    } catch (error) {
      this.#options.onFault(error);
    }
    const sleepMs = Math.max(1, this.#wakeAt(at) - at);
    this.#cancelTimer = this.#options.setTimer(sleepMs, () => this.wake());
  }

  #turn(at: EpochMs): void {
    const before = this.#view;
    this.#tellTime(at);
    let view = viewAt(this.#question(at));
    this.#layOver(before, view, at);
    this.#fitSlides(view, at);
    // Each round leaves one more slide out, so this ends at the latest with the slide of the build.
    while (this.#showSlide(view, at)) view = viewAt(this.#question(at));
    this.#view = view;
    const next = this.#prepareNext(view, at);
    this.#wings.keepOnly([
      view.showing,
      next,
      ...(this.#lateSince === null ? [] : [builtInShowing]),
    ]);
    this.#options.suspects.watch(this.#wings.building, this.#shown?.slide ?? null);
  }

  /** The strip, and slides of the size that it leaves: where that changed, all of them are built anew. */
  #fitSlides(view: View, at: EpochMs): void {
    // Not in the frame in which an announcement comes: that one must not wait.
    if (view.cover && at < this.#coveredAt + REFIT_MS) return;
    const { geometry } = this.#options.slideSceneAt(at);
    const change = this.#fit.changeTo(geometry, view.ticker?.seq);
    if (change === 'nothing') return;
    this.#options.stage.tick(view.ticker, this.#options.sceneAt(at));
    if (change === 'strip') return;
    this.#shown = null;
    this.#wings.keepOnly([]);
  }

  /** Clocks on the board show minutes. */
  #tellTime(at: EpochMs): void {
    const minute = Math.floor(at / MINUTE_MS);
    if (minute === this.#minute) return;
    this.#minute = minute;
    this.#options.stage.refresh(this.#options.slideSceneAt(at));
  }

  #question(at: EpochMs): ViewQuestion {
    const { held, isSafeMode, failures, airable } = this.#options;
    return {
      held: held(),
      safeMode: isSafeMode(),
      isLeftOut: (slide) => failures.has(slide, at),
      airable: (slide) => airable(slide, at),
      at,
    };
  }

  /** Announcements and darkness cut in and out before anything else is done. */
  #layOver(before: View | null, view: View, at: EpochMs): void {
    const { stage, plays, sceneAt } = this.#options;
    const onPainted = () => this.#onPainted(view);
    if (!isSameCover(before, view)) {
      this.#coveredAt = at;
      stage.cover(view.cover, sceneAt(at), onPainted);
    }
    const dark = darknessOf(view);
    if ((before ? darknessOf(before) : null) !== dark) stage.darken(dark, onPainted);
    if (isCovered(view)) plays.stop(at);
    else if (before && isCovered(before) && this.#shown) this.#startPlay(this.#shown, at);
  }

  /** Brings the wanted slide on where it is ready. Answers whether it had to be left out instead. */
  #showSlide(view: View, at: EpochMs): boolean {
    const target = view.showing;
    if (!target || target.key === this.#shown?.key) {
      this.#lateSince = null;
      return false;
    }
    this.#lateSince ??= at;
    const readiness = this.#wings.want(target, () => this.#sceneFor(target, at));
    if (readiness.kind === 'failed') return this.#leaveOut(target, readiness.error, at);
    if (readiness.kind === 'ready') {
      if (this.#isLeaving(view, at)) return false;
      this.#lateSince = null;
      this.#swap(target, { view, fadeMs: fadeBetween(this.#shown, target, at), at });
    } else if (at >= this.#lateSince + PATIENCE_MS) {
      return this.#leaveOut(target, new NotInTime(target.slot?.endMs ?? Infinity), at);
    } else if (at >= this.#lateSince + WITHDRAWAL_MS) this.#stepAside(view, at);
    return false;
  }

  #swap(
    target: Showing,
    swap: { readonly view: View; readonly fadeMs: number; readonly at: EpochMs },
  ): void {
    const { view, at } = swap;
    const before = this.#shown;
    const { stage, plays, suspects } = this.#options;
    if (before?.slot && at >= before.slot.endMs) suspects.endedWell(before.slide);
    // Before it comes on: it may stop the page in that very moment.
    suspects.watch([target.slide], null);
    [this.#shown, this.#shownAt] = [target, at];
    if (isCovered(view)) plays.stop(at);
    else this.#startPlay(target, at);
    stage.show(this.#wings.take(target), {
      scene: this.#options.slideSceneAt(at),
      fadeMs: isCovered(view) ? 0 : swap.fadeMs,
      onPainted: () => {
        plays.confirm(target);
        this.#painted = target;
        this.#onPainted(view);
      },
    });
  }

  /** Between two turns the page may start anew. Not beneath an announcement: nothing covers that start. */
  #isLeaving(view: View, at: EpochMs): boolean {
    return this.#leaving.isOn(at, () => {
      const slot = this.#shown?.slot;
      if (!slot || at < slot.endMs || view.cover || !this.#options.onTurnEnd()) return false;
      this.#options.plays.stop(at);
      return true;
    });
  }

  /** False where there is nothing left to try: the slide of the build itself failed. */
  #leaveOut(target: Showing, error: unknown, at: EpochMs): boolean {
    const { failures, onSlideFailed } = this.#options;
    if (target === builtInShowing) return false;
    // Whatever comes instead gets its own time.
    this.#lateSince = null;
    const isNews = failures.add(target.slide, error, at);
    if (isNews) onSlideFailed(target.slide, error);
    return true;
  }

  /** The house clock takes the glass from a slide that was withdrawn, until the next one is ready. */
  #stepAside(view: View, at: EpochMs): void {
    const shown = this.#shown;
    const slides = this.#options.held().plan?.manifest.slides ?? [];
    if (!shown?.slot || slides.some(({ id }) => id === shown.slide.id)) return;
    const readiness = this.#wings.want(builtInShowing, () => this.#sceneFor(builtInShowing, at));
    if (readiness.kind === 'ready') this.#swap(builtInShowing, { view, fadeMs: 0, at });
  }

  #prepareNext(view: View, at: EpochMs): Showing | null {
    const shown = this.#shown;
    if (!shown || shown.key !== view.showing?.key || at < this.#shownAt + SETTLE_MS) return null;
    for (;;) {
      const next = nextShowing(this.#question(at), shown);
      if (!next) return null;
      const readiness = this.#wings.want(next, () => this.#sceneFor(next, at));
      // Known before its turn: then the turn is not spent on waiting.
      if (readiness.kind !== 'failed' || !this.#leaveOut(next, readiness.error, at)) return next;
    }
  }

  #startPlay(showing: Showing, at: EpochMs): void {
    const { plays } = this.#options;
    if (showing.slot && this.#turns.isAgain(showing.slot.startMs)) plays.stop(at);
    else plays.start(showing, at, this.#options.held().plan?.manifest.revision ?? 0);
  }

  #onPainted(view: View): void {
    // What was replaced before its frame was drawn is no news.
    const now = this.#view ?? view;
    const glass = glassOf(now, this.#painted, this.#options.now());
    this.#options.onPainted({ glass, cover: now.cover });
  }

  #sceneFor(showing: Showing, at: EpochMs): Scene {
    return this.#options.slideSceneAt(Math.max(at, showing.slot?.startMs ?? 0));
  }

  #wakeAt(at: EpochMs): EpochMs {
    const times = [
      at + LONGEST_SLEEP_MS,
      Math.floor(at / MINUTE_MS) * MINUTE_MS + MINUTE_MS,
      this.#view?.changesAt ?? Infinity,
      this.#shownAt + SETTLE_MS,
      this.#coveredAt + REFIT_MS,
      this.#leaving.lookAgainAt,
      ...(this.#lateSince === null
        ? []
        : [this.#lateSince + WITHDRAWAL_MS, this.#lateSince + PATIENCE_MS]),
    ];
    return Math.min(...times.filter((time) => time > at));
  }
}
