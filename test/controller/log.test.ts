import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { createLog, requestLog } from '../../controller/log.ts';

function lines(): { readonly stream: Writable; readonly read: () => string } {
  let written = '';
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      written += chunk.toString();
      done();
    },
  });
  return { stream, read: () => written };
}

describe('createLog', () => {
  it('strikes out tokens, cookies, passwords and the secrets of links', () => {
    const { stream, read } = lines();
    const log = createLog('info', stream);
    log.info(
      {
        req: {
          method: 'GET',
          url: '/console/setup/KEEPOUT-1?token=KEEPOUT-2&page=3',
          headers: { cookie: 'session=KEEPOUT-3', authorization: 'Bearer KEEPOUT-4' },
        },
        body: { password: 'KEEPOUT-5', loginName: 'kim' },
        token: 'KEEPOUT-6',
        note: 'http://localhost/board#pair=KEEPOUT-7',
        feed: '/feeds/KEEPOUT-9.ics',
        kept: '/api/feeds/feed-1',
      },
      'asked with Bearer KEEPOUT-8',
    );
    expect(read()).not.toContain('KEEPOUT');
    expect(JSON.parse(read())).toMatchObject({
      level: 'info',
      body: { loginName: 'kim' },
      kept: '/api/feeds/feed-1',
    });
  });

  it('keeps one event on one line, whatever is in it', () => {
    const { stream, read } = lines();
    createLog('info', stream).warn({ name: 'a\nb\r\u001b[31m' }, 'first\nsecond');
    expect(read().split('\n')).toHaveLength(2);
    expect(read()).not.toContain('\u001b');
  });
});

describe('requestLog', () => {
  it('keeps nothing of who asked, and nothing at all of who followed a short link', async () => {
    const { stream, read } = lines();
    const app = express().use(requestLog(createLog('debug', stream)));
    const server = createServer(app.use((_request, response) => void response.json({})));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const headers = { 'user-agent': 'KEEPOUT', cookie: 'KEEPOUT=1', referer: 'http://KEEPOUT' };
    for (const path of ['/q/KEEPOUT', '/Q/KEEPOUT', '/healthz'])
      await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
    expect(read()).toContain('/healthz');
    expect(read()).not.toMatch(/KEEPOUT|127\.0\.0\.1/);
  });
});
