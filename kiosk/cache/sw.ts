/**
 * The board's service worker: the built page from its own cache, whatever the network does. One build is
 * complete or absent; an old one goes on until the page is started anew, and stays at hand until its
 * successor has drawn a frame.
 */
import { noBuilds, onPainted, onStart, onUnseen, parseBuilds, type Builds } from './builds.ts';

interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchLike extends Lifetime {
  readonly request: Request;
  /** The page that a navigation makes. */
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}
interface MessageLike extends Lifetime {
  readonly data: unknown;
  readonly source: { postMessage(message: unknown): void } | null;
}
interface PageClient {
  readonly url: string;
  readonly visibilityState: DocumentVisibilityState;
  navigate(url: string): Promise<unknown>;
}
interface WorkerScope {
  readonly location: Location;
  readonly caches: CacheStorage;
  readonly clients: {
    get(id: string): Promise<PageClient | undefined>;
    claim(): Promise<void>;
  };
  addEventListener(type: 'install' | 'activate', listener: (event: Lifetime) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchLike) => void): void;
  addEventListener(type: 'message', listener: (event: MessageLike) => void): void;
  skipWaiting(): Promise<void>;
}

/** Written by the build: every file of the page with the hash of its bytes, and a name for exactly this set. */
declare const PRECACHE_FILES: Readonly<Record<string, string>>;
declare const PRECACHE_VERSION: string;

const worker = self as unknown as WorkerScope;
const PREFIX = 'plaza-page-';
const CACHE = PREFIX + PRECACHE_VERSION;
const PAGE = '/board/';
/** What is known of the builds, as the one entry of a cache: a worker has no quicker memory. */
const NOTES = { cache: 'plaza-builds', key: '/board/builds.json' } as const;
/** A build that has drawn no frame by then did not start. */
const START_MS = 10_000;

let noting: Promise<unknown> = Promise.resolve();

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', (event) => {
  const { data, source } = event;
  // The page says when: between two slides, right before it starts anew.
  if (data === 'activate') void worker.skipWaiting();
  const version = paintedVersion(data);
  if (version === undefined) return;
  event.waitUntil(
    takeGood(version).then(({ refused }) => {
      if (refused.length > 0) source?.postMessage({ refused });
    }),
  );
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') {
    const starting = start();
    event.respondWith(starting.then(({ serve }) => page(serve, request)));
    event.waitUntil(starting.then((started) => watchStart(started, event.resultingClientId)));
  } else if (url.pathname.startsWith('/board/assets/')) event.respondWith(asset(request));
});

/**
 * All or nothing: one file that does not come leaves the build before in charge. So does a login page that
 * answers in a file's place: its bytes are not the ones that were built.
 */
async function install(): Promise<void> {
  const { refused } = await readBuilds();
  if (refused.includes(PRECACHE_VERSION)) throw new Error('this build did not start before');
  const cache = await worker.caches.open(CACHE);
  const requests = Object.entries(PRECACHE_FILES).map(
    ([path, integrity]) => new Request(path, { cache: 'reload', redirect: 'error', integrity }),
  );
  try {
    await cache.addAll(requests);
  } catch (error) {
    await worker.caches.delete(CACHE);
    throw error;
  }
}

/** The page that installed the first worker is served by it from then on, so that it hears of newer builds. */
async function takeOver(): Promise<void> {
  await dropOthers();
  await worker.clients.claim();
}

async function dropOthers(): Promise<void> {
  const { good } = await readBuilds();
  const kept = [CACHE, `${PREFIX}${good ?? ''}`];
  const names = await worker.caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && !kept.includes(name));
  await Promise.all(old.map((name) => worker.caches.delete(name)));
}

/** Noted before it is answered: a page that takes the browser with it has started all the same. */
async function start(): Promise<{ readonly serve: string; readonly isTrial: boolean }> {
  let serve: string = PRECACHE_VERSION;
  const { trial } = await change((builds) => {
    const started = onStart(builds, PRECACHE_VERSION);
    serve = started.serve;
    return started.builds;
  });
  return { serve, isTrial: trial?.version === serve };
}

async function takeGood(version: string): Promise<Builds> {
  const before: string[] = [];
  const builds = await change((known) => {
    if (known.good !== null && known.good !== version) before.push(known.good);
    return onPainted(known, version);
  });
  await Promise.all(before.map((name) => worker.caches.delete(PREFIX + name)));
  return builds;
}

/** Starts the page anew where the build on trial has drawn nothing; a page that nobody sees never draws. */
async function watchStart(
  { serve, isTrial }: { readonly serve: string; readonly isTrial: boolean },
  clientId: string,
): Promise<void> {
  if (!isTrial) return;
  await new Promise((resolve) => setTimeout(resolve, START_MS));
  const { trial } = await readBuilds();
  const client = await worker.clients.get(clientId);
  if (trial?.version !== serve || !client) return;
  if (client.visibilityState === 'hidden') await change(onUnseen);
  // Refused where the page has just gone: its next start counts by itself.
  else await client.navigate(client.url).catch(() => undefined);
}

async function page(version: string, request: Request): Promise<Response> {
  const kept = await find(new Request(PAGE), PREFIX + version);
  return kept ?? fetch(request);
}

/**
 * Names of assets are made of their content, so whichever build has it has the right one. A file that the
 * build did not list (a font for rare characters) is kept once it was needed.
 */
async function asset(request: Request): Promise<Response> {
  const kept = await find(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (isFont(response)) void keep(request, response.clone());
  return response;
}

/** Nothing else is missing from the list; HTML here comes from whoever answers in the controller's place. */
function isFont(response: Response): boolean {
  const type = response.headers.get('content-type') ?? '';
  return response.status === 200 && !response.redirected && type.startsWith('font/');
}

/** In one cache, or in any. A cache that cannot be read costs the copy, never the answer. */
async function find(request: Request, cacheName?: string): Promise<Response | undefined> {
  const about = { ignoreVary: true, ...(cacheName === undefined ? {} : { cacheName }) };
  try {
    return await worker.caches.match(request, about);
  } catch {
    // Storage is broken or full: the network answers.
    return undefined;
  }
}

async function keep(request: Request, response: Response): Promise<void> {
  try {
    const cache = await worker.caches.open(CACHE);
    await cache.put(request, response);
  } catch {
    // As above.
  }
}

async function readBuilds(): Promise<Builds> {
  try {
    const cache = await worker.caches.open(NOTES.cache);
    return parseBuilds(await (await cache.match(NOTES.key))?.json());
  } catch {
    // As above: then the newest build is served.
    return noBuilds;
  }
}

/** One change after the other. */
function change(how: (builds: Builds) => Builds): Promise<Builds> {
  const changing = noting.then(async () => {
    const before = await readBuilds();
    const after = how(before);
    if (after !== before) await writeBuilds(after);
    return after;
  });
  noting = changing;
  return changing;
}

async function writeBuilds(builds: Builds): Promise<void> {
  try {
    const cache = await worker.caches.open(NOTES.cache);
    await cache.put(NOTES.key, Response.json(builds));
  } catch {
    // As above: without this memory no build gives way.
  }
}

function paintedVersion(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('painted' in data)) return undefined;
  return typeof data.painted === 'string' ? data.painted : undefined;
}
