import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../controller/store/sqlite-store.ts';
import { CONTROLLER, startController, temporaryFolder } from '../support/controller-process.ts';
import { writeSmallContent } from '../support/small-content.ts';

const root = resolve(import.meta.dirname, '../..');

let folder: ReturnType<typeof temporaryFolder>;
let dataDir: string;
let env: Record<string, string>;
beforeEach(() => {
  folder = temporaryFolder();
  dataDir = join(folder.path, 'data');
  env = { CONTENT_DIR: join(folder.path, 'content') };
  writeSmallContent(join(folder.path, 'content'));
});
afterEach(() => folder.remove());

/** Runs the process to its end, which it must come to by itself. */
async function runToEnd(extra: Record<string, string>) {
  const child = spawn(process.execPath, [CONTROLLER], {
    cwd: root,
    env: { ...process.env, ...env, PORT: '0', DATA_DIR: dataDir, ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed };
}

describe('the controller', () => {
  it('starts empty, prints its links once, and stops in order', async () => {
    const first = await startController({ dataDir, env });
    const health: unknown = await (await fetch(`${first.origin}/healthz`)).json();
    expect(health).toMatchObject({
      status: 'ok',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      database: { journalMode: 'wal', synchronous: 'full', foreignKeys: true },
    });
    expect(first.link('/board#pair=')).toMatch(/#pair=[\w-]{40,}$/);
    expect(first.link('/console#/setup/')).toMatch(/setup\/[\w-]{40,}$/);
    await first.stop();
    expect(existsSync(join(dataDir, 'plaza.sqlite-wal'))).toBe(false);
    const store = await openStore({ path: join(dataDir, 'plaza.sqlite') });
    expect(await store.records.slides.all()).toHaveLength(1);
    await store.close();
  });

  it('ends by SIGTERM with code 0 while a request hangs', async () => {
    const running = await startController({ dataDir, env });
    const body = new ReadableStream({ start: () => undefined });
    const hanging = fetch(`${running.origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit).catch(() => 'cut');
    const began = performance.now();
    await running.stop();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await hanging).toBe('cut');
  });

  it.each([
    { extra: { PORT: 'x' }, named: 'PORT' },
    { extra: { PLAZA_PORT: '1' }, named: 'PLAZA_PORT' },
    { extra: { DATABASE_URL: 'postgres://localhost/plaza' }, named: 'DATABASE_URL' },
    { extra: { HOST: '203.0.113.7' }, named: 'HOST' },
    { extra: { TLS_CERT: '/nowhere', TLS_KEY: '/nowhere' }, named: 'TLS_CERT' },
  ])('[78] ends with code 2 and one line for a bad $named', async ({ extra, named }) => {
    const { code, printed } = await runToEnd(extra);
    expect(code).toBe(2);
    expect(printed.trimEnd()).toMatch(new RegExp(`(^|\n)${named}: [^\n]+$`));
  });
});
