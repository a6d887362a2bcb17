/** What people bring, good and bad, each with the verdict that it must get. */
import { MAX_PHOTO_BYTES } from '../../../shared/content/media.ts';
import type { ProblemCode } from '../../../shared/problem.ts';
import {
  emptyPdf,
  filmed,
  half,
  moving,
  noise,
  solid,
  testPicture,
  turned,
} from '../../support/media-files.ts';

type Make = () => Buffer | Promise<Buffer>;

export interface Taken {
  readonly what: string;
  readonly make: Make;
  /** What becomes of it: width, height and how many. */
  readonly becomes: readonly [number, number, number];
  /** What it says that it is; the bytes decide. */
  readonly type?: string;
}
export interface Refused {
  readonly what: string;
  readonly make: Make;
  readonly code: ProblemCode;
  /** Of the sentence that the person reads. */
  readonly words: RegExp;
}

const VP8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus'];

export const photos: readonly Taken[] = [
  { what: 'a JPEG', make: () => noise(80, 60).jpeg().toBuffer(), becomes: [80, 60, 1] },
  { what: 'a PNG', make: () => noise(80, 60).png().toBuffer(), becomes: [80, 60, 1] },
  { what: 'a WebP', make: () => noise(80, 60).webp().toBuffer(), becomes: [80, 60, 1] },
  {
    what: 'an AVIF',
    make: () => noise(80, 60).avif({ effort: 0 }).toBuffer(),
    becomes: [80, 60, 1],
  },
  {
    what: 'a progressive JPEG of print colours',
    make: () => solid(90, 60).toColourspace('cmyk').jpeg({ progressive: true }).toBuffer(),
    becomes: [90, 60, 1],
  },
  {
    what: 'a grey PNG of 16 bits that one can see through',
    make: () => solid(90, 60).ensureAlpha(0.5).greyscale().toColourspace('grey16').png().toBuffer(),
    becomes: [90, 60, 1],
  },
  {
    what: 'a PNG that calls itself a JPEG',
    make: () => noise(70, 50).png().toBuffer(),
    becomes: [70, 50, 1],
    type: 'image/jpeg',
  },
  { what: 'a picture of one pixel', make: () => solid(1, 1).png().toBuffer(), becomes: [1, 1, 1] },
  {
    what: 'a photo of 24 megapixels',
    make: () => solid(6000, 4000, '#457').jpeg().toBuffer(),
    becomes: [3840, 2560, 1],
  },
];

export const films: readonly Taken[] = [
  {
    what: 'an MP4',
    make: () => filmed('mp4', ...testPicture('320x240', 2)),
    becomes: [320, 240, 1],
  },
  {
    what: 'a WebM',
    make: () => filmed('webm', ...testPicture('160x120', 1), ...VP8),
    becomes: [160, 120, 1],
  },
  {
    what: 'a MOV that was taken upright',
    make: async () => turned(await filmed('mov', ...testPicture('320x200', 1))),
    becomes: [200, 320, 1],
  },
  {
    what: 'a film larger than any board that calls itself a photo',
    make: () => filmed('mp4', ...testPicture('2560x1440', 0.2, 5), '-preset', 'ultrafast'),
    becomes: [1920, 1080, 1],
    type: 'image/png',
  },
];

export const pdfs: readonly Taken[] = [
  { what: 'a PDF of two pages', make: () => emptyPdf(2), becomes: [2560, 1707, 2] },
];

const NO_SUCH = /JPEG.*올려 주십시오/s;
const BROKEN = /깨졌거나|빈 파일/;
const MOVING = /움직이는 그림.*MP4/;
const text = (content: string) => () => Buffer.from(content);
const head = (bytes: string) => () =>
  Buffer.concat([Buffer.from(bytes, 'hex'), Buffer.alloc(4000)]);

