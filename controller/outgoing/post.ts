/** The one way out over HTTP. Lint lets nothing else in the controller ask another machine. */
import { lookup } from 'node:dns/promises';
import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { refusalOf } from './addresses.ts';

/** All addresses of a name. */
export type Resolve = (
  name: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export interface Outgoing {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
  /** The system's, unless told. */
  readonly resolve?: Resolve;
}

const ANSWER_MS = 15_000;
const MOST_HEADER_BYTES = 16_384;
const byTheSystem: Resolve = (name) => lookup(name, { all: true });

/**
 * Posts to an address that the operator set, and resolves with the status of the answer. Redirects are not
 * followed, and of the answer's body nothing is read. A name is resolved once: the addresses that were checked
 * are those that are connected to. Rejects where any of them is refused (`refusalOf`), after 15 s, by `signal`,
 * and for an answer whose headers are longer than 16 KiB.
 */
export async function post(
  url: URL,
  { headers, body, signal, resolve = byTheSystem }: Outgoing,
): Promise<number> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Error(`${url.protocol} is not a way to send`);
  const within = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
  const addresses = await Promise.race([checked(url, resolve), aborted(within)]);
  within.throwIfAborted();
  const pinned: LookupFunction = (_name, { all }, done) => {
    const [first] = addresses;
    if (all) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family);
  };
  return send(url, body, {
    method: 'POST',
    agent: false,
    lookup: pinned,
    signal: within,
    maxHeaderSize: MOST_HEADER_BYTES,
    headers: {
      'user-agent': 'plaza-board',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    },
  });
}

async function checked(url: URL, resolve: Resolve) {
  // By now decimal, octal and hexadecimal forms are written with dots.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const addresses = family === 0 ? await resolve(host) : [{ address: host, family }];
  if (addresses.length === 0) throw new Error(`${host} has no address`);
  for (const { address } of addresses) {
    const refusal = refusalOf(address, url.protocol === 'https:');
    if (refusal !== undefined) throw new Error(refusal);
  }
  return addresses;
}

function send(url: URL, body: string, options: RequestOptions): Promise<number> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new Error('no answer in time', { cause: signal.reason }));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
