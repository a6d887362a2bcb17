/** The listening server: its limits, and its end. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ConfigError, type Config } from './config.ts';

/** How long whoever dribbles holds a connection, milliseconds. */
export interface Patience {
  readonly headersMs: number;
  readonly bodyMs: number;
  /** A photo from a weak phone takes its time. */
  readonly uploadMs: number;
  /** How often headers and uploads are looked at. */
  readonly checkMs: number;
}

const PATIENCE: Patience = {
  headersMs: 10_000,
  bodyMs: 60_000,
  uploadMs: 5 * 60_000,
  checkMs: 5000,
};
const KEEP_ALIVE_MS = 5000;
/** Longer than a proxy keeps its own side, or it would now and then send into a closing connection. */
const KEEP_ALIVE_BEHIND_PROXY_MS = 75_000;
const MOST_CONNECTIONS = 20_000;
/** After a restart all boards come within seconds; whom the kernel turns away waits for one, three, seven more. */
const BACKLOG = 4096;

/** A server that does not listen yet: HTTPS where the configuration names a certificate. */
export function makeServer(
  config: Config,
  listener: RequestListener,
  patience: Patience = PATIENCE,
): Server {
  const options = {
    headersTimeout: patience.headersMs,
    requestTimeout: patience.uploadMs,
    connectionsCheckingInterval: patience.checkMs,
    keepAliveTimeout: config.trustProxyHops > 0 ? KEEP_ALIVE_BEHIND_PROXY_MS : KEEP_ALIVE_MS,
  };
  const limited: RequestListener = (request, response) => {
    limitBody(request, patience.bodyMs);
    listener(request, response);
  };
  const server =
    config.tls === null
      ? createServer(options, limited)
      : createSecureServer(
          {
            ...options,
            cert: readPem('TLS_CERT', config.tls.certPath),
            key: readPem('TLS_KEY', config.tls.keyPath),
          },
          limited,
        );
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}

/** Listens and resolves with the port. @throws ConfigError naming PORT or HOST when it cannot. */
export async function listen(server: Server, { host, port }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(asConfigError(error)));
    server.listen({ port, host, backlog: BACKLOG }, resolve);
  });
  return portOf(server);
}

/** The port of a server that listens. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Takes no more connections, lets requests under way end for `graceMs`, then cuts what is left. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(cut);
}

/** The server's own limit is that of an upload; every other body has less time. */
function limitBody(request: IncomingMessage, bodyMs: number): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined ||
    request.headers['content-length'] !== undefined;
  if (!hasBody || isUpload(request.url)) return;
  const cut = setTimeout(() => request.destroy(), bodyMs);
  const done = () => clearTimeout(cut);
  request.once('end', done).once('close', done);
}

function isUpload(url = ''): boolean {
  return url.startsWith('/api/media') || url.startsWith('/api/uploads');
}

function readPem(name: 'TLS_CERT' | 'TLS_KEY', path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigError(`${name}: 파일을 읽을 수 없습니다. / cannot read ${path}.`);
  }
}

function asConfigError(error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE')
    return new ConfigError(
      'PORT: 다른 프로그램이 쓰고 있습니다. 다른 수를 적어 주십시오. / in use by another program; choose another.',
    );
  if (error.code === 'EACCES')
    return new ConfigError('PORT: 이 포트를 열 권한이 없습니다. / not allowed to listen there.');
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new ConfigError('HOST: 이 컴퓨터의 주소가 아닙니다. / not an address of this machine.');
  return error;
}
