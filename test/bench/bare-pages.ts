import { resolve } from 'node:path';
import { build } from 'vite';

/** Builds a page of `limits/` into `outDir`, with the same bundler and target as the board. */
export async function buildBarePage(name: 'hello' | 'picture', outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: resolve(import.meta.dirname, 'limits', name),
    base: './',
    logLevel: 'warn',
    publicDir: false,
    build: { outDir, emptyOutDir: true, target: 'chrome120', modulePreload: { polyfill: false } },
  });
}
