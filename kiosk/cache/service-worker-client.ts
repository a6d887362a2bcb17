/** Installs the worker that serves the page without a network, and brings newer builds in. */

export interface WorkerOptions {
  readonly container: ServiceWorkerContainer;
  readonly url: string;
  /** In order of wish; a server that does not allow the first gets the second. */
  readonly scopes: readonly string[];
  /** A newer build is complete and waits: `activate` at a quiet moment, then start the page anew. */
  readonly onUpdate: (activate: () => void) => void;
  /** The newer build has taken over. */
  readonly onTakenOver: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** The page never navigates, so it asks for a newer worker itself. */
const UPDATE_MS = 600_000;
/** Until the first one is there. */
const RETRY_MS = 60_000;

/** Without a worker the board plays on, but does not start without a network: one that does not come is asked for again. */
export function keepServiceWorker(options: WorkerOptions): void {
  const { container, onTakenOver } = options;
  let isControlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    // The very first one only begins to serve the page.
    if (isControlled) onTakenOver();
    isControlled = true;
  });
  void keepLooking(options);
}

/**
 * Tells the worker that the page of this build has drawn a frame, so that the build before need not be kept.
 * `onRefused` is called with the builds that did not start here.
 */
export async function tellPainted(
  container: ServiceWorkerContainer,
  build: string,
  onRefused: (builds: readonly string[]) => void,
): Promise<void> {
  container.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const refused = refusedIn(data);
    if (refused.length > 0) onRefused(refused);
  });
  container.startMessages();
  const { active } = await container.ready;
  active?.postMessage({ painted: build });
}

function refusedIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('refused' in data)) return [];
  const { refused } = data;
  return Array.isArray(refused) ? refused.filter((one) => typeof one === 'string') : [];
}

async function keepLooking(options: WorkerOptions): Promise<never> {
  let known: ServiceWorkerRegistration | null = null;
  for (;;) {
    known = await look(known, options);
    const waitMs = known?.active ? UPDATE_MS : RETRY_MS;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

/** Asks for a newer worker or, while there is none, for the first. Null when that failed. */
async function look(
  known: ServiceWorkerRegistration | null,
  options: WorkerOptions,
): Promise<ServiceWorkerRegistration | null> {
  try {
    if (known && hasWorker(known)) {
      // Without a network there is nothing new, and nothing wrong.
      await known.update().catch(() => undefined);
      return known;
    }
    if (known)
      options.onFailure(new Error('the page could not be kept for a start without a network'));
    const registration = await register(options);
    if (registration !== known) offerUpdates(registration, options);
    return registration;
  } catch (error) {
    options.onFailure(error);
    return null;
  }
}

function hasWorker({ active, waiting, installing }: ServiceWorkerRegistration): boolean {
  return (active ?? waiting ?? installing) !== null;
}

async function register(options: WorkerOptions): Promise<ServiceWorkerRegistration> {
  let failure: unknown;
  for (const scope of options.scopes) {
    try {
      return await options.container.register(options.url, { scope, updateViaCache: 'none' });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function offerUpdates(
  registration: ServiceWorkerRegistration,
  { container, onUpdate }: WorkerOptions,
): void {
  const offer = () => {
    const { waiting } = registration;
    // The very first worker waits for nobody and brings nothing new.
    if (waiting && container.controller) onUpdate(() => waiting.postMessage('activate'));
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}
