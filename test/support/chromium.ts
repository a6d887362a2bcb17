import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const NOTED = resolve(import.meta.dirname, '../../node_modules/.cache/chromium-path');

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
  const told = process.env.CHROMIUM;
  if (told !== undefined) return told;
  if (existsSync(NOTED)) return readFileSync(NOTED, 'utf8').trim();
  return '/usr/bin/chromium';
}
