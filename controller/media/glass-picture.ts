import { Refusal } from '../../shared/problem.ts';

export interface GlassPicture {
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Enough to read a board by, and small enough to keep dozens. */
const LONGEST_SIDE_PX = 1280;
const QUALITY = 72;
/** Of the largest board, and a little more. */
const MOST_PIXELS = 40_000_000;

/**
 * A board's picture of its glass, made anew: a JPEG of our own, whatever was in the one that came.
 * @throws Refusal `unsupported-media` for what is no JPEG, `unreadable-media` for a broken or huge one.
 */
export async function readGlassPicture(bytes: Uint8Array): Promise<GlassPicture> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8)
    throw new Refusal('unsupported-media', '화면의 사진은 JPEG로 보내 주십시오.');
  // Few controllers ever need it, and none at its start.
  const { default: sharp } = await import('sharp');
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .resize({
        ...{ width: LONGEST_SIDE_PX, height: LONGEST_SIDE_PX },
        ...{ fit: 'inside', withoutEnlargement: true },
      })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, widthPx: info.width, heightPx: info.height };
  } catch {
    // Whatever the library says of it: the board cannot mend it, and sends another.
    throw new Refusal('unreadable-media', '화면의 사진을 읽을 수 없습니다. 다시 찍어 주십시오.');
  }
}
