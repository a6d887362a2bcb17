/** The parts of one board, put together: stage, player, cache and link. */
import { pullBoard, pullManifest } from '../shared/protocol/http/screens.ts';
import { boardCommands } from './board-commands.ts';
import { BoardLight } from './board-light.ts';
import { BoardMedia } from './board-media.ts';
import type { BoardStorage } from './cache/board-storage.ts';
import { writeDocument, type Documents } from './cache/documents.ts';
import type { KioskServices } from './kiosk-services.ts';
import { keepPanel } from './keep-panel.ts';
import { openStorage } from './open-storage.ts';
import { PlanMemory } from './plan-memory.ts';
import { call, type CallContext } from './link/call.ts';
import { ClockMemory } from './link/clock-memory.ts';
import { GlassReports } from './link/glass-reports.ts';
import { Interceptions } from './link/intercepted.ts';
import { Reporter } from './link/reporter.ts';
import { SocketLink, type LinkHandlers } from './link/socket-link.ts';
import type { Commands } from './player/commands.ts';
import { Failures, MediaMissing } from './player/failures.ts';
import { FirstFrame } from './player/first-frame.ts';
import type { Held } from './player/held.ts';
import { Keeper } from './player/keeper.ts';
import { Loop } from './player/loop.ts';
import { Plays } from './player/plays.ts';
import { QuietMoment } from './player/quiet-moment.ts';
import { Receipts, type Frame } from './player/receipts.ts';
import { sceneOf, slideSceneOf, type SceneSource } from './player/scene-of.ts';
import { newTimedUuid, newUuid } from './player/uuid.ts';
import { SelfReport } from './self-report.ts';

export class Kiosk {
  readonly keeper: Keeper;
  readonly reporter: Reporter;
  readonly glassReports: GlassReports;
  readonly #services: KioskServices;
  readonly #storage: BoardStorage;
  readonly #firstFrame = new FirstFrame();
  readonly #clockMemory: ClockMemory;
  readonly #interceptions: Interceptions;
  readonly #failures = new Failures();
  readonly #quiet = new QuietMoment();
  readonly #media: BoardMedia;
  readonly #receipts: Receipts;
  readonly #loop: Loop;
  readonly #commands: Commands;
  readonly #selfReport: SelfReport;
  readonly #planMemory: PlanMemory;
  readonly #light = new BoardLight(() => this.keeper.held);
  #link: SocketLink | null = null;
  #token: string | null = null;
  #frame: Frame | null = null;

