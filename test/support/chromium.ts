import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache');

/** Keeps Chromium quiet and offline. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** The browser that the tests drive: `CHROMIUM`, what `npm test` found or installed, or Debian's. */
export function chromiumPath(): string {
  return process.env.CHROMIUM ?? noted('chromium') ?? '/usr/bin/chromium';
}

/** The same without windows and what belongs to them, where there is one: a page starts sooner, and costs less. */
export function headlessPath(): string {
  return process.env.CHROMIUM ?? noted('chromium-headless-shell') ?? chromiumPath();
}

function noted(name: string): string | undefined {
  const path = resolve(CACHE, `${name}-path`);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}
