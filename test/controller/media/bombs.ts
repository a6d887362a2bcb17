/** Small files that say or become something enormous. */
import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { ProblemCode } from '../../../shared/problem.ts';
import { filmed, moving, noise, pdfOf, solid, testPicture } from '../../support/media-files.ts';

export interface Bomb {
  readonly what: string;
  readonly make: () => Buffer | Promise<Buffer>;
  readonly code: ProblemCode;
}

const MEGABYTE = 1024 * 1024;
const FRAMES = 100_000;
/** Of a side, pixels: 2³¹. */
const ENORMOUS = 0x7fff_ffff;

export const bombs: readonly Bomb[] = [
  {
    what: 'a PNG that says 2³¹ by 2³¹ pixels',
    make: () => saysPng(solid(9, 9).png().toBuffer()),
    code: 'unreadable-media',
  },
  {
    what: 'an AVIF that says 2³¹ by 2³¹ pixels',
    make: () => sized(noise(80, 60).avif({ effort: 0 }).toBuffer(), 'ispe', 4),
    code: 'unreadable-media',
  },
  { what: 'a GIF of 100,000 frames', make: longGif, code: 'unsupported-media' },
  { what: 'a WebP of 100,000 frames', make: longWebp, code: 'unsupported-media' },
  {
    what: 'a ZIP that becomes 512 MB when it is looked into',
    make: () => zipOf('[Content_Types].xml', 512),
    code: 'unsupported-media',
  },
  {
    what: 'a PDF of a million pages',
    make: () => pdfOf([ROOT, times(1000, '3 0 R', 1_000_000), times(1000, '4 0 R', 1000), PAGE]),
    code: 'too-large',
  },
  {
    what: 'a PDF whose pages are their own parents',
    make: () => pdfOf([ROOT, PAGES.replace('3 0 R', '2 0 R'), PAGE]),
    code: 'unreadable-media',
  },
  {
    what: 'a PDF whose page becomes 750 MB',
    make: () => pdfOf([ROOT, PAGES, PAGE.replace('>>', '/Contents 4 0 R>>'), deflated(750)]),
    code: 'unreadable-media',
  },
  {
    what: 'an MP4 whose box is larger than any disk',
    make: () => Buffer.concat([FTYP, box('moov', Buffer.alloc(16), 1), Buffer.alloc(4000, 0xff)]),
    code: 'unreadable-media',
  },
  {
    what: 'an MP4 of 20,000 boxes in each other',
    make: () => Buffer.concat([FTYP, nested(20_000)]),
    code: 'unreadable-media',
  },
  {
    what: 'an MP4 whose table says 4,000,000,000 samples',
    make: async () => ofSamples(await film(), 4_000_000_000),
    code: 'unreadable-media',
  },
  {
    what: 'an MP4 of 100 hours in 21 kB',
    make: () => filmed('mp4', '-f', 'lavfi', '-i', slow(600, 600), ...COARSE),
    code: 'too-large',
  },
];

const ROOT = '<</Type/Catalog/Pages 2 0 R>>';
const PAGES = '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 300 200]>>';
const PAGE = '<</Type/Page/Parent 2 0 R>>';
/** Of its clock: a finer one does not count so far. */
const COARSE = ['-video_track_timescale', '90'];
const FTYP = box('ftyp', Buffer.from('isom\0\0\0\0isommp41'));

const film = () => filmed('mp4', ...testPicture('64x48', 1), '-an');

/** Words for ffmpeg: pictures that stand for so long each. */
function slow(pictures: number, seconds: number): string {
  return `testsrc=size=64x48:rate=1/${seconds}:duration=${pictures * seconds}`;
}

/** The file with both sides, which stand `after` bytes behind `name`, made enormous. */
async function sized(file: Promise<Buffer>, name: string, after = 0): Promise<Buffer> {
  const copy = Buffer.from(await file);
  const at = copy.indexOf(name) + name.length + after;
  copy.writeUInt32BE(ENORMOUS, at);
  copy.writeUInt32BE(ENORMOUS, at + 4);
  return copy;
}

/** The PNG whose head says so, with the sum over it set right. */
async function saysPng(file: Promise<Buffer>): Promise<Buffer> {
  const copy = await sized(file, 'IHDR');
  copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29);
  return copy;
}

/** Frames of one pixel in turn, by hand: 100,000 of them take 3 MB. */
function longGif(): Buffer {
  const head = Buffer.from('4749463839610100010080000000000000ffffff', 'hex').subarray(0, 19);
  const frame = Buffer.from('21f90400010000002c000000000100010000024401003b', 'hex').subarray(
    0,
    -1,
  );
  return Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame), Buffer.from(';')]);
}

/** The last of its frames, so often that there are 100,000. */
async function longWebp(): Promise<Buffer> {
  const webp = await moving(2).webp({ loop: 0 }).toBuffer();
  const frame = webp.subarray(webp.lastIndexOf('ANMF'));
  const all = Buffer.concat([webp, ...Array.from({ length: FRAMES }, () => frame)]);
  all.writeUInt32LE(all.length - 8, 4);
  return all;
}

/** Deflated blanks, so many megabytes; made of one block again and again. */
function blanks(megabytes: number): Buffer {
  const options = { finishFlush: constants.Z_FULL_FLUSH };
  const block = deflateRawSync(Buffer.alloc(MEGABYTE, ' '), options);
  const end = Buffer.from([3, 0]);
  return Buffer.concat([...Array.from({ length: megabytes }, () => block), end]);
}

/** A stream of a PDF, with the head that such a one has. */
function deflated(megabytes: number): string {
  const bytes = Buffer.concat([Buffer.from([0x78, 0x9c]), blanks(megabytes)]);
  const head = `<</Length ${bytes.length}/Filter/FlateDecode>>`;
  return `${head}\nstream\n${bytes.toString('latin1')}\nendstream`;
}

/** A ZIP with one file of so many megabytes. */
function zipOf(name: string, megabytes: number): Buffer {
  const bytes = blanks(megabytes);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt32LE(megabytes * MEGABYTE, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), bytes]);
}

/** A box of an MP4; `size` is what it says, its own length unless told. */
function box(name: string, content: Buffer, size = content.length + 8): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(size, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}

function nested(depth: number): Buffer {
  const boxes = Buffer.alloc(depth * 8);
  for (let level = 0; level < depth; level += 1) {
    boxes.writeUInt32BE((depth - level) * 8, level * 8);
    boxes.write(level === 0 ? 'moov' : 'trak', level * 8 + 4, 'latin1');
  }
  return boxes;
}

/** The film whose table of samples says that there are so many. */
function ofSamples(file: Buffer, count: number): Buffer {
  const copy = Buffer.from(file);
  copy.writeUInt32BE(count, copy.indexOf('stsz') + 12);
  return copy;
}

/** A node of a PDF's tree that names the same child again and again. */
function times(count: number, child: string, pages: number): string {
  const kids = Array.from({ length: count }, () => child).join(' ');
  return `<</Type/Pages/Count ${pages}/Kids[${kids}]/MediaBox[0 0 300 200]>>`;
}
