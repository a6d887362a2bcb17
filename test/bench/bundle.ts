/** The board's script, gzipped, against Lit and socket.io-client alone. Fonts and pictures are apart. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { temporaryFolder } from '../support/controller-process.ts';
import { buildBarePage } from './bare-pages.ts';
import type { Bench } from './figure.ts';

const board = resolve(import.meta.dirname, '../../dist/kiosk');

export const bundle: Bench = async () => {
  const folder = temporaryFolder();
  await buildBarePage('hello', folder.path);
  const limit = scriptKilobytes(folder.path);
  folder.remove();
  const ours = scriptKilobytes(board);
  return [
    {
      name: 'bundle',
      ours,
      unit: 'kB gz',
      limit,
      limitName: 'lit + socket.io-client hello page',
      atMost: 2,
    },
  ];
};

/** Every script that the page loads, the ones that it loads later too; the service worker is no part of it. */
function scriptKilobytes(dist: string): number {
  const files = globSync('assets/**/*.js', { cwd: dist });
  if (files.length === 0) throw new Error(`no scripts in ${dist}: build first`);
  const sizes = files.map((file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
