/** Slides with films, and the files that they name. */
import { createHash } from 'node:crypto';
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import { aSlide } from './manifest-builder.ts';
import { filmed, solid } from './media-files.ts';

export interface FilmSlide {
  readonly slide: ManifestSlide;
  readonly files: readonly Uint8Array[];
}

/** The slide `id` with `film`, whose poster is of one colour. */
export async function aFilmSlide(
  id: string,
  film: Uint8Array,
  fields: Partial<ManifestSlide> = {},
): Promise<FilmSlide> {
  const poster = await solid(320, 160, '#5b7a8f').webp().toBuffer();
  const alt = { ko: `영상 ${id}` };
  const video = { sha256: sha256Of(film), posterSha256: sha256Of(poster), alt, durationMs: 2_000 };
  const content = { template: 'video', title: { ko: `슬라이드 ${id}` }, video } as const;
  return { slide: aSlide(id, { content, ...fields }), files: [film, poster] };
}

/** A film of one colour, such as `0x8fb5d8`. */
export function plainFilm(colour: string, seconds = 2): Promise<Buffer> {
  const source = `color=c=${colour}:s=320x160:r=25:d=${String(seconds)}`;
  return filmed('webm', '-f', 'lavfi', '-i', source, '-c:v', 'libvpx', '-b:v', '1M');
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
