/** A photo of 24 megapixels to all that boards need of it, stored durably; against sharp alone, on one core. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { createIntake } from '../../controller/media/intake.ts';
import { openMediaFiles } from '../../controller/media/media-files.ts';
import { temporaryFolder } from '../support/controller-process.ts';
import { noise } from '../support/media-files.ts';
import { median, type Bench } from './figure.ts';

const ROUNDS = 5;
const SIDES_PX = [640, 1280, 1920, 3840];
const ALONE = { signal: new AbortController().signal, onPart: () => undefined };

export const photo: Bench = async () => {
  const folder = temporaryFolder();
  const files = openMediaFiles(join(folder.path, 'media'));
  const intake = createIntake(files, null);
  const path = join(folder.path, 'photo.jpg');
  writeFileSync(path, await photograph());
  sharp.concurrency(1);
  sharp.cache(false);
  const ours: number[] = [];
  const limit: number[] = [];
  // The first pair warms up.
  for (let round = -1; round < ROUNDS; round += 1) {
    const one = await timed(() => intake.take(path, ALONE, ([stored]) => drop(stored?.sha256)));
    const two = await timed(() => sharpAlone(path));
    if (round < 0) continue;
    ours.push(one);
    limit.push(two);
  }
  await intake.stop();
  folder.remove();
  const limitName = 'sharp alone on one core';
  return [
    { name: 'photo', ours: median(ours), unit: 'ms', limit: median(limit), limitName, atMost: 1.2 },
  ];

  /** So that the next round writes it again. */
  async function drop(sha256: string | undefined): Promise<void> {
    if (sha256 === undefined) throw new Error('the photo came to nothing');
    for (const stored of await files.list()) await files.remove(stored.sha256);
  }
};

/** Soft as a sky, with the grain of a sensor. */
async function photograph(): Promise<Buffer> {
  const soft = await noise(60, 40).resize(6000, 4000, { kernel: 'cubic' }).png().toBuffer();
  const grain = await noise(6000, 4000).blur(1).png({ compressionLevel: 1 }).toBuffer();
  return sharp(soft)
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

async function sharpAlone(path: string): Promise<void> {
  const bytes = readFileSync(path);
  for (const side of SIDES_PX) {
    await sharp(bytes)
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside' })
      .webp({ quality: 86, effort: 4 })
      .toBuffer();
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