  constructor(services: KioskServices) {
    this.#services = services;
    const stamp = () => services.clock.stamp();
    this.reporter = new Reporter((problem) => this.#link?.reportProblem(problem), stamp);
    this.#clockMemory = new ClockMemory({ ...services, reporter: this.reporter });
    this.#planMemory = new PlanMemory(services);
    this.#interceptions = new Interceptions(this.reporter, () => services.clock.now());
    this.#storage = openStorage({
      ...{ services, reporter: this.reporter, line: () => this.#link },
      held: () => this.keeper.held,
      context: () => this.#callContext(),
      onMediaCame: () => {
        this.#failures.retryMissing();
        this.#loop.wake();
      },
    });
    this.#media = new BoardMedia({
      cache: this.#storage.media,
      held: () => this.keeper.held,
      viewport: services.viewport,
      now: () => services.clock.now(),
      database: services.database,
      onSaveFailed: (error) => this.reporter.report('storage-failed', error),
    });
    this.#receipts = new Receipts({
      send: (receipt) => void this.#storage.receipts.add(receipt),
      newId: newUuid,
    });
    this.keeper = this.#createKeeper();
    this.#loop = this.#createLoop();
    this.#leaveOutCondemned();
    this.glassReports = new GlassReports({
      launcher: services.launcher,
      context: () => this.#callContext(),
      newId: newUuid,
      offsetMs: () => services.clock.offsetMs(),
    });
    this.#commands = boardCommands({
      ...{ services, keeper: this.keeper, glassReports: this.glassReports },
      link: () => this.#link,
    });
    this.#selfReport = new SelfReport({
      ...{ services, keeper: this.keeper, failures: this.#failures },
      ...{ media: this.#media, light: this.#light },
      stored: () => this.#storage.report,
      glass: () => this.#frame?.glass ?? null,
    });
    services.board.onFilmFailed = (showing, error) => this.#loop.fail(showing, error);
    services.board.dimFor = (shades, at) => this.#light.dimFor(shades, at);
  }

  /** Resolves when what must not compete with the first frame may begin. */
  get settled(): Promise<void> {
    return this.#firstFrame.settled;
  }

  /** Looks which files are stored; before that nothing is known to be missing. */
  look(): Promise<void> {
    return this.#media.look();
  }

  /** Starts playing what is held. */
  play(): void {
    this.#fitBoard(this.keeper.held);
    this.#loop.start();
  }

  /** The page has another size: a board that is not paired fills it. */
  fit(): void {
    this.#fitBoard(this.keeper.held);
    this.#loop.wake();
  }

  /** The launcher told something new of the PC. */
  onFacts(): void {
    keepPanel(this.keeper.held.screen, this.#services.launcher);
    this.#link?.beatSoon();
  }

  /** Whose token the calls carry from now on. */
  identify(device: Documents['device']): void {
    this.#token = device.token;
  }

  /** Opens the live line; `onRevoked` comes when the controller does not know the token any more. */
  connect(onRevoked: () => void): void {
    this.#link = new SocketLink({
      origin: this.#services.origin,
      token: this.#token ?? '',
      clock: this.#services.clock,
      hello: () => this.#selfReport.hello(),
      beat: () => this.#selfReport.beat(),
      handlers: this.#linkHandlers(onRevoked),
    });
    this.#link.start();
  }

  /** The live line; null before the board is paired. */
  get link(): SocketLink | null {
    return this.#link;
  }

  /** Ends the play on the glass and the line, before the page starts anew. */
  stop(): void {
    this.#loop.stop();
    this.#link?.stop();
  }

  /** Resolves with the first frame that is drawn. */
  get isDrawn(): Promise<void> {
    return this.#firstFrame.isDrawn;
  }

  /** Calls back once, when the page may start anew. */
  atQuietMoment(callback: () => void): void {
    this.#quiet.wait(callback);
  }

  #createKeeper(): Keeper {
    const { database } = this.#services;
    return new Keeper({
      pullManifest: () => call(this.#callContext(), pullManifest, null),
      pullBoard: () => call(this.#callContext(), pullBoard, null),
      saveManifest: (pulled) => writeDocument(database, 'manifest', pulled),
      saveBoard: (document) => writeDocument(database, 'board', document),
      receipts: this.#receipts,
      onChange: (held) => this.#onHeld(held),
      onSaveFailed: (error) => this.reporter.report('storage-failed', error),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
  }

  #leaveOutCondemned(): void {
    for (const slide of this.#services.suspects.condemned) {
      this.#failures.condemn(slide);
      this.reporter.report('slide-failed', new Error('it took the page with it twice'), slide.id);
    }
  }

  #createLoop(): Loop {
    const { board, clock, safeMode } = this.#services;
    return new Loop({
      stage: board,
      now: () => clock.now(),
      held: () => this.keeper.held,
      isSafeMode: () => safeMode.isOn,
      sceneAt: (at) => sceneOf(this.#sceneSource(), at),
      slideSceneAt: (at) => slideSceneOf(this.#sceneSource(), at),
      failures: this.#failures,
      suspects: this.#services.suspects,
      airable: (slide, at) => this.#media.airable(slide, at),
      plays: new Plays({
        record: (play) => void this.#storage.plays.add(play),
        newId: newTimedUuid,
        isSure: () => clock.isSure,
        monotonicMs: () => clock.stamp(),
      }),
      setTimer: (ms, callback) => {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
      onTurnEnd: () => this.#quiet.come(),
      onPainted: (frame) => this.#onPainted(frame),
      onSlideFailed: (slide, error) => {
        const kind = error instanceof MediaMissing ? 'media-failed' : 'slide-failed';
        this.reporter.report(kind, error, slide.id);
      },
      onFault: (error) => {
        safeMode.fail(this.keeper.held.plan?.hash ?? null);
        this.reporter.report('page-failed', error);
      },
    });
  }

  #linkHandlers(onRevoked: () => void): LinkHandlers {
    const { keeper } = this;
    return {
      onPatch: (patch) => keeper.receivePatch(patch),
      onAnnouncement: (now) => keeper.receiveAnnouncement(now),
      onScreenChanged: (version) => keeper.receiveScreenChanged(version),
      onCommand: (command) => this.#commands.receive(command),
      onNewest: (newest) => {
        this.#interceptions.tell();
        keeper.receiveNewest(newest);
        this.reporter.settle();
        this.#storage.drain();
      },
      onClock: () => {
        this.#clockMemory.heard();
        this.#commands.clockSet();
        this.#loop.wake();
      },
      onConnected: () => this.#media.retryNow(),
      onRevoked,
    };
  }

  #onHeld(held: Held): void {
    const { safeMode } = this.#services;
    if (held.plan) {
      safeMode.receive(held.plan.hash);
      this.#failures.retain(held.plan.manifest.slides);
      this.#services.suspects.retain(held.plan.manifest.slides);
    }
    this.#fitBoard(held);
    keepPanel(held.screen, this.#services.launcher);
    this.#loop.wake();
    this.#receiptsOfNow();
  }

  #onPainted(frame: Frame): void {
    this.#firstFrame.drawn();
    this.#frame = frame;
    this.#receipts.painted(frame);
    this.#link?.beatSoon();
    this.#clockMemory.passed();
    this.#planMemory.passed(this.keeper.held, this.#services.clock.now());
    this.#quiet.painted(frame.glass);
  }

  /** What is true of the last frame already, such as that a withdrawn slide is not on the glass. */
  #receiptsOfNow(): void {
    if (!this.#frame) return;
    const { glass, cover } = this.#frame;
    const paintedAt = this.#services.clock.now();
    this.#receipts.painted({ glass: { ...glass, paintedAt }, cover });
  }

  #fitBoard({ screen, plan }: Held): void {
    const { board, viewport } = this.#services;
    board.viewport = viewport();
    board.box = screen ?? { ...board.viewport, offsetX: 0, offsetY: 0 };
    board.manifestRevision = plan?.manifest.revision ?? 0;
    if (this.#media.changed()) void this.settled.then(() => this.#media.keep());
  }

  #sceneSource(): SceneSource {
    const viewport = this.#services.viewport();
    const { load: loadPicture, loadFilm: loadVideo } = this.#media.pictures;
    return { held: this.keeper.held, viewport, loadPicture, loadVideo };
  }

  #callContext(): CallContext {
    const { fetch, origin } = this.#services;
    return { fetch, origin, token: this.#token, onIntercepted: this.#interceptions.note };
  }
}
