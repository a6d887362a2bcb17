import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../controller/log.ts';

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
