import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { MediaFiles } from '../../controller/media/media-files.ts';

/** Stores `bytes` as an intake would and returns their hash. */
export async function keepBytes(files: MediaFiles, bytes: Uint8Array): Promise<string> {
  const path = await files.newPart();
  await writeFile(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await files.adopt({ path, sha256, bytes: bytes.length });
  return sha256;
}
