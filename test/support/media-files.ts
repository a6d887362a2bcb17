/** Files as people bring them, made in the test. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import sharp, { type Sharp } from 'sharp';
import { chromiumFlags, chromiumPath } from './chromium.ts';
import { testFfmpeg } from './ffmpeg.ts';

/** Not the synchronous form: while that blocks, connections are closed that are then used again. */
const execute = promisify(execFile);

/** Pixels that no codec makes small, the same each time. */
export function noise(width: number, height = width): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let index = 0; index < pixels.length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[index] = state >>> 24;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export function noisePng(sidePx: number): Promise<Buffer> {
  return noise(sidePx).png().toBuffer();
}

export function solid(width: number, height: number, background = '#d2691e'): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** Frames of two greys in turn. */
export function moving(frames: number): Sharp {
  const side = 16;
  const pixels = Buffer.alloc(side * side * 3 * frames);
  for (let frame = 0; frame < frames; frame += 1)
    pixels.fill((frame * 37) % 256, frame * side * side * 3, (frame + 1) * side * side * 3);
  const raw = { width: side, height: side * frames, channels: 3, pageHeight: side } as const;
  return sharp(pixels, { raw });
}

/** What ffmpeg makes of these words, in a file with this ending. */
export function filmed(ending: string, ...words: readonly string[]): Promise<Buffer> {
  return inFolder(async (folder) => {
    const path = join(folder, `film.${ending}`);
    const all = ['-v', 'error', '-nostdin', '-threads', '1', ...words, '-y', path];
    await execute(testFfmpeg().ffmpeg, all);
    return readFileSync(path);
  });
}

/** Words for ffmpeg: a moving test picture with a tone, `size` such as `320x240`. */
export function testPicture(size: string, seconds: number, framesPerSecond = 10): string[] {
  const rate = `${framesPerSecond}`;
  return [
    ...['-f', 'lavfi', '-i', `testsrc=size=${size}:rate=${rate}:duration=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`],
  ];
}

/** The MP4 or MOV as a phone writes it that was held upright: its first track is to be turned by a quarter. */
export function turned(film: Buffer): Buffer {
  const copy = Buffer.from(film);
  const matrix = copy.indexOf('tkhd') + 44;
  const quarter = [0, 0x1_0000, 0, -0x1_0000, 0, 0, 0, 0, 0x4000_0000];
  for (const [index, value] of quarter.entries()) copy.writeInt32BE(value, matrix + index * 4);
  return copy;
}

/** Words for ffmpeg: black and white in turn, so many times a second. */
export function flashing(timesPerSecond: number, seconds: number): string[] {
  const source = `color=white:size=64x48:rate=30:duration=${seconds}`;
  const flash = `lt(mod(t\\,${1 / timesPerSecond})\\,${0.5 / timesPerSecond})`;
  return ['-f', 'lavfi', '-i', source, '-vf', `drawbox=t=fill:color=black:enable='${flash}'`];
}

/** A PDF of empty pages, each of this size in points. */
export function emptyPdf(pages: number, size: readonly [number, number] = [300, 200]): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids}]/MediaBox[0 0 ${size.join(' ')}]>>`,
    ...Array.from({ length: pages }, () => '<</Type/Page/Parent 2 0 R>>'),
  ]);
}

/** A PDF of these objects (Latin-1), numbered from 1, which is its root; written by hand. */
export function pdfOf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  const count = objects.length + 1;
  text += `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A PDF as Chromium prints it: `body` in Pretendard, which is embedded. */
export function printedPdf(body: string): Promise<Buffer> {
  return inFolder(async (folder) => {
    const font = resolve(
      import.meta.dirname,
      '../../node_modules/pretendard/dist/web/static/woff2/Pretendard-Bold.woff2',
    );
    const page = join(folder, 'page.html');
    const style = `@font-face{font-family:P;src:url(${pathToFileURL(font).href})}body{font-family:P;margin:0}@page{size:600px 300px;margin:0}`;
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${style}</style>${body}`);
    const to = join(folder, 'page.pdf');
    const flags = ['--allow-file-access-from-files', '--no-pdf-header-footer'];
    const words = [...chromiumFlags, ...flags, `--print-to-pdf=${to}`, pathToFileURL(page).href];
    await execute(chromiumPath(), words);
    return readFileSync(to);
  });
}

export async function half(file: Buffer | Promise<Buffer>): Promise<Buffer> {
  const bytes = await file;
  return bytes.subarray(0, bytes.length >> 1);
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'plaza-files-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
