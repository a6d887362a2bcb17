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

/** Never rejects: without a worker the board plays on, but does not start without a network. */
export async function keepServiceWorker(options: WorkerOptions): Promise<void> {
  try {
    const registration = await register(options);
    watch(registration, options);
    setInterval(() => {
      // Without a network there is nothing new, and nothing wrong.
      registration.update().catch(() => undefined);
    }, UPDATE_MS);
  } catch (error) {
    options.onFailure(error);
  }
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

function watch(registration: ServiceWorkerRegistration, options: WorkerOptions): void {
  const { container } = options;
  const offer = () => {
    const { waiting } = registration;
    // The very first worker waits for nobody and brings nothing new.
    if (waiting && container.controller) options.onUpdate(() => waiting.postMessage('activate'));
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  let isControlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    // The very first one only begins to serve the page.
    if (isControlled) options.onTakenOver();
    isControlled = true;
  });
}
