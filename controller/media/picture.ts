/** Pictures from any bytes that claim to be one: checked before they are decoded, upright, bare of metadata, sRGB, WebP. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Metadata, type Raw, type Sharp } from 'sharp';
import { MAX_PHOTO_PIXELS } from '../../shared/content/media.ts';
import { Refusal } from '../../shared/problem.ts';
import type { MadeFile, MadePicture } from './job.ts';
import { moving } from './kind-of-file.ts';

/** Longest sides of the stored copies, as far as the original goes. */
const SIDES_PX = [640, 1280, 1920, 3840] as const;
const LONGEST_SIDE_PX = 3840;
const QUALITY = 86;
/** The most that the SVG library takes. */
const MOST_DENSITY = 100_000;

// One thread: the plan and the pushes share the machine. No cache: no file comes twice.
sharp.concurrency(1);
sharp.cache(false);

/**
 * The photo in the file at `path`, as its renditions in `folder`.
 * @throws Refusal `unsupported-media` (moving), `unreadable-media` (cut off, broken), `too-large` (more than
 *   `MAX_PHOTO_PIXELS`).
 */
export async function readPhoto(path: string, folder: string): Promise<MadePicture> {
  return decoded(async () => {
    const image = sharp(path, { limitInputPixels: MAX_PHOTO_PIXELS, failOn: 'error' });
    refuseShape(await image.metadata());
    return makeRenditions(image.autoOrient(), folder);
  });
}

/** A stored picture turned by `degrees` clockwise and cropped to the largest part of the same shape. */
export async function straighten(
  path: string,
  degrees: number,
  folder: string,
): Promise<MadePicture> {
  return decoded(async () => {
    const { data, info } = await sharp(path).rotate(degrees).raw().toBuffer(WITH_INFO);
    const { width, height } = await sharp(path).metadata();
    const part = Math.min(
      width / across(width, height, degrees),
      height / across(height, width, degrees),
    );
    const box = {
      width: inside(width * part, info.width),
      height: inside(height * part, info.height),
    };
    const cut = sharp(data, { raw: rawOf(info) }).extract({
      ...box,
      left: Math.floor((info.width - box.width) / 2),
      top: Math.floor((info.height - box.height) / 2),
    });
    return makeRenditions(cut, folder);
  });
}

/** Pixels of a page, without a file of their own. */
export function picturePixels(
  pixels: Uint8Array,
  size: { readonly width: number; readonly height: number },
  folder: string,
): Promise<MadePicture> {
  return makeRenditions(sharp(pixels, { raw: { ...size, channels: 4 } }).removeAlpha(), folder);
}

/** A drawing of our own (SVG), wider than high, `widthPx` wide. Never for what people upload. */
export async function drawPicture(
  svg: string,
  widthPx: number,
  folder: string,
): Promise<MadePicture> {
  const bytes = Buffer.from(svg);
  const { width } = await sharp(bytes).metadata();
  // The density scales the drawing before it becomes pixels; 72 draws it at its own size.
  const density = Math.min(MOST_DENSITY, Math.max(1, (72 * widthPx) / width));
  // Flat colours gain nothing from more effort, and the first start draws dozens.
  return [await encode(sharp(bytes, { density }), { sidePx: widthPx, effort: 2, folder })];
}

const WITH_INFO = { resolveWithObject: true } as const;

/** Decodes once, as large as the largest copy: the others are made from that. */
async function makeRenditions(image: Sharp, folder: string): Promise<MadePicture> {
  const { data, info } = await shrink(image, LONGEST_SIDE_PX)
    .toColourspace('srgb')
    .raw()
    .toBuffer(WITH_INFO);
  const longestPx = Math.max(info.width, info.height);
  const sides = [...SIDES_PX.filter((side) => side < longestPx), longestPx];
  const made: MadeFile[] = [];
  for (const sidePx of sides) {
    const copy = sharp(data, { raw: rawOf(info) });
    made.push(await encode(copy, { sidePx, effort: 4, folder }));
  }
  return made;
}

async function encode(
  image: Sharp,
  { sidePx, effort, folder }: { sidePx: number; effort: number; folder: string },
): Promise<MadeFile> {
  const { data, info } = await shrink(image, sidePx)
    .webp({ quality: QUALITY, effort })
    .toBuffer(WITH_INFO);
  const sha256 = createHash('sha256').update(data).digest('hex');
  const path = join(folder, sha256);
  await writeFile(path, data);
  return { path, sha256, bytes: data.length, widthPx: info.width, heightPx: info.height };
}

function shrink(image: Sharp, sidePx: number): Sharp {
  return image.resize({ width: sidePx, height: sidePx, fit: 'inside', withoutEnlargement: true });
}

function rawOf({ width, height, channels }: Raw): Raw {
  return { width, height, channels };
}

/** How wide a box of `along` by `beside` is after it was turned. */
function across(along: number, beside: number, degrees: number): number {
  const radians = (Math.abs(degrees) * Math.PI) / 180;
  return along * Math.cos(radians) + beside * Math.sin(radians);
}

/** Whole pixels, one short of the slanted edge, where the turned picture is mixed with what is behind it. */
function inside(length: number, mostPx: number): number {
  return Math.max(1, Math.min(mostPx, Math.floor(length) - 2));
}

function refuseShape({ width, height, pages }: Metadata): void {
  if (width * height > MAX_PHOTO_PIXELS) throw tooManyPixels();
  if ((pages ?? 1) > 1) throw moving();
}

async function decoded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof Error && error.message.includes('pixel limit')) throw tooManyPixels();
    throw new Refusal(
      'unreadable-media',
      '사진을 읽을 수 없습니다. 파일이 깨졌거나 다 받아지지 않았습니다. 다른 사진을 올려 주십시오.',
    );
  }
}

function tooManyPixels(): Refusal {
  return new Refusal(
    'too-large',
    `사진이 너무 큽니다. ${MAX_PHOTO_PIXELS / 1_000_000}백만 화소 이하로 줄여 올려 주십시오.`,
  );
}
