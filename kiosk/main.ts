/** The board's page. The only file that reaches for what the browser offers; it hands it to the parts. */
// First of all, since it begins what takes long.
import { databaseOpening, earlyFetch } from './early.ts';
import { isWitnessed, page, SERVICE_WORKER, vouchFor, whenStoodStill } from './witness.ts';
import type { BoardDatabase } from './cache/database.ts';
import { forgetDevice, readDevice, writeDevice } from './cache/device-memory.ts';
import { noteDocument, readDocument, type Documents } from './cache/documents.ts';
import { readManifest } from './cache/kept-manifest.ts';
import { keepServiceWorker, tellPainted } from './cache/service-worker-client.ts';
import { DeviceWatch } from './device-watch.ts';
import { Kiosk } from './kiosk.ts';
import type { KioskServices } from './kiosk-services.ts';
import { BoardClock } from './link/board-clock.ts';
import { launcherBinding, LauncherLink } from './link/launcher-link.ts';
import { pair } from './link/pairing.ts';
import { PageLife } from './player/page-life.ts';
import { SafeMode, type SafeModeStorage } from './player/safe-mode.ts';
import { Suspects } from './player/suspects.ts';
import { newUuid } from './player/uuid.ts';
import { lockDown } from './stage/lock-down.ts';
import './stage/plaza-board.ts';

const PAIRING_HASH = /^#pair=(.+)$/;
/** A board that has nothing cached waits this long for its first manifest before it shows the house clock. */
const FIRST_MANIFEST_MS = 1_500;

/** After a death the page waits this long for its witness before it plays anything. */
const WITNESS_MS = 1_000;

const build = document.querySelector<HTMLMetaElement>('[name=plaza-build]')?.content ?? '';
const life = new PageLife(sessionStorage, page);
let isPersisted = false;

void start();

async function start(): Promise<void> {
  const secret = takeSecret();
  const database = await databaseOpening;
  const launcher: LauncherLink = new LauncherLink({
    binding: launcherBinding(window),
    events: window,
    newId: newUuid,
    onFault: (fault) => kiosk.glassReports.fault(fault),
    onFacts: () => kiosk.onFacts(),
  });
  const [services, device, manifest, boardDocument] = await Promise.all([
    servicesOf(database, launcher),
    readDevice(localStorage, database),
    database && readManifest(database, build),
    database && readDocument(database, 'board'),
  ]);
  const { board, safeMode } = services;
  document.body.append(board);
  await board.updateComplete;
  const kiosk = new Kiosk(services);
  launcher.start();
  board.onLaidOut = (slide, omitted) => kiosk.reporter.misfit(slide, omitted);
  watchPage(kiosk, services);
  void isWitnessed.then(() => services.suspects.watched());
  whenStoodStill(() => kiosk.reporter.report('page-failed', 'the page stood still'));
  void tellStarted(kiosk, services);
  const looking = kiosk.look();
  if (device) kiosk.keeper.restore({ manifest, board: boardDocument });
  await looking;
  safeMode.suspect(manifest?.pulled.hash ?? null);
  if (safeMode.hasDied) await Promise.race([isWitnessed, sleep(WITNESS_MS)]);
  if (device && kiosk.keeper.held.plan) kiosk.play();
  await run(kiosk, services, device ?? (await pairBoard(kiosk, services, secret)));
}

async function run(
  kiosk: Kiosk,
  services: KioskServices,
  device: Documents['device'],
): Promise<void> {
  kiosk.identify(device);
  const first = kiosk.keeper.pullAll();
  if (!kiosk.keeper.held.plan) await Promise.race([first, sleep(FIRST_MANIFEST_MS)]);
  kiosk.play();
  services.board.pairing = null;
  await kiosk.settled;
  kiosk.connect(() => void revoke(services));
  installWorker(kiosk, services);
  void keepAwake();
  void askToPersist();
}

/** The house clock runs beneath the card, so that the glass is alive before the first pairing. */
async function pairBoard(
  kiosk: Kiosk,
  services: KioskServices,
  secret: string | null,
): Promise<Documents['device']> {
  const { board, clock, origin, database } = services;
  const { widthPx, heightPx } = services.viewport();
  if (!secret) board.pairing = { code: null };
  kiosk.play();
  const device = await pair({
    context: { fetch: services.fetch, origin, token: null },
    secret,
    viewportWidthPx: widthPx,
    viewportHeightPx: heightPx,
    now: () => clock.now(),
    sleep,
    onCode: (code) => (board.pairing = { code }),
  });
  await writeDevice(localStorage, database, device).catch((error: unknown) => {
    kiosk.reporter.report('storage-failed', error);
  });
  return device;
}

/** Cut off by a person: the board belongs to no screen any more, and asks for a new code. */
async function revoke(services: KioskServices): Promise<void> {
  await forgetDevice(localStorage, services.database);
  services.reload();
}

