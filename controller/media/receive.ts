import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../shared/problem.ts';

export interface Incoming {
  readonly body: Readable;
  /** What Content-Length says; null when it says nothing. */
  readonly declaredBytes: number | null;
}

const MEGABYTE = 1024 * 1024;

/**
 * Streams a request's body into the new file `path` and returns its length in bytes. Whatever goes wrong
 * (too much, the sender gone, the disk full), the file is gone afterwards.
 * @throws Refusal `too-large` above `limitBytes`, before a byte is read where the length is declared;
 *   `malformed` when the sender stops half-way; `storage-full`.
 */
export async function receive(
  { body, declaredBytes }: Incoming,
  path: string,
  limitBytes: number,
): Promise<number> {
  if (declaredBytes !== null && declaredBytes > limitBytes) throw tooLarge(limitBytes);
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > limitBytes) throw tooLarge(limitBytes);
      yield chunk;
    }
  };
  try {
    await pipeline(body, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return bytes;
  } catch (error) {
    await rm(path, { force: true });
    throw asRefusal(error);
  }
}

/** A full disk as the refusal that says so; anything else as it came. */
export function asRefusal(error: unknown): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Refusal(
      'storage-full',
      '서버의 저장 공간이 가득 찼습니다. 관리자에게 알려 주십시오.',
    );
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new Refusal('malformed', '올리던 중에 연결이 끊겼습니다. 다시 올려 주십시오.');
  return error;
}

function tooLarge(limitBytes: number): Refusal {
  const megabytes = Math.floor(limitBytes / MEGABYTE);
  return new Refusal('too-large', `사진이 너무 큽니다. ${megabytes} MB 이하로 줄여 올려 주십시오.`);
}