export const refused: readonly Refused[] = [
  { what: 'nothing', make: text(''), code: 'unreadable-media', words: /빈 파일/ },
  { what: 'text', make: text('창동역 광장'), code: 'unsupported-media', words: NO_SUCH },
  {
    what: 'an SVG',
    make: text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    code: 'unsupported-media',
    words: NO_SUCH,
  },
  {
    what: 'a page with a script',
    make: text('<!doctype html><script>alert(1)</script>'),
    code: 'unsupported-media',
    words: NO_SUCH,
  },
  {
    what: 'a playlist of files on the server',
    make: text('#EXTM3U\n#EXTINF:9,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'),
    code: 'unsupported-media',
    words: NO_SUCH,
  },
  { what: 'a ZIP', make: head('504b0304'), code: 'unsupported-media', words: NO_SUCH },
  { what: 'a program', make: head('7f454c46'), code: 'unsupported-media', words: NO_SUCH },
  {
    what: 'a HEIC',
    make: head('0000001866747970686569630000000068656963'),
    code: 'unsupported-media',
    words: /HEIC.*높은 호환성/,
  },
  {
    what: 'an animation of 500 frames (GIF)',
    make: () => moving(500).gif({ loop: 0 }).toBuffer(),
    code: 'unsupported-media',
    words: MOVING,
  },
  {
    what: 'an animation of 500 frames (WebP)',
    make: () => moving(500).webp({ loop: 0 }).toBuffer(),
    code: 'unsupported-media',
    words: MOVING,
  },
  {
    what: 'an animation (APNG)',
    make: () => filmed('apng', ...testPicture('32x32', 1), '-an', '-plays', '0'),
    code: 'unsupported-media',
    words: MOVING,
  },
  {
    what: 'an animation (AVIF)',
    make: head('0000001c667479706176697300000000617669736d736631'),
    code: 'unsupported-media',
    words: MOVING,
  },
  {
    what: 'an animation (the head of a WebP)',
    make: head('52494646ff0f00005745425056503858' + '0a00000002000000'),
    code: 'unsupported-media',
    words: MOVING,
  },
  {
    what: 'half a JPEG',
    make: () => half(noise(400).jpeg().toBuffer()),
    code: 'unreadable-media',
    words: BROKEN,
  },
  {
    what: 'half a PNG',
    make: () => half(noise(400).png().toBuffer()),
    code: 'unreadable-media',
    words: BROKEN,
  },
  {
    what: 'half an AVIF',
    make: () => half(noise(200).avif({ effort: 0 }).toBuffer()),
    code: 'unreadable-media',
    words: BROKEN,
  },
  {
    what: 'a bomb of 14,000 by 14,000 pixels',
    make: () => solid(14_000, 14_000).png({ compressionLevel: 1 }).toBuffer(),
    code: 'too-large',
    words: /백만 화소/,
  },
  {
    what: 'a photo of more bytes than a photo may have',
    make: async () => {
      const photo = await solid(60, 60).jpeg().toBuffer();
      return Buffer.concat([photo, Buffer.alloc(MAX_PHOTO_BYTES)]);
    },
    code: 'too-large',
    words: /25 MB/,
  },
  {
    what: 'a PDF of 200 pages',
    make: () => emptyPdf(200),
    code: 'too-large',
    words: /200쪽.*30쪽/,
  },
  {
    what: 'the head of a PDF',
    make: text('%PDF-1.7\n%âãÏÓ\n1 0 obj <</Type/Catalog>> endobj\n'),
    code: 'unreadable-media',
    words: BROKEN,
  },
  {
    what: 'a film of 62 seconds',
    make: () => filmed('mp4', ...testPicture('64x48', 62, 1)),
    code: 'too-large',
    words: /60초/,
  },
  {
    what: 'a film of 5,000 by 2,600 pixels',
    make: () => filmed('mp4', ...testPicture('5000x2600', 0.2, 5), '-preset', 'ultrafast'),
    code: 'too-large',
    words: /5000×2600/,
  },
  {
    what: 'a film without a picture',
    make: () => filmed('mp4', ...testPicture('32x32', 1).slice(4), '-c:a', 'aac'),
    code: 'unreadable-media',
    words: BROKEN,
  },
  {
    what: 'half an MP4',
    make: () => half(filmed('mp4', ...testPicture('320x240', 2))),
    code: 'unreadable-media',
    words: BROKEN,
  },
  {
    what: 'an MP4 of which the end is missing',
    make: () => half(filmed('mp4', ...testPicture('320x240', 6), '-movflags', '+faststart')),
    code: 'unreadable-media',
    words: BROKEN,
  },
  {
    what: 'half a WebM',
    make: () => half(filmed('webm', ...testPicture('320x240', 6), ...VP8)),
    code: 'unreadable-media',
    words: BROKEN,
  },
];

/** A photo that says where, when and by whom it was taken, lying on its side, in the colours of a phone. */
export function ladenPhoto(): Promise<Buffer> {
  return noise(200, 100)
    .withIccProfile('p3')
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>')
    .withExif({
      IFD0: { Make: 'Phone', Artist: 'Somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 39/1 11/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A film that says where it was taken. */
export function ladenFilm(): Promise<Buffer> {
  const place = ['-metadata', 'location=+37.6530+127.0470/', '-metadata', 'artist=Somebody'];
  return filmed('mov', ...testPicture('64x48', 1), ...place, '-movflags', 'use_metadata_tags');
}
