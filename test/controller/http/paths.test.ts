/** Names that climb, break or disguise, wherever an address has a name in it: none of them reaches a file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../shared/protocol/http/endpoints.ts';
import { temporaryFolder } from '../../support/controller-process.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

const SECRET = 'nobody may read this';
/** As they stand in the address, so that nothing tidies them on the way. */
const names = [
  ...['../secret.txt', '..%2fsecret.txt', '%2e%2e%2f%2e%2e%2fsecret.txt', '%2e%2e/secret.txt'],
  ...[
    '..%5csecret.txt',
    '..\\secret.txt',
    '%252e%252e%252fsecret.txt',
    '%c0%ae%c0%ae%2fsecret.txt',
  ],
  ...[
    '....//secret.txt',
    '..;/secret.txt',
    '%2fetc%2fpasswd',
    '//etc/passwd',
    'C:%5cWindows%5cwin.ini',
  ],
  ...['file:%2f%2f%2fetc%2fpasswd', 'secret.txt%00.webp', '%00', `${'a'.repeat(64)}%00`],
  ...['CON', 'nul.webp', 'COM1.json', 'secret.txt.', 'secret.txt%20', 'secret.txt::$DATA'],
  ...['%e2%80%aegnp.exe', encodeURIComponent('가'.repeat(300)), 'x'.repeat(5000)],
  ...['.', '..', '.hidden', '~', '*', '-rf', '$(id)', '__proto__', 'constructor', '%', '%zz'],
];

let controller: TestController;
let cookie: string;
let dist: ReturnType<typeof temporaryFolder>;
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
beforeAll(async () => {
  dist = temporaryFolder();
  for (const page of ['kiosk', 'console']) {
    mkdirSync(join(dist.path, page, 'assets'), { recursive: true });
    writeFileSync(join(dist.path, page, 'index.html'), '<!doctype html>');
  }
  controller = await startTestController({ distDir: dist.path });
  cookie = await controller.cookieOf('admin');
  mkdirSync(join(controller.dataDir, 'media/uploads'), { recursive: true });
  for (const folder of [dist.path, controller.dataDir, join(controller.dataDir, 'media')])
    for (const name of ['secret.txt', 'secret.txt.json'])
      writeFileSync(join(folder, name), JSON.stringify(SECRET));
});
afterAll(async () => {
  agent.destroy();
  await controller.stop();
  dist.remove();
});

interface Answered {
  readonly status: number;
  readonly text: string;
}

function send(method: string, path: string): Promise<Answered> {
  const { port } = new URL(controller.origin);
  const headers = { cookie, 'tus-resumable': '1.0.0' };
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', reject).end();
  });
}

const folders = ['/board/:name', '/board/assets/:name', '/console/:name', '/console/assets/:name'];
const others = ['/media/:name', '/feeds/:name.ics', '/q/:name', ...folders];
const ofTable = Object.values(endpoints)
  .filter(({ path }) => path.includes('/:'))
  .map(({ method, path }) => ({ method: method.toUpperCase(), path }));
const addresses = [...others.map((path) => ({ method: 'GET', path })), ...ofTable];

describe('[67] names in addresses', () => {
  it.each(addresses)('$method $path opens nothing by a bad one', async ({ method, path }) => {
    const before = controller.fingerprint();
    for (const name of names) {
      const asked = path.replace(/:\w+/g, () => name);
      const { status, text } = await send(method, asked);
      const isPage = text === '<!doctype html>' && status === 200;
      // What is ended or seen already is so: nothing changes.
      const isNothing = status === 204 && text === '';
      expect(text, asked).not.toContain(SECRET);
      expect(text, asked).not.toMatch(/root:|SQLite format/);
      if (!isPage && !isNothing)
        expect([asked, status >= 300 && status < 500]).toEqual([asked, true]);
    }
    expect(controller.fingerprint()).toBe(before);
    expect(controller.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('[67] names of what is taken along', () => {
  it.each(['csv', 'jsonl'] as const)('are plain, whatever is asked for (%s)', async (format) => {
    const query = new URLSearchParams({ format, text: '../"; filename=x.exe\r\nX: 1' });
    const response = await fetch(`${controller.origin}/api/audit/export?${query.toString()}`, {
      headers: { cookie },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
    expect(response.headers.get('x')).toBeNull();
  });
});
