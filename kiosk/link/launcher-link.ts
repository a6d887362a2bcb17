/** The page's line to the launcher that runs its browser. A board without one works as well. */
import {
  LAUNCHER_BINDING,
  LAUNCHER_EVENT,
  launcherToPageSchema,
  type LauncherFacts,
  type LauncherFault,
  type LauncherToPage,
  type PageToLauncher,
} from '../../shared/protocol/launcher.ts';
import type { EpochMs } from '../../shared/time.ts';

export interface Screenshot {
  readonly jpegBase64: string;
  /** By the PC's own clock. */
  readonly takenAt: EpochMs;
}

export interface LauncherLinkOptions {
  /** As `launcherBinding` finds it; undefined without a launcher. */
  readonly binding: ((message: string) => void) | undefined;
  /** On which the launcher's events come: the window. */
  readonly events: EventTarget;
  readonly newId: () => string;
  /**
   * Hands a fault on. Once it resolves the launcher forgets the fault; where it rejects, the same fault
   * comes again within a minute or at the page's next start.
   */
  readonly onFault: (fault: LauncherFault) => Promise<void>;
  readonly onFacts?: (facts: LauncherFacts) => void;
}

const SCREENSHOT_MS = 10_000;

interface Waiting {
  readonly done: (screenshot: Screenshot) => void;
  readonly fail: (error: Error) => void;
}

export class LauncherLink {
  readonly #options: LauncherLinkOptions;
  readonly #waiting = new Map<string, Waiting>();
  readonly #inHand = new Set<string>();
  #facts: LauncherFacts | null = null;

  constructor(options: LauncherLinkOptions) {
    this.#options = options;
  }

  /** Whether a launcher runs this browser. */
  get isThere(): boolean {
    return this.#options.binding !== undefined;
  }

  /** The last that the launcher told of the PC; null before the first word, or without a launcher. */
  get facts(): LauncherFacts | null {
    return this.#facts;
  }

  /** Asks for the facts and for the faults that wait. To be called once. */
  start(): void {
    this.#options.events.addEventListener(LAUNCHER_EVENT, this.#onEvent);
    if (this.isThere) this.#send({ type: 'hello' });
  }

  stop(): void {
    this.#options.events.removeEventListener(LAUNCHER_EVENT, this.#onEvent);
  }

  /** What is really on the glass. Rejects without a launcher, when it cannot, and after 10 s. */
  screenshot(): Promise<Screenshot> {
    if (!this.isThere) return Promise.reject(new Error('no launcher runs this browser'));
    const id = this.#options.newId();
    return new Promise<Screenshot>((done, fail) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        fail(new Error('the launcher sent no screenshot within 10 s'));
      }, SCREENSHOT_MS);
      this.#waiting.set(id, {
        done: (screenshot) => {
          clearTimeout(timer);
          done(screenshot);
        },
        fail: (error) => {
          clearTimeout(timer);
          fail(error);
        },
      });
      this.#send({ type: 'screenshot', id });
    });
  }

  /** Sets the panel's own brightness, 0 to 100 per cent, where it can be set; `facts` tell whether. */
  setBrightness(percent: number): void {
    if (!this.isThere) return;
    this.#send({ type: 'brightness', percent: Math.round(Math.min(100, Math.max(0, percent))) });
  }

  readonly #onEvent = (event: Event): void => {
    const message = messageOf(event);
    if (message) this.#receive(message);
  };

  #receive(message: LauncherToPage): void {
    if (message.type === 'facts') {
      this.#facts = message.facts;
      this.#options.onFacts?.(message.facts);
    } else if (message.type === 'fault') {
      void this.#handOn(message.fault);
    } else {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.type === 'screenshot') waiting?.done(message);
      else waiting?.fail(new Error(message.message));
    }
  }

  async #handOn(fault: LauncherFault): Promise<void> {
    if (this.#inHand.has(fault.id)) return;
    this.#inHand.add(fault.id);
    try {
      await this.#options.onFault(fault);
      this.#send({ type: 'fault-handled', id: fault.id });
    } catch {
      // The launcher keeps it and sends it again.
    } finally {
      this.#inHand.delete(fault.id);
    }
  }

  #send(message: PageToLauncher): void {
    this.#options.binding?.(JSON.stringify(message));
  }
}

/** The function that a launcher has put into `page` (the window); undefined without one. */
export function launcherBinding(page: object): LauncherLinkOptions['binding'] {
  const found: unknown = Reflect.get(page, LAUNCHER_BINDING);
  if (typeof found !== 'function') return undefined;
  return (message) => void Reflect.apply(found, page, [message]);
}

/** Null for an event that is not the launcher's. */
function messageOf(event: Event): LauncherToPage | null {
  if (!(event instanceof CustomEvent) || typeof event.detail !== 'string') return null;
  try {
    return launcherToPageSchema.parse(JSON.parse(event.detail));
  } catch {
    return null; // From another launcher than the page's build knows.
  }
}