async function servicesOf(
  database: BoardDatabase | null,
  launcher: LauncherLink,
): Promise<KioskServices> {
  const [remembered, starts, suspects] = await Promise.all([
    database && readDocument(database, 'clock'),
    database && readDocument(database, 'starts'),
    suspectsOf(database),
  ]);
  const sources = { monotonicMs: () => performance.now(), wallMs: () => Date.now() };
  const safeMode = new SafeMode(startsMemory(database, starts), () => Date.now());
  const board = document.createElement('plaza-board');
  board.devicePixelRatio = devicePixelRatio;
  const clock = new BoardClock(sources, remembered);
  const deviceWatch = watchDevice(clock);
  return {
    board,
    clock,
    safeMode,
    suspects,
    database,
    fetch: (...request) => datedFetch(clock, request),
    subtle: isSecureContext ? crypto.subtle : undefined,
    origin: location.origin,
    build,
    viewport: () => ({
      widthPx: Math.round(innerWidth * devicePixelRatio),
      heightPx: Math.round(innerHeight * devicePixelRatio),
    }),
    isPersisted: () => isPersisted,
    memory: localStorage,
    launcher,
    deviceFacts: () => deviceWatch.facts(),
    reload: () => {
      endOrderly(safeMode);
      location.reload();
    },
  };
}

/** The quick memory alone comes to the disk up to a minute later, and a browser that is killed forgets it. */
function startsMemory(database: BoardDatabase | null, kept: string | null): SafeModeStorage {
  return {
    getItem: (key) => kept ?? localStorage.getItem(key),
    setItem: (key, value) => {
      if (database) noteDocument(database, 'starts', value);
      localStorage.setItem(key, value);
    },
  };
}

async function suspectsOf(database: BoardDatabase | null): Promise<Suspects> {
  const [remembered, hung] = await Promise.all([
    database && readDocument(database, 'suspects'),
    database && readDocument(database, 'hung'),
  ]);
  return new Suspects({
    page,
    remembered,
    hasDied: (before) => before === life.crashed || before === hung?.page,
    save: (notes) => {
      if (database) noteDocument(database, 'suspects', notes);
    },
  });
}

function endOrderly(safeMode: SafeMode): void {
  safeMode.endOrderly();
  life.endOrderly();
}

/** As `fetch`; what the controller itself answers also tells roughly what time it is. */
async function datedFetch(clock: BoardClock, request: Parameters<typeof fetch>): Promise<Response> {
  const response = await earlyFetch(...request);
  const at = Date.parse(response.headers.get('date') ?? '');
  const isOurs = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  if (response.ok && isOurs && !Number.isNaN(at)) clock.hint(at);
  return response;
}

function watchDevice(clock: BoardClock): DeviceWatch {
  // Missing where the page came over plain HTTP.
  const canEstimate = 'storage' in navigator;
  return new DeviceWatch({
    estimate: canEstimate ? () => navigator.storage.estimate() : null,
    isPersisted: () => isPersisted,
    watchFrames: (onLong) => {
      if (!PerformanceObserver.supportedEntryTypes.includes('long-animation-frame')) return;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) onLong(duration);
      }).observe({ type: 'long-animation-frame' });
    },
    monotonicMs: () => performance.now(),
    startedAt: () => Math.round(clock.now() - performance.now()),
  });
}

function watchPage(kiosk: Kiosk, { safeMode }: KioskServices): void {
  lockDown(document);
  addEventListener('online', () => kiosk.link?.reconnectNow());
  addEventListener('resize', () => kiosk.fit());
  addEventListener('error', (event) => kiosk.reporter.report('page-failed', event.error));
  addEventListener('unhandledrejection', (event) => {
    kiosk.reporter.report('page-failed', event.reason);
  });
  addEventListener('pagehide', () => {
    kiosk.stop();
    endOrderly(safeMode);
  });
  document.addEventListener('visibilitychange', () => void keepAwake());
}

/** Without the promise the browser may drop the cache of a PC whose disk is full. */
async function askToPersist(): Promise<void> {
  // Both are missing where the page came over plain HTTP.
  if ('storage' in navigator && 'persist' in navigator.storage) {
    isPersisted = await navigator.storage.persist();
  }
}

async function keepAwake(): Promise<void> {
  if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
  // Refused on battery or by policy: then the system's own settings keep the display on.
  await navigator.wakeLock.request('screen').catch(() => undefined);
}

async function tellStarted(kiosk: Kiosk, { build }: KioskServices): Promise<void> {
  await kiosk.isDrawn;
  if (!('serviceWorker' in navigator) || build === '') return;
  await tellPainted(navigator.serviceWorker, build, (builds) => {
    kiosk.reporter.report('build-failed', `${builds.join(', ')} did not start; ${build} goes on`);
  });
}

function installWorker(kiosk: Kiosk, services: KioskServices): void {
  // The development server has no worker to give.
  if (!('serviceWorker' in navigator) || services.build === '') return;
  keepServiceWorker({
    container: navigator.serviceWorker,
    url: vouchFor(SERVICE_WORKER),
    scopes: ['/board', '/board/'],
    onUpdate: (activate) => kiosk.atQuietMoment(activate),
    onTakenOver: services.reload,
    onFailure: (error) => kiosk.reporter.report('storage-failed', error),
  });
}

/** The secret of a board link, once; it does not stay in the address. */
function takeSecret(): string | null {
  const secret = PAIRING_HASH.exec(location.hash)?.[1] ?? null;
  if (secret) history.replaceState(null, '', location.pathname);
  return secret && decodeURIComponent(secret);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
