/** One picture from any bytes that claim to be one: checked before it is decoded, upright, bare of metadata, WebP. */
import { fileTypeFromFile } from 'file-type';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { MAX_PHOTO_PIXELS, PHOTO_TYPES } from '../../shared/content/media.ts';
import { Refusal } from '../../shared/problem.ts';

export interface Picture {
  /** WebP. */
  readonly bytes: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

const LONGEST_SIDE_PX = 2560;
const QUALITY = 86;
/** The most that the SVG library takes. */
const MOST_DENSITY = 100_000;

// One picture at a time on one thread: the plan and the pushes share the machine. No cache: no file comes twice.
sharp.concurrency(1);
sharp.cache(false);

/**
 * The photo in the file at `path`. Its type is found from its content; its name is never asked.
 * @throws Refusal `unsupported-media` (not JPEG, PNG or WebP, or moving), `unreadable-media` (empty, cut off,
 *   broken), `too-large` (more than `MAX_PHOTO_PIXELS`).
 */
export async function readPhoto(path: string, bytes: number): Promise<Picture> {
  if (bytes === 0)
    throw new Refusal('unreadable-media', '빈 파일입니다. 다른 사진을 올려 주십시오.');
  await refuseType(path);
  const image = sharp(path, { limitInputPixels: MAX_PHOTO_PIXELS, failOn: 'error' });
  try {
    refuseShape(await image.metadata());
    return await encode(image.autoOrient(), { longestSidePx: LONGEST_SIDE_PX, effort: 4 });
  } catch (error) {
    throw asUnreadable(error);
  }
}

/** A drawing of our own (SVG), wider than high, `widthPx` wide. Never for what people upload. */
export async function drawPicture(svg: Buffer, widthPx: number): Promise<Picture> {
  const { width } = await sharp(svg).metadata();
  // The density scales the drawing before it becomes pixels; 72 draws it at its own size.
  const density = Math.min(MOST_DENSITY, Math.max(1, (72 * widthPx) / width));
  // Flat colours gain nothing from more effort, and the first start draws dozens.
  return encode(sharp(svg, { density }), { longestSidePx: widthPx, effort: 2 });
}

async function refuseType(path: string): Promise<void> {
  const type = (await fileTypeFromFile(path))?.mime;
  if (type !== undefined && (PHOTO_TYPES as readonly string[]).includes(type)) return;
  if (type === 'image/heic' || type === 'image/heif' || type === 'image/heic-sequence')
    throw new Refusal(
      'unsupported-media',
      'HEIC 사진은 쓸 수 없습니다. 아이폰의 설정 > 카메라 > 포맷에서 ‘높은 호환성’을 고르거나, JPEG로 바꾸어 올려 주십시오.',
    );
  throw new Refusal(
    'unsupported-media',
    '사진 파일이 아니거나 쓸 수 없는 형식입니다. JPEG, PNG, WebP 사진을 올려 주십시오.',
  );
}

function refuseShape({ width, height, pages }: Metadata): void {
  if (width * height > MAX_PHOTO_PIXELS) throw tooManyPixels();
  if ((pages ?? 1) > 1)
    throw new Refusal(
      'unsupported-media',
      '움직이는 그림은 쓸 수 없습니다. 멈춘 사진을 올려 주십시오.',
    );
}

async function encode(
  image: Sharp,
  { longestSidePx, effort }: { readonly longestSidePx: number; readonly effort: number },
): Promise<Picture> {
  const { data, info } = await image
    .resize({
      width: longestSidePx,
      height: longestSidePx,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .webp({ quality: QUALITY, effort })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, widthPx: info.width, heightPx: info.height };
}

function asUnreadable(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  if (error instanceof Error && error.message.includes('pixel limit')) return tooManyPixels();
  return new Refusal(
    'unreadable-media',
    '사진을 읽을 수 없습니다. 파일이 깨졌거나 다 받아지지 않았습니다. 다른 사진을 올려 주십시오.',
  );
}

function tooManyPixels(): Refusal {
  return new Refusal(
    'too-large',
    `사진이 너무 큽니다. ${MAX_PHOTO_PIXELS / 1_000_000}백만 화소 이하로 줄여 올려 주십시오.`,
  );
}
