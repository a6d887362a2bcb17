/** Which stored files this board needs of a slide: of its picture the one copy that suits its size. */
import { renditionFor } from '../../shared/content/rendition.ts';
import { pictureOf, videoOf } from '../../shared/content/slide.ts';
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';

export interface BoardSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The hash of the copy of the slide's picture that this board draws; undefined without a picture. */
export function pictureFileOf(slide: ManifestSlide, size: BoardSize): string | undefined {
  const picture = pictureOf(slide.content);
  if (!picture) return undefined;
  const fitting = renditionFor(slide.renditions ?? [], size, picture.zoom ?? 1);
  return fitting?.sha256 ?? picture.sha256;
}

/** The hashes of all that this board needs for the slide to be whole. */
export function boardFilesOf(slide: ManifestSlide, size: BoardSize): readonly string[] {
  const files = [videoOf(slide.content)?.sha256, pictureFileOf(slide, size)];
  return files.filter((sha256) => sha256 !== undefined);
}

/** For each picture of these slides the copy that this board draws in its place. */
export function pictureFiles(
  slides: readonly ManifestSlide[],
  size: BoardSize,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const slide of slides) {
    const sha256 = pictureOf(slide.content)?.sha256;
    const file = pictureFileOf(slide, size);
    // Two slides may zoom into one picture differently: the larger copy serves both.
    if (sha256 === undefined || file === undefined) continue;
    files.set(sha256, larger(slide, files.get(sha256), file));
  }
  return files;
}

function larger({ renditions }: ManifestSlide, a: string | undefined, b: string): string {
  const widthOf = (sha256: string) =>
    renditions?.find((rendition) => rendition.sha256 === sha256)?.widthPx ?? 0;
  return a !== undefined && widthOf(a) > widthOf(b) ? a : b;
}
