import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { Ffmpeg } from './job.ts';

/**
 * ffmpeg with the ffprobe beside it: the one at the path `named`, or else the first in the folders of `path` (a
 * PATH). Null where there is none.
 */
export function findFfmpeg(named: string | undefined, path: string): Ffmpeg | null {
  const candidates = named === undefined ? path.split(delimiter).filter(Boolean) : [dirname(named)];
  for (const folder of candidates) {
    const found = { ffmpeg: named ?? join(folder, 'ffmpeg'), ffprobe: join(folder, 'ffprobe') };
    if (canRun(found.ffmpeg) && canRun(found.ffprobe)) return found;
  }
  return null;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not here.
  }
}
