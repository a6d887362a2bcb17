/** A controller that gives its boards a given manifest, with pictures on the slides of shops. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { openMediaFiles } from '../../controller/media/media-files.ts';
import type { Manifest, ManifestSlide } from '../../shared/protocol/manifest.ts';
import { storeManifest, type BoardSize } from './stored-manifest.ts';
import { startTestController, type TestController } from './test-controller.ts';
import { keepBytes } from './keep-bytes.ts';

/** One each, in turn. */
export const PICTURE_COLOURS = ['#7a3b1e', '#1e4f7a', '#5a7a1e', '#4b1e7a', '#7a1e4f'] as const;
const BUILT = resolve(import.meta.dirname, '../../dist');

export interface PicturedOptions {
  readonly now: () => number;
  readonly size: BoardSize;
  /** Of the pages to serve; those that were built unless told. */
  readonly distDir?: string;
  /** Other files that its slides name. */
  readonly files?: readonly Uint8Array[];
}

/** Its screens `board` and `board-2` share the manifest. It serves the built pages. */
export async function startPicturedController(
  manifest: Manifest,
  { now, size, distDir = BUILT, files: others = [] }: PicturedOptions,
): Promise<TestController> {
  const pictures = await drawPictures();
  const pictured = withPictures(manifest, [...pictures.keys()]);
  const controller = await startTestController({
    ...{ now, distDir },
    seed: (records) => storeManifest(pictured, size, records),
  });
  const files = openMediaFiles(join(controller.dataDir, 'media'));
  for (const bytes of [...pictures.values(), ...others]) await keepBytes(files, bytes);
  return controller;
}

/** As WebP, by their SHA-256. */
async function drawPictures(): Promise<ReadonlyMap<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  for (const background of PICTURE_COLOURS) {
    const create = { width: 640, height: 480, channels: 3, background } as const;
    const bytes = await sharp({ create }).webp().toBuffer();
    pictures.set(createHash('sha256').update(bytes).digest('hex'), bytes);
  }
  return pictures;
}

function withPictures(manifest: Manifest, sha256s: readonly string[]): Manifest {
  const slides = manifest.slides.map((slide, index): ManifestSlide => {
    const sha256 = sha256s[index % sha256s.length];
    if (slide.shopId === null || sha256 === undefined || !slide.content.title) return slide;
    const { title } = slide.content;
    const picture = { sha256, alt: title, focusX: 0.5, focusY: 0.5 };
    return { ...slide, content: { template: 'shop', title, lines: [], picture } };
  });
  return { ...manifest, slides };
}
