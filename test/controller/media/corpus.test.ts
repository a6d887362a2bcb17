/** Real files of every kind through the real process: the verdict, what is left, and what it costs. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Media } from '../../../shared/content/media.ts';
import { approvalOf } from '../../support/approval.ts';
import { testFfmpeg } from '../../support/ffmpeg.ts';
import { filmed, flashing, noise, printedPdf } from '../../support/media-files.ts';
import { startSeededController, type SeededController } from '../../support/seeded-controller.ts';
import { beginUpload, outcomeOf, sendPart, uploadWhole } from '../../support/tus.ts';
import { bombs } from './bombs.ts';
import { films, ladenFilm, ladenPhoto, pdfs, photos, refused } from './corpus.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** What the server may take above its idle state while it takes files in. */
const MOST_MORE_BYTES = 300_000_000;
/** Between two questions of somebody who waits. */
const BREATH_MS = 20;

let controller: SeededController;
let idleBytes: number;
beforeAll(async () => {
  controller = await startSeededController('manager');
  await controller.client.get('listSlides');
  idleBytes = memoryBytes('VmRSS');
});
afterAll(() => controller.stop());

const memoryBytes = (line: 'VmRSS' | 'VmHWM') => {
  const status = readFileSync(`/proc/${controller.pid}/status`, 'utf8');
  return Number(new RegExp(`${line}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
};
const stored = (sha256: string) => join(controller.dataDir, 'media', sha256.slice(0, 2), sha256);
const within = (folder: string) => {
  const path = join(controller.dataDir, 'media', folder);
  return existsSync(path) ? readdirSync(path) : [];
};
/** Every stored file by its hash. */
const allStored = () => within('').flatMap((folder) => (folder.length === 2 ? within(folder) : []));

async function bring(bytes: Buffer, type?: string): Promise<readonly Media[]> {
  const uploadId = await beginUpload(controller.client, bytes.length, type);
  await sendPart(controller.client, uploadId, { bytes, from: 0 });
  const outcome = await outcomeOf(controller.client, uploadId);
  if (!('media' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.media;
}

async function bringOne(bytes: Buffer): Promise<Media> {
  const [media] = await bring(bytes);
  if (!media) throw new Error('nothing came of it');
  return media;
}

describe('What is taken', () => {
  it.each([...photos, ...films, ...pdfs])('takes $what', async ({ make, becomes, type }) => {
    const media = await bring(await make(), type);
    const [widthPx, heightPx, count] = becomes;
    expect(media).toHaveLength(count);
    for (const one of media) expect(one).toMatchObject({ widthPx, heightPx, consent: 'recorded' });
    expect([within('uploads'), within('parts')]).toEqual([[], []]);
  });

  it('takes a photo upright, in plain colours, without a word about where and by whom', async () => {
    const laden = await ladenPhoto();
    const before = await sharp(laden).metadata();
    expect([before.exif, before.xmp, before.icc].every(Boolean)).toBe(true);
    const media = await bringOne(laden);
    expect(media).toMatchObject({ widthPx: 100, heightPx: 200 });
    const { exif, xmp, icc, iptc, orientation, space } = await sharp(
      stored(media.sha256),
    ).metadata();
    expect({ exif, xmp, icc, iptc, orientation, space }).toEqual({ space: 'srgb' });
  });

  it('takes a film without sound or a word about where, and with a poster', async () => {
    const laden = await ladenFilm();
    expect(laden.includes('+37.6530')).toBe(true);
    const media = await bringOne(laden);
    const bytes = readFileSync(stored(media.sha256));
    expect(bytes.includes('+37.6530') || bytes.includes('Somebody')).toBe(false);
    expect(probed(media.sha256)).toEqual([
      { codec_name: 'h264', pix_fmt: 'yuv420p', r_frame_rate: '30/1' },
    ]);
    const poster = await sharp(stored(media.video?.posterSha256 ?? '')).metadata();
    expect([poster.format, poster.width]).toEqual(['webp', 64]);
    const row = await controller.client.get('readMedia', {
      params: { sha256: media.video?.posterSha256 ?? '' },
    });
    expect(row).toMatchObject({ mime: 'image/webp', consent: 'recorded' });
    const partOf = await fetch(`${controller.origin}/media/${media.sha256}`, {
      headers: { range: 'bytes=4-7' },
    });
    expect([partOf.status, partOf.headers.get('content-type'), await partOf.text()]).toEqual([
      206,
      'video/mp4',
      'ftyp',
    ]);
  });

  it('draws the Hangul of a PDF as it is', async () => {
    const media = await bringOne(
      await printedPdf(
        '<div style="display:flex;font-size:200px"><div style="width:300px">가</div>훯</div>',
      ),
    );
    const left = await inkIn(media, 0);
    const right = await inkIn(media, 0.5);
    // A typeface that lacks them would draw the same box twice.
    expect(left).toBeGreaterThan(0.02);
    expect(right).toBeGreaterThan(left * 1.2);
  });

  it('straightens a picture into its largest part of the same shape', async () => {
    const media = await bringOne(await noise(600, 400).jpeg().toBuffer());
    const turned = await controller.client.get('straightenMedia', {
      params: { sha256: media.sha256 },
      body: { organizationId: 'guild', degrees: 5 },
    });
    expect(turned).toMatchObject({ consent: 'recorded', organizationId: 'guild' });
    expect(turned.sha256).not.toBe(media.sha256);
    // sin 5° · 600 / 400 + cos 5° is 1.127.
    expect(turned.widthPx).toBeCloseTo(600 / 1.127, -1);
    expect(turned.widthPx / turned.heightPx).toBeCloseTo(1.5, 1);
    const { data } = await sharp(stored(turned.sha256)).raw().toBuffer({ resolveWithObject: true });
    // The black behind the turned picture is in no corner.
    expect(Math.max(...data.subarray(0, 3))).toBeGreaterThan(0);
  });
});

describe('What is refused', () => {
  it.each(refused)('refuses $what in words, and keeps nothing', async ({ make, code, words }) => {
    const before = allStored();
    const uploadId = await uploadWhole(controller.client, await make());
    const problem = await outcomeOf(controller.client, uploadId);
    expect(problem).toMatchObject({ code, title: expect.stringMatching(words) as string });
    expect(allStored()).toEqual(before);
    expect([within('uploads'), within('parts')]).toEqual([[], []]);
  });
});

describe('[69] Bombs', () => {
  it.each(bombs)('refuses $what, and answers others meanwhile', async ({ make, code }) => {
    const before = allStored();
    const uploadId = await uploadWhole(controller.client, await make());
    let isDone = false;
    const outcome = outcomeOf(controller.client, uploadId).finally(() => (isDone = true));
    while (!isDone) {
      expect((await fetch(`${controller.origin}/healthz`)).status).toBe(200);
      await setTimeout(BREATH_MS);
    }
    expect(await outcome).toMatchObject({ code });
    expect(allStored()).toEqual(before);
    expect([within('uploads'), within('parts')]).toEqual([[], []]);
  });
});

describe('[L8] A film that flashes', () => {
  it.each([
    { times: 2, code: undefined },
    { times: 5, code: 'invalid' },
  ])('$times times a second: $code', async ({ times, code }) => {
    const media = await bringOne(await filmed('mp4', ...flashing(times, 2)));
    const { posterSha256 = '', durationMs = 0, flashesPerSecond = 0 } = media.video ?? {};
    expect(Math.abs(flashesPerSecond - times)).toBeLessThanOrEqual(0.5);
    const video = { sha256: media.sha256, posterSha256, durationMs, alt: { ko: '번쩍' } };
    const made = await controller.client.get('createSlide', {
      body: {
        ...{ organizationId: 'guild', shopId: null, dwellSeconds: 15 },
        content: { template: 'video', title: { ko: '영상' }, video },
      },
    });
    const ref = { params: { slideId: made.slide.id }, body: approvalOf(made) };
    const sent = await controller.client.send('approveSlide', ref);
    expect(sent.problem?.code).toBe(code);
    expect(sent.problem?.fields?.[0]?.path).toBe(code && 'content.video');
  });
});

describe('The server meanwhile', () => {
  it('answers others while it works on a film', async () => {
    const film = await filmed(
      'mp4',
      '-f',
      'lavfi',
      '-i',
      'testsrc2=size=960x540:rate=25:duration=1',
    );
    const uploadId = await uploadWhole(controller.client, film);
    let answers = 0;
    for (;;) {
      const result = await controller.client.get('readUploadResult', { params: { uploadId } });
      if (result.state === 'done') break;
      expect((await fetch(`${controller.origin}/healthz`)).status).toBe(200);
      await setTimeout(BREATH_MS);
      answers += 1;
    }
    expect(answers).toBeGreaterThan(5);
  });

  it('keeps its memory through all of this', () => {
    expect(memoryBytes('VmHWM') - idleBytes).toBeLessThan(MOST_MORE_BYTES);
  });

  it('has nothing left of what was begun and dropped', async () => {
    const bytes = await noise(300).png().toBuffer();
    const begun = await Promise.all(
      Array.from({ length: 20 }, () => beginUpload(controller.client, bytes.length)),
    );
    for (const [index, uploadId] of begun.entries()) {
      const sent = bytes.subarray(0, Math.floor((bytes.length * index) / 20));
      if (sent.length > 0) await sendPart(controller.client, uploadId, { bytes: sent, from: 0 });
    }
    for (const uploadId of begun)
      await controller.client.send('cancelUpload', { params: { uploadId } });
    expect([within('uploads'), within('parts')]).toEqual([[], []]);
  });

  it('has written nothing to its log that is a bug', () => {
    expect(controller.printed()).not.toMatch(/"level":"(error|fatal)"/);
  });
});

/** How much of the half of a picture that begins at `from` (part of its width) is dark. */
async function inkIn({ sha256, widthPx, heightPx }: Media, from: number): Promise<number> {
  const half = Math.floor(widthPx / 2);
  const left = Math.floor(widthPx * from);
  const { data } = await sharp(stored(sha256))
    .extract({ left, top: 0, width: half, height: heightPx })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 128).length / data.length;
}

/** The streams of a stored film as ffprobe sees them. */
function probed(sha256: string): unknown {
  const entries = 'stream=codec_name,pix_fmt,r_frame_rate';
  const words = ['-v', 'error', '-show_entries', entries, '-of', 'json', stored(sha256)];
  const { stdout } = spawnSync(testFfmpeg().ffprobe, words, { encoding: 'utf8' });
  return (JSON.parse(stdout) as { readonly streams: unknown }).streams;
}
