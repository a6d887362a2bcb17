import { request, type Server } from 'node:http';
import { get as getSecure } from 'node:https';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../controller/config.ts';
import { closeServer, listen, makeServer } from '../../controller/serve.ts';

/** Of localhost, signed by itself, good for a hundred years; nothing else trusts it. */
const certificate = resolve(import.meta.dirname, '../support/certificate');
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await closeServer(server, 0);
  }
});

function make(env: Record<string, string>, listener: Parameters<typeof makeServer>[1]): Server {
  const server = makeServer(readConfig(env), listener);
  servers.push(server);
  return server;
}
const here = (env: Record<string, string> = {}) => readConfig({ PORT: '0', ...env });

describe('makeServer', () => {
  it('gives headers ten seconds, and looks every five', () => {
    const server = make({}, () => undefined);
    expect(server).toMatchObject({ headersTimeout: 10_000, keepAliveTimeout: 5000 });
    expect(server.maxConnections).toBeGreaterThan(10_000);
  });

  it('keeps connections longer than a proxy does', () => {
    expect(make({ TRUST_PROXY: '1' }, () => undefined).keepAliveTimeout).toBeGreaterThan(60_000);
  });

  it('names the file that cannot be read', () => {
    const env = { TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' };
    expect(() => make(env, () => undefined)).toThrow(/^TLS_CERT: /);
  });

  it('serves HTTPS with a certificate', async () => {
    const [cert, key] = [join(certificate, 'cert.pem'), join(certificate, 'key.pem')];
    const server = make({ TLS_CERT: cert, TLS_KEY: key }, (_request, response) =>
      response.end('over TLS'),
    );
    const port = await listen(server, here());
    const text = await new Promise<string>((resolve, reject) => {
      getSecure({ port, rejectUnauthorized: false }, (response) => {
        response.setEncoding('utf8').once('data', resolve);
      }).once('error', reject);
    });
    expect(text).toBe('over TLS');
  });
});

describe('listen', () => {
  it('names PORT when another program has it', async () => {
    const first = make({}, () => undefined);
    const port = await listen(first, here());
    const second = make({}, () => undefined);
    await expect(listen(second, here({ PORT: String(port) }))).rejects.toThrow(/^PORT: /);
    servers.splice(servers.indexOf(second), 1);
  });

  it('names HOST when it is not of this machine', async () => {
    const server = make({}, () => undefined);
    await expect(listen(server, here({ HOST: '203.0.113.7' }))).rejects.toThrow(/^HOST: /);
    servers.splice(servers.indexOf(server), 1);
  });
});

describe('closeServer', () => {
  it('lets a request under way end, takes no new one, and cuts what hangs', async () => {
    const arrived = Promise.withResolvers<() => void>();
    const server = make({}, (_request, response) => {
      arrived.resolve(() => response.end('done'));
    });
    const port = await listen(server, here());
    const answered = new Promise<string>((resolve, reject) => {
      request({ port }, (response) => {
        response.setEncoding('utf8').once('data', resolve);
      })
        .once('error', reject)
        .end();
    });
    const release = await arrived.promise;
    const hanging = connect(port, '127.0.0.1');
    await new Promise((resolve) => hanging.once('connect', resolve));
    hanging.write('GET / HTTP/1.1\r\n');
    const cut = new Promise<void>((resolve) => hanging.once('close', () => resolve()));
    hanging.on('error', () => undefined);
    const closing = closeServer(server, 300);
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
    release();
    expect(await answered).toBe('done');
    await closing;
    await cut;
    servers.splice(servers.indexOf(server), 1);
  });
});
