import { describe, expect, it } from 'vitest';
import { isForeign } from '../../../controller/people/foreign-origin.ts';

const plain = { publicUrl: null, secure: false, isLoopback: true, allowHttp: false } as const;
const tls = { ...plain, publicUrl: 'https://board.example.kr', secure: true } as const;

describe('isForeign', () => {
  it.each([
    { why: 'the host that was asked', origin: 'http://10.0.0.5:8080', foreign: false },
    { why: 'another site', origin: 'https://evil.example', foreign: true },
    { why: 'null, as a sandboxed page says', origin: 'null', foreign: true },
    { why: 'our host on another port', origin: 'http://10.0.0.5:9090', foreign: true },
    { why: 'a host that begins like ours', origin: 'http://10.0.0.5:8080.evil.kr', foreign: true },
    { why: 'the https twin of a plain host', origin: 'https://10.0.0.5:8080', foreign: true },
    { why: 'none, so no browser', origin: undefined, foreign: false },
  ])('judges $why', ({ origin, foreign }) => {
    const headers = { host: '10.0.0.5:8080', ...(origin === undefined ? {} : { origin }) };
    expect(isForeign(headers, { ...plain, trustProxyHops: 0 })).toBe(foreign);
  });

  it.each([
    { why: 'the public address', origin: 'https://board.example.kr', foreign: false },
    { why: 'its http twin', origin: 'http://board.example.kr', foreign: true },
    { why: 'a subdomain', origin: 'https://x.board.example.kr', foreign: true },
  ])('behind TLS judges $why', ({ origin, foreign }) => {
    const headers = { host: 'board.example.kr', origin };
    expect(isForeign(headers, { ...tls, trustProxyHops: 0 })).toBe(foreign);
  });

  it.each([
    { site: 'same-origin', foreign: false },
    { site: 'none', foreign: false },
    { site: 'same-site', foreign: true },
    { site: 'cross-site', foreign: true },
  ] as const)('believes the browser that says $site', ({ site, foreign }) => {
    const headers = { host: 'a', origin: 'http://b', 'sec-fetch-site': site };
    expect(isForeign(headers, { ...plain, trustProxyHops: 0 })).toBe(foreign);
  });

  it('believes a proxy about TLS only where one is trusted', () => {
    const headers = { host: 'a', origin: 'https://a', 'x-forwarded-proto': 'https' };
    expect(isForeign(headers, { ...plain, trustProxyHops: 0 })).toBe(true);
    expect(isForeign(headers, { ...plain, trustProxyHops: 1 })).toBe(false);
  });
});
