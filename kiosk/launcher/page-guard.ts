/**
 * Keeps everything but the board's page off the glass: other addresses, error pages, windows, dialogs,
 * downloads, file choosers, questions for a permission, and what a stranger on the line puts in its place.
 */
import { HOLDING_PAGE, HOLDING_URL } from './chromium-flags.ts';
import type { Answer, DevtoolsEvent } from './devtools-pipe.ts';

export type Call = (method: string, params?: object) => Promise<Answer>;

export interface GuardOptions {
  readonly boardUrl: URL;
  readonly browser: Call;
  readonly page: Call;
  readonly pageTargetId: string;
  readonly log: (line: string) => void;
}

/** Only the board's own document has it: see kiosk/index.html. */
const MARK = 'name="plaza-board"';
const PAGE_SCRIPT = 'window.open = () => null; window.print = () => undefined;';

export class PageGuard {
  readonly #options: GuardOptions;

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { browser, page, boardUrl } = this.#options;
    await page('Page.setInterceptFileChooserDialog', { enabled: true });
    await page('Page.addScriptToEvaluateOnNewDocument', { source: PAGE_SCRIPT });
    await page('Fetch.enable', {
      patterns: ['Request', 'Response'].map((requestStage) => ({
        resourceType: 'Document',
        requestStage,
      })),
    });
    await browser('Browser.setDownloadBehavior', { behavior: 'deny' });
    // All that are not named are denied without a question.
    await browser('Browser.grantPermissions', {
      origin: boardUrl.origin,
      permissions: ['durableStorage', 'wakeLockScreen'],
    });
    await browser('Target.setDiscoverTargets', { discover: true });
  }

  /** Takes every event of the browser; what is none of its business it leaves alone. */
  receive({ method, params }: DevtoolsEvent): void {
    if (method === 'Page.javascriptDialogOpening') this.#answerDialog(params);
    else if (method === 'Target.targetCreated') this.#closeOther(params);
    else if (method === 'Page.frameNavigated') this.#forgetTheWay(params);
    else if (method === 'Fetch.requestPaused') void this.#judge(params as unknown as Paused);
  }

  /** Whether `address` is the board's page, or one below it. */
  isOurs(address: string): boolean {
    if (!URL.canParse(address)) return false;
    const { boardUrl } = this.#options;
    const { origin, pathname } = new URL(address);
    const path = boardUrl.pathname.replace(/\/$/, '');
    return origin === boardUrl.origin && (pathname === path || pathname.startsWith(`${path}/`));
  }

  #answerDialog({ type }: DevtoolsEvent['params']): void {
    const accept = type === 'beforeunload';
    this.#quietly('Page.handleJavaScriptDialog', { accept });
  }

  #closeOther({ targetInfo }: DevtoolsEvent['params']): void {
    const { type, targetId, url } = targetInfo as Record<string, string>;
    if (type !== 'page' || targetId === this.#options.pageTargetId) return;
    this.#options.log(`closed a window that was opened beside the board: ${url ?? ''}`);
    this.#options.browser('Target.closeTarget', { targetId }).catch(() => undefined);
  }

  /** There is nothing to go back to. */
  #forgetTheWay({ frame }: DevtoolsEvent['params']): void {
    const { parentId, url } = frame as Record<string, string>;
    if (parentId === undefined && this.isOurs(url ?? '')) {
      this.#quietly('Page.resetNavigationHistory', {});
    }
  }

  async #judge(paused: Paused): Promise<void> {
    const { requestId, request } = paused;
    const isAnswer = paused.responseErrorReason ?? paused.responseStatusCode;
    if (request.url !== HOLDING_URL && !this.isOurs(request.url)) {
      this.#options.log(`kept the board from going to ${request.url}`);
      this.#quietly('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    } else if (
      isAnswer === undefined ||
      request.url === HOLDING_URL ||
      (await this.#isBoard(paused))
    ) {
      this.#quietly('Fetch.continueRequest', { requestId });
    } else {
      this.#options.log(`the board's page cannot be had: ${isAnswer}`);
      this.#quietly('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: [{ name: 'content-type', value: 'text/html' }],
        body: Buffer.from(HOLDING_PAGE).toString('base64'),
      });
    }
  }

  async #isBoard({
    requestId,
    responseErrorReason,
    responseStatusCode = 0,
  }: Paused): Promise<boolean> {
    if (responseErrorReason !== undefined) return false;
    // Where it leads is judged by itself.
    if (responseStatusCode >= 300 && responseStatusCode < 400) return true;
    if (responseStatusCode !== 200) return false;
    try {
      const { body, base64Encoded } = await this.#options.page('Fetch.getResponseBody', {
        requestId,
      });
      const encoding = base64Encoded === true ? 'base64' : 'utf8';
      return Buffer.from(String(body), encoding).includes(MARK);
    } catch {
      return false; // It broke off in the middle.
    }
  }

  /** The page may be gone by the time that the answer arrives. */
  #quietly(method: string, params: object): void {
    this.#options.page(method, params).catch(() => undefined);
  }
}

interface Paused {
  readonly requestId: string;
  readonly request: { readonly url: string };
  readonly responseErrorReason?: string;
  readonly responseStatusCode?: number;
}
