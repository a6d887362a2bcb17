/**
 * The board's service worker: the built page from its own cache, whatever the network does. One version is
 * complete or absent; an old one goes on until the page is started anew, so versions never mix.
 */

interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchLike extends Lifetime {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface WorkerScope {
  readonly location: Location;
  readonly caches: CacheStorage;
  addEventListener(type: 'install' | 'activate', listener: (event: Lifetime) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchLike) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  skipWaiting(): Promise<void>;
}

/** Written by the build: every file of the page with the hash of its bytes, and a name for exactly this set. */
declare const PRECACHE_FILES: Readonly<Record<string, string>>;
declare const PRECACHE_VERSION: string;

const worker = self as unknown as WorkerScope;
const PREFIX = 'plaza-page-';
const CACHE = PREFIX + PRECACHE_VERSION;
const PAGE = '/board/';

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
/** The page says when: between two slides, right before it starts anew. */
worker.addEventListener('message', ({ data }) => {
  if (data === 'activate') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (url.pathname.startsWith('/board/assets/')) event.respondWith(asset(request));
});

/**
 * All or nothing: one file that does not come leaves the version before in charge. So does a login page that
 * answers in a file's place: its bytes are not the ones that were built.
 */
async function install(): Promise<void> {
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

async function dropOthers(): Promise<void> {
  const names = await worker.caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => worker.caches.delete(name)));
}

async function page(request: Request): Promise<Response> {
  const kept = await find(new Request(PAGE));
  return kept ?? fetch(request);
}

/** A file that the build did not list (a font for rare characters) is kept once it was needed. */
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

/** A cache that cannot be read costs the copy, never the answer. */
async function find(request: Request): Promise<Response | undefined> {
  try {
    const cache = await worker.caches.open(CACHE);
    return await cache.match(request, { ignoreVary: true });
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
