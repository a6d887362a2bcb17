/** The typed client of the REST API: an endpoint's value in, its reply out, or a `Refusal`. */
import type { Endpoint } from '../../../shared/protocol/http/endpoint.ts';
import { problemCodes, problemStatus, Refusal, type Problem } from '../../../shared/problem.ts';

const TIMEOUT_MS = 20_000;
const UNREACHABLE = '서버에 닿지 않습니다. 인터넷 연결을 확인하고 다시 시도해 주십시오.';
const BROKEN = '서버가 요청을 처리하지 못했습니다. 잠시 뒤 다시 시도해 주십시오.';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

type Part<Name extends string, T> = [T] extends [null] ? unknown : Readonly<Record<Name, T>>;
/** What a call needs: only the parts that the endpoint has. */
export type Ask<Params, Query, Body> = Part<'params', Params> &
  Part<'query', Query> &
  Part<'body', Body>;

export class Api {
  readonly #fetch: Fetch;
  /** Called when a reply says that the session is over. */
  onSignedOut: () => void = () => undefined;
  /** Called when a reply says that the person must set two-step sign-in up before all else. */
  onTwoStepNeeded: () => void = () => undefined;
  /** Called when the server wants to know once more who this is; resolves to whether that was proven. */
  onStepUp: () => Promise<boolean> = () => Promise.resolve(false);
  #asking: Promise<boolean> | undefined;

  constructor(fetcher: Fetch) {
    this.#fetch = fetcher;
  }

  /**
   * Calls the endpoint. Throws `Refusal`: the server's own, or `unavailable` when it cannot be reached. What needs
   * step-up asks the person and calls once more; `AbortError` when they give up.
   * The reply comes from our own controller and is not parsed again.
   */
  async call<Params, Query, Body, Value>(
    endpoint: Endpoint<Params, Query, Body, Value>,
    ask: Ask<Params, Query, Body>,
  ): Promise<Value> {
    const { params, query, body } = ask as { params?: unknown; query?: unknown; body?: unknown };
    const address = addressOf(endpoint.path, params, query);
    const send = () =>
      this.#send(address, {
        method: endpoint.method.toUpperCase(),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const response = await this.#proven(send);
    if (!response.ok) throw await this.#refusalOf(response);
    if (response.status === 204) return null as Value;
    return (await response.json()) as Value;
  }

  /** Sends, and once more after the person proved who they are where that was asked for. */
  async #proven(send: () => Promise<Response>): Promise<Response> {
    const response = await send();
    if (response.status !== problemStatus['step-up-needed']) return response;
    const refusal = problemToRefusal(await response.clone().text());
    if (refusal.code !== 'step-up-needed') return response;
    this.#asking ??= this.onStepUp().finally(() => (this.#asking = undefined));
    if (await this.#asking) return send();
    throw new DOMException('The person gave up.', 'AbortError');
  }

  async #send(url: string, init: RequestInit): Promise<Response> {
    try {
      return await this.#fetch(url, { credentials: 'same-origin', ...init });
    } catch {
      // Whatever the network threw, the person can only try again.
      throw new Refusal('unavailable', UNREACHABLE);
    }
  }

  async #refusalOf(response: Response): Promise<Refusal> {
    const refusal = problemToRefusal(await response.text());
    if (refusal.code === 'unauthenticated') this.onSignedOut();
    if (refusal.code === 'two-step-needed') this.onTwoStepNeeded();
    return refusal;
  }
}

/** The path with its parameters filled in and its query appended; undefined members are left out. */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const values = Object.entries((params ?? {}) as Record<string, unknown>);
  const filled = values.reduce(
    (text, [name, value]) => text.replace(`:${name}`, encodeURIComponent(String(value))),
    path,
  );
  const pairs = Object.entries((query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  return pairs.length === 0 ? filled : `${filled}?${new URLSearchParams(pairs).toString()}`;
}

/** A problem document's text as a `Refusal`; anything else becomes `internal` in words. */
export function problemToRefusal(text: string): Refusal {
  try {
    const problem = JSON.parse(text) as Problem;
    if (problemCodes.includes(problem.code))
      return new Refusal(problem.code, problem.title, problem.fields ?? []);
  } catch {
    // Not JSON: a proxy's page, told below.
  }
  return new Refusal('internal', BROKEN);
}
