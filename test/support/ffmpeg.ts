import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findFfmpeg } from '../../controller/media/find-ffmpeg.ts';
import type { Ffmpeg } from '../../controller/media/job.ts';

const NOTED = resolve(import.meta.dirname, '../../node_modules/.cache/ffmpeg-path');

/** What the tests make films with: `FFMPEG`, what `npm test` found or installed, or Debian's. */
export function testFfmpeg(): Ffmpeg {
  const noted = existsSync(NOTED) ? readFileSync(NOTED, 'utf8').trim() : undefined;
  const found = findFfmpeg(process.env.FFMPEG ?? noted, '/usr/bin');
  if (found === null) throw new Error('no ffmpeg: run the tests by npm test, which installs it');
  return found;
}
