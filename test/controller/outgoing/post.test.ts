/** What the controller connects to, by tables and over real sockets; only the names are fake. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../../controller/outgoing/addresses.ts';
import { post, type Resolve } from '../../../controller/outgoing/post.ts';

describe('refusalOf', () => {
  it.each([
    ...['0.0.0.0', '0.1.2.3', '169.254.169.254', '169.254.0.1', '168.63.129.16'],
    ...['100.100.100.200', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
    ...['::', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'ff02::1', 'fd00:ec2::254'],
    ...['::ffff:169.254.169.254', '::ffff:a9fe:a9fe', '::169.254.169.254', '::ffff:0.0.0.0'],
    ...['64:ff9b::169.254.169.254', '64:ff9b::a9fe:a9fe', '2002:a9fe:a9fe::1', '::ffff:224.0.0.1'],
  ])('[W10] never allows %s', (address) => {
    expect(refusalOf(address, true)).toContain('is not one to send to');
    expect(refusalOf(address, false)).toContain('is not one to send to');
  });

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.9', '100.64.0.1'],
    ...['::1', 'fd12:3456::1', '::ffff:192.168.0.9', '::ffff:7f00:1'],
  ])('[W10] allows %s, which is of the own network, with TLS and without', (address) => {
    expect(refusalOf(address, true)).toBeUndefined();
    expect(refusalOf(address, false)).toBeUndefined();
  });

  it.each([
    ...['93.184.215.14', '172.32.0.1', '100.128.0.1', '192.169.0.1', '169.253.0.1', '223.1.1.1'],
    ...['2606:2800:21f::1', '::ffff:93.184.215.14', '64:ff9b::93.184.215.14'],
  ])('[W10] allows %s with TLS alone', (address) => {
    expect(refusalOf(address, true)).toBeUndefined();
    expect(refusalOf(address, false)).toContain('use https');
  });
});

describe('post', () => {
  let server: Server;
  let port: number;
  let answer: { status: number; headers?: Record<string, string>; isEndless?: boolean };
  const seen: { url: string; agent: string; host: string; body: string }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { 'user-agent': agent = '', host = '' } = request.headers;
        seen.push({ ...{ url: request.url ?? '', agent, host, body } });
        response.writeHead(answer.status, answer.headers);
        if (answer.isEndless) response.write('x'.repeat(1000));
        else response.end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  beforeEach(() => {
    seen.length = 0;
    answer = { status: 200 };
  });

  const to = (host: string, resolve?: Resolve, signal = new AbortController().signal) =>
    post(new URL(`http://${host}:${port}/hook`), {
      ...{ headers: {}, body: '가', signal, ...(resolve && { resolve }) },
    });
  const as = (...addresses: string[]): Resolve => {
    const answers = addresses.map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    return () => Promise.resolve(answers);
  };

  it('[W10] sends to the own network, under a name of its own', async () => {
    expect(await to('127.0.0.1')).toBe(200);
    expect(seen).toEqual([
      { url: '/hook', agent: 'plaza-board', host: `127.0.0.1:${port}`, body: '가' },
    ]);
  });

  it.each([
    ...['169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '169.254.43518'],
    ...['0', '0.0.0.0', '[::ffff:169.254.169.254]', '[::]', '[fe80::1]', '255.255.255.255'],
  ])('[W10] refuses the host %s however it is written', async (host) => {
    await expect(to(host)).rejects.toThrow('is not one to send to');
  });

  it.each([['127.0.0.1', '169.254.169.254'], ['::ffff:a9fe:a9fe'], ['0.0.0.0']])(
    '[W10] refuses a name that stands for %s %s',
    async (...addresses) => {
      await expect(to('hook.example.kr', as(...addresses))).rejects.toThrow('not one to send to');
      expect(seen).toEqual([]);
    },
  );

  it('[W10] refuses a public name without TLS', async () => {
    await expect(to('hook.example.kr', as('93.184.215.14'))).rejects.toThrow('use https');
  });

  it('[W10] connects to the address that was checked, whatever the name stands for later', async () => {
    const answers = ['127.0.0.1', '169.254.169.254'];
    let asked = 0;
    const rebinding: Resolve = (name) => as(answers[asked++] ?? '')(name);
    expect(await to('hook.invalid', rebinding)).toBe(200);
    expect(asked).toBe(1);
    expect(seen).toMatchObject([{ host: `hook.invalid:${port}` }]);
  });

  it('[W10] does not follow a redirect', async () => {
    answer = { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' } };
    expect(await to('127.0.0.1')).toBe(302);
    answer = { status: 307, headers: { location: '/elsewhere' } };
    expect(await to('127.0.0.1')).toBe(307);
    expect(seen.map(({ url }) => url)).toEqual(['/hook', '/hook']);
  });

  it('[W10] reads nothing of a body without an end, and refuses endless headers', async () => {
    answer = { status: 200, isEndless: true };
    expect(await to('127.0.0.1')).toBe(200);
    answer = { status: 200, headers: { filler: 'x'.repeat(20_000) } };
    await expect(to('127.0.0.1')).rejects.toThrow(/overflow/i);
  });

  it('[W10] lets go when it is told to, also while a name is looked for', async () => {
    const stopping = new AbortController();
    const never: Resolve = () => new Promise(() => undefined);
    const sending = to('hook.example.kr', never, stopping.signal);
    stopping.abort();
    await expect(sending).rejects.toThrow('no answer in time');
    expect(seen).toEqual([]);
  });

  it('[W10] knows http and https only', async () => {
    const file = new URL('file:///etc/passwd');
    const { signal } = new AbortController();
    await expect(post(file, { headers: {}, body: '', signal })).rejects.toThrow('file:');
  });
});
