/**
 * A controller's folder as the first start leaves it, kept for a build: drawing what `content/` ships takes most of
 * a first start's time, and dozens of tests begin there.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DATABASE_FILE } from '../../controller/data-folder.ts';

const root = resolve(import.meta.dirname, '../..');
export const KEPT_IN = join(root, 'node_modules/.cache');
export const KEPT_NAME = 'first-start-';

/** Puts what was kept into a folder that no controller has used yet; does nothing where nothing was kept. */
export function copyFirstStart(dataDir: string): void {
  const path = keptPath();
  if (existsSync(path) && !existsSync(join(dataDir, DATABASE_FILE)))
    cpSync(path, dataDir, { recursive: true });
}

/** Where the folder of this build is, or would be. */
export function keptPath(): string {
  const built = readFileSync(join(root, 'dist/controller/main.js'));
  const hash = createHash('sha256').update(built);
  const content = join(root, 'content');
  for (const name of readdirSync(content, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.json') || name.endsWith('.svg'))
      hash.update(name).update(readFileSync(join(content, name)));
  return join(KEPT_IN, KEPT_NAME + hash.digest('hex').slice(0, 16));
}
