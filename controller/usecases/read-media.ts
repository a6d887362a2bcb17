import type { Media } from '../../shared/content/media.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Context } from './context.ts';

/** What is known of a stored picture. @throws Refusal `not-found`. */
export async function readMedia(context: Context, sha256: string): Promise<Media> {
  const media = await context.store.records.media.get(sha256);
  if (media === undefined)
    throw new Refusal('not-found', '그 사진이 없습니다. 사진을 다시 올려 주십시오.');
  return media;
}
