import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { FILM_TYPES, PDF_TYPE, PHOTO_TYPES, type UploadKind } from '../../shared/content/media.ts';
import { Refusal } from '../../shared/problem.ts';

/** A kind of upload, and what ffmpeg calls a film's container. */
export type FileKind =
  | { readonly kind: 'photo' | 'pdf' }
  | { readonly kind: 'film'; readonly container: 'mov' | 'matroska' };

const HEIC = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'];
/** Among the flags of an extended WebP. */
const WEBP_ANIMATION = 2;
const MOVING = ['image/gif', 'image/apng'];

/**
 * What the file at `path` is, by its first bytes; its name is never asked.
 * @throws Refusal `unreadable-media` for an empty file, `unsupported-media` for anything that is not in `kinds`.
 */
export async function kindOfFile(path: string, kinds: readonly UploadKind[]): Promise<FileKind> {
  const head = await headOf(path);
  if (head.length === 0)
    throw new Refusal('unreadable-media', '빈 파일입니다. 다른 파일을 올려 주십시오.');
  const type = (await fileTypeFromFile(path))?.mime ?? '';
  if (MOVING.includes(type) || isAvifSequence(head) || isMovingWebp(head)) throw moving();
  if (HEIC.includes(type))
    throw new Refusal(
      'unsupported-media',
      'HEIC 사진은 쓸 수 없습니다. 아이폰의 설정 > 카메라 > 포맷에서 ‘높은 호환성’을 고르거나, JPEG로 바꾸어 올려 주십시오.',
    );
  const found = kindOfType(type);
  if (found !== undefined && kinds.includes(found.kind)) return found;
  throw new Refusal('unsupported-media', `쓸 수 없는 파일입니다. ${wordsFor(kinds)}`);
}

/** For every picture that moves, whatever its format. */
export function moving(): Refusal {
  return new Refusal(
    'unsupported-media',
    '움직이는 그림은 쓸 수 없습니다. 멈춘 사진이나 MP4 동영상으로 올려 주십시오.',
  );
}

function kindOfType(type: string): FileKind | undefined {
  if ((PHOTO_TYPES as readonly string[]).includes(type)) return { kind: 'photo' };
  if (type === PDF_TYPE) return { kind: 'pdf' };
  if (type === 'video/x-m4v' || type === FILM_TYPES[0] || type === FILM_TYPES[2])
    return { kind: 'film', container: 'mov' };
  return type === FILM_TYPES[1] ? { kind: 'film', container: 'matroska' } : undefined;
}

function wordsFor(kinds: readonly UploadKind[]): string {
  return kinds.length === 1
    ? 'JPEG, PNG, WebP, AVIF 사진을 올려 주십시오.'
    : 'JPEG, PNG, WebP, AVIF 사진, PDF, 또는 MP4, WebM, MOV 동영상을 올려 주십시오.';
}

/** A sequence calls itself by this brand and else looks like a still AVIF. */
function isAvifSequence(head: Buffer): boolean {
  return head.toString('latin1', 4, 12) === 'ftypavis';
}

/** By its own word: counting its frames takes time that grows with their square. */
function isMovingWebp(head: Buffer): boolean {
  const isExtended = head.toString('latin1', 8, 16) === 'WEBPVP8X';
  return isExtended && ((head[20] ?? 0) & WEBP_ANIMATION) !== 0;
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(32), 0, 32, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
