/**
 * A browser for measuring memory. The driver has it watch what every page loads: of each load a kilobyte stays in
 * the page for as long as it lives, and of the answers a hundred megabytes, in case somebody asks for them. In a page
 * that plays films for days this looks like a leak.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { chromium, type Browser } from 'playwright-core';
import { WebSocket, WebSocketServer } from 'ws';
import { chromiumFlags, headlessPath } from './chromium.ts';

const LISTENING = /^DevTools listening on (ws:.+)$/;

/** Headless; nobody hears what its pages load, and they have `gc`. */
export async function launchLeanBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'plaza-lean-'));
  const own = [
    '--js-flags=--expose-gc',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  const child = spawn(headlessPath(), [...chromiumFlags, ...own], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: what is started may be a script that starts the browser.
    detached: true,
  });
  const proxy = await standBetween(await listeningAt(child.stderr));
  const { port } = proxy.address() as AddressInfo;
  const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${String(port)}`);
  browser.once('disconnected', () => {
    proxy.close();
    child.once('exit', () => rmSync(profile, { recursive: true, force: true }));
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  });
  return browser;
}

function listeningAt(stderr: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    // Read to its end: a browser whose complaints nobody takes stands still.
    const lines = createInterface(stderr);
    lines.on('line', (line) => {
      const [, url] = LISTENING.exec(line) ?? [];
      if (url !== undefined) resolve(url);
    });
    lines.once('close', () => reject(new Error('the browser ended before it could be driven')));
  });
}

async function standBetween(url: string): Promise<WebSocketServer> {
  const proxy = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(proxy, 'listening');
  proxy.on('connection', (driver) => {
    const browser = new WebSocket(url, { perMessageDeflate: false, maxPayload: 0 });
    const isOpen = once(browser, 'open');
    driver.on('message', (data: Buffer) => void isOpen.then(() => browser.send(lean(data))));
    browser.on('message', (data: Buffer) => driver.send(data.toString()));
    driver.on('close', () => browser.close());
    browser.on('close', () => driver.close());
  });
  return proxy;
}

/** Asks for the opposite, which is answered alike. */
function lean(data: Buffer): string {
  const text = data.toString();
  if (!text.includes('"Network.enable"')) return text;
  const call = JSON.parse(text) as object;
  return JSON.stringify({ ...call, method: 'Network.disable', params: {} });
}
