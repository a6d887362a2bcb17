import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIntake, type Intake, type StoredPicture } from '../../../controller/media/intake.ts';
import { openMediaFiles } from '../../../controller/media/media-files.ts';
import { MAX_PHOTO_BYTES } from '../../../shared/content/media.ts';
import { temporaryFolder } from '../../support/controller-process.ts';
import { half, moving, noise, solid } from '../../support/media-files.ts';

let folder: ReturnType<typeof temporaryFolder>;
let intake: Intake;
beforeEach(() => {
  folder = temporaryFolder();
  intake = createIntake(openMediaFiles(join(folder.path, 'media')), null);
});
afterEach(async () => {
  await intake.stop();
  folder.remove();
});

function send(bytes: Uint8Array, declaredBytes: number | null = bytes.length) {
  return intake.photo({ body: Readable.from([bytes]), declaredBytes }, ([stored]) =>
    Promise.resolve(stored!),
  );
}

/** Everything that lies in the media folder. */
function leftovers(): string[] {
  const media = join(folder.path, 'media');
  if (!existsSync(media)) return [];
  return readdirSync(media, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

const gif = Buffer.from(
  '47494638396101000100800000ffffff00000021f90400000000002c00000000010001000002024401003b',
  'hex',
);
const heic = Buffer.concat([
  Buffer.from('000000186674797068656963000000006d696631', 'hex'),
  Buffer.alloc(200),
]);
const html = Buffer.from('<!doctype html><script>alert(1)</script>'.repeat(20));
const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>',
);
const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj <</Type/Catalog>> endobj\n');

describe('Intake.photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'stores a %s as WebP under its hash',
    async (format) => {
      const stored = await send(await solid(640, 480).toFormat(format).toBuffer());
      expect(stored).toMatchObject({ mime: 'image/webp', widthPx: 640, heightPx: 480 });
      const bytes = readFileSync(intake.files.pathOf(stored.sha256));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(stored.sha256);
      expect(bytes).toHaveLength(stored.bytes);
      expect((await sharp(bytes).metadata()).format).toBe('webp');
      expect(leftovers()).toEqual([stored.sha256]);
    },
  );

  it('makes copies for every size of board and enlarges nothing', async () => {
    const stored = await send(await solid(2000, 2000).jpeg().toBuffer());
    expect(stored).toMatchObject({ widthPx: 2000, heightPx: 2000 });
    const copies = stored.mime === 'image/webp' ? (stored as StoredPicture).renditions : [];
    expect(copies?.map(({ widthPx }) => widthPx)).toEqual([640, 1280, 1920, 2000]);
    expect(copies?.at(-1)?.sha256).toBe(stored.sha256);
    for (const { sha256, widthPx, bytes } of copies ?? []) {
      expect((await sharp(intake.files.pathOf(sha256)).metadata()).width).toBe(widthPx);
      expect(readFileSync(intake.files.pathOf(sha256))).toHaveLength(bytes);
    }
    expect(leftovers().sort()).toEqual(copies?.map(({ sha256 }) => sha256).sort());
  });

  it('makes the longest side 3840 px', async () => {
    expect(await send(await solid(7680, 1000).jpeg().toBuffer())).toMatchObject({
      widthPx: 3840,
      heightPx: 500,
    });
  });

  it('turns a photo upright and leaves out where it was taken', async () => {
    const photo = await solid(400, 200)
      .withExif({
        IFD0: { Make: 'Phone', Artist: 'Somebody' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 39/1 11/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).orientation).toBe(6);
    const stored = await send(photo);
    expect(stored).toMatchObject({ widthPx: 200, heightPx: 400 });
    const kept = await sharp(intake.files.pathOf(stored.sha256)).metadata();
    expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('stores the same photo once', async () => {
    const photo = await solid(300, 200).png().toBuffer();
    const [first, second] = await Promise.all([send(photo), send(photo)]);
    expect(second).toEqual(first);
    expect(leftovers()).toEqual([first.sha256]);
  });

  it.each([
    { what: 'nothing', bytes: () => Buffer.alloc(0), code: 'unreadable-media' },
    { what: 'HEIC', bytes: () => heic, code: 'unsupported-media' },
    { what: 'a GIF', bytes: () => gif, code: 'unsupported-media' },
    { what: 'an SVG', bytes: () => svg, code: 'unsupported-media' },
    { what: 'a page', bytes: () => html, code: 'unsupported-media' },
    { what: 'a PDF', bytes: () => pdf, code: 'unsupported-media' },
    { what: 'noise', bytes: () => Buffer.alloc(5000, 0xa5), code: 'unsupported-media' },
    {
      what: 'a head without a body',
      bytes: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      code: 'unreadable-media',
    },
    {
      what: 'a JPEG that is cut off',
      bytes: () => half(noise(500).jpeg().toBuffer()),
      code: 'unreadable-media',
    },
    {
      what: 'a PNG that is cut off',
      bytes: () => half(noise(500).png().toBuffer()),
      code: 'unreadable-media',
    },
    {
      what: 'a WebP that is cut off',
      bytes: () => half(noise(500).webp().toBuffer()),
      code: 'unreadable-media',
    },
    {
      what: 'a moving WebP',
      bytes: () => moving(2).webp({ loop: 0 }).toBuffer(),
      code: 'unsupported-media',
    },
    {
      what: 'a page behind the head of a PNG',
      bytes: () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), html]),
      code: 'unsupported-media',
    },
  ])('refuses $what as $code and keeps nothing of it', async ({ bytes, code }) => {
    await expect(send(await bytes())).rejects.toMatchObject({
      name: 'Refusal',
      code,
      message: expect.stringMatching(/[가-힣]/) as string,
    });
    expect(leftovers()).toEqual([]);
  });

  it('refuses a bomb from its head, before its pixels are made', async () => {
    const bomb = await solid(14_000, 14_000).png().toBuffer();
    const before = process.memoryUsage().rss;
    await expect(send(bomb)).rejects.toMatchObject({ code: 'too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
    expect(leftovers()).toEqual([]);
  });

  it('refuses a declared length before it reads a byte', async () => {
    let isRead = false;
    const body = new Readable({
      read() {
        isRead = true;
        this.push(null);
      },
    });
    const taken = intake.photo({ body, declaredBytes: MAX_PHOTO_BYTES + 1 }, (stored) =>
      Promise.resolve(stored),
    );
    await expect(taken).rejects.toMatchObject({ code: 'too-large' });
    expect(isRead).toBe(false);
  });

  it('counts bytes whose length was not declared, and stops at the limit', async () => {
    const chunk = Buffer.alloc(1024 * 1024);
    let sent = 0;
    const endless = Readable.from(
      (async function* () {
        for (;;) {
          sent += 1;
          yield chunk;
          await Promise.resolve();
        }
      })(),
    );
    const taken = intake.photo({ body: endless, declaredBytes: null }, (stored) =>
      Promise.resolve(stored),
    );
    await expect(taken).rejects.toMatchObject({ code: 'too-large' });
    expect(sent).toBeLessThan(40);
    expect(leftovers()).toEqual([]);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const body = Readable.from(
      (async function* () {
        yield Buffer.alloc(1000, 1);
        await Promise.resolve();
        throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
      })(),
    );
    const taken = intake.photo({ body, declaredBytes: 5000 }, (stored) => Promise.resolve(stored));
    await expect(taken).rejects.toMatchObject({ code: 'malformed' });
    expect(leftovers()).toEqual([]);
  });

  it('goes on after one that failed', async () => {
    const photo = await solid(100, 100).png().toBuffer();
    const [bad, good] = await Promise.allSettled([send(html), send(photo)]);
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
  });
});

describe('Intake.drawings', () => {
  it('draws an SVG as wide as asked, sharply', async () => {
    const drawing = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30"><rect width="20" height="30"/></svg>',
    );
    const [stored] = await intake.drawings([drawing.toString()], 1600);
    expect(stored).toMatchObject({ widthPx: 1600, heightPx: 1200, mime: 'image/webp' });
  });
});
