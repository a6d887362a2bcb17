/** Calls one REST endpoint of the contract and parses what comes back. */
import type { Endpoint } from '../../shared/protocol/http/endpoint.ts';
import { refuseForeign, type Intercepted } from './intercepted.ts';

export interface CallContext {
  readonly fetch: typeof globalThis.fetch;
  /** Scheme, host and port of the controller. */
  readonly origin: string;
  /** The board's device token; null before it is paired. */
  readonly token: string | null;
  /** Told when something between answers in the controller's place. */
  readonly onIntercepted?: (interception: Intercepted) => void;
}

/** The whole exchange, also a body that stalls in the middle, ends after this long. */
const CALL_MS = 30_000;
const JSON_TYPE = /^application\/(problem\+)?json\b/;

/** The controller refused, or something between answered in its place (`code` is then null). */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly status: number;
  readonly code: string | null;

  constructor(status: number, code: string | null) {
    super(`status ${status}, ${code ?? 'not from the controller'}`);
    this.status = status;
    this.code = code;
  }
}

/**
 * Resolves with the parsed value. Rejects with `CallFailed` for a refusal, with `Intercepted` where something
 * else answered, and with what `fetch` or the schema threw for a link that is down or stalls.
 */
export async function call<Body, Value>(
  context: CallContext,
  endpoint: Endpoint<null, null, Body, Value>,
  body: Body,
): Promise<Value> {
  const response = await context.fetch(new URL(endpoint.path, context.origin), {
    method: endpoint.method.toUpperCase(),
    signal: AbortSignal.timeout(CALL_MS),
    cache: 'no-store',
    // Not followed, and not an error either: only so a redirect can be told from a dead line.
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      ...(endpoint.body ? { 'content-type': 'application/json' } : {}),
      ...(context.token ? { authorization: `Bearer ${context.token}` } : {}),
    },
    ...(endpoint.body ? { body: JSON.stringify(body) } : {}),
  });
  refuseForeign(response, JSON_TYPE, context);
  if (!response.ok) throw new CallFailed(response.status, await problemCode(response));
  const payload: unknown = await response.json();
  if (!endpoint.value) throw new TypeError(`${endpoint.path} answers without a body`);
  return endpoint.value.parse(payload);
}

/** The controller's own code for a refusal; null where none came. */
export async function problemCode(response: Response): Promise<string | null> {
  try {
    const body: unknown = await response.json();
    const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
    return typeof code === 'string' ? code : null;
  } catch {
    // A captive portal answers in HTML: then there is no code of ours.
    return null;
  }
}
