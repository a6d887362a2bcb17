/** Calls endpoints over HTTP as one person, and checks every reply against the table's own schemas. */
import * as z from 'zod/mini';
import { problemCodes, problemStatus } from '../../shared/problem.ts';
import type { Problem } from '../../shared/problem.ts';
import { endpoints } from '../../shared/protocol/http/endpoints.ts';
import type { EndpointName } from '../../shared/protocol/http/endpoints.ts';

type ValueOf<E> = E extends { readonly value: z.ZodMiniType<infer Value> | null } ? Value : never;

export interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Anything: tests send what no type allows. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Received<Value> {
  readonly status: number;
  /** Undefined when refused. */
  readonly value: Value | undefined;
  readonly problem: Problem | undefined;
  readonly headers: Headers;
}

const problemSchema = z.strictObject({
  type: z.string().check(z.regex(/^urn:plaza-board:problem:/)),
  title: z.string().check(z.minLength(1)),
  status: z.int(),
  code: z.enum(problemCodes),
  fields: z.optional(z.array(z.strictObject({ path: z.string(), message: z.string() }))),
});

export class TestClient {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(origin: string, headers: Readonly<Record<string, string>> = {}) {
    this.origin = origin;
    this.headers = headers;
  }

  /** The reply, refused or not. */
  async send<N extends EndpointName>(
    name: N,
    sent: Sent = {},
  ): Promise<Received<ValueOf<(typeof endpoints)[N]>>> {
    const { method, path, value: schema } = endpoints[name];
    const filled = path.replace(/:(\w+)/g, (_whole, key: string) =>
      encodeURIComponent(sent.params?.[key] ?? 'missing'),
    );
    const query = sent.query ? `?${new URLSearchParams(sent.query).toString()}` : '';
    const response = await fetched(`${this.origin}${filled}${query}`, {
      method: method.toUpperCase(),
      headers: {
        ...this.headers,
        ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...sent.headers,
      },
      ...(sent.body === undefined ? {} : { body: asBody(sent.body) }),
    });
    return (await received(method, response, schema)) as Received<ValueOf<(typeof endpoints)[N]>>;
  }

  /** The value; throws when refused. */
  async get<N extends EndpointName>(
    name: N,
    sent: Sent = {},
  ): Promise<ValueOf<(typeof endpoints)[N]>> {
    const { value, problem } = await this.send(name, sent);
    if (problem) throw new Error(`${name}: ${JSON.stringify(problem)}`);
    return value!;
  }
}

/** As a browser does: where a kept connection had just been closed by the other side, over a new one. */
async function fetched(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { cause } = error as { cause?: { code?: string; socket?: { bytesRead?: number } } };
    const wasKept = cause?.code === 'UND_ERR_SOCKET' && (cause.socket?.bytesRead ?? 0) > 0;
    if (!wasKept) throw error;
    return fetch(url, init);
  }
}

/** Text and bytes go as they are, everything else as JSON. */
function asBody(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

async function received(
  method: string,
  response: Response,
  schema: z.ZodMiniType | null,
): Promise<Received<unknown>> {
  const { status, headers } = response;
  if (!response.ok && method === 'head') {
    // Without a body only the status tells.
    const code = problemCodes.find((one) => problemStatus[one] === status) ?? 'internal';
    const problem = { type: `urn:plaza-board:problem:${code}`, title: code, status, code };
    return { status, headers, problem, value: undefined };
  }
  if (!response.ok) {
    const problem = z.parse(problemSchema, await response.json()) as Problem;
    if (problem.status !== status || problemStatus[problem.code] !== status) {
      throw new Error(`the problem ${problem.code} came with status ${status}`);
    }
    if (!headers.get('content-type')?.startsWith('application/problem+json')) {
      throw new Error(`a problem came as ${String(headers.get('content-type'))}`);
    }
    return { status, headers, problem, value: undefined };
  }
  const text = await response.text();
  const value: unknown = text === '' ? null : JSON.parse(text);
  if (schema) z.parse(schema, value);
  else if (value !== null) throw new Error('a value came where none is promised');
  return { status, headers, value, problem: undefined };
}
