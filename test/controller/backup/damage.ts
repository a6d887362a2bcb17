import { readFileSync, writeFileSync } from 'node:fs';

/** Damages a page in the middle of a table, where only a reading of the whole file finds it. */
export function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0xff, 4096 * 2, 4096 * 3);
  writeFileSync(path, bytes);
}
