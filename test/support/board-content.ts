/** What `content/` ships, as a board would get it. Pictures are named by their files, without the ending. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import {
  contentOrganizationsSchema,
  contentShopsSchema,
  contentSlideSchema,
  withPictures,
  type ContentShop,
} from '../../shared/content/content-files.ts';
import type { ManifestShop, ManifestSlide } from '../../shared/protocol/manifest.ts';
import { sceneData, type SceneData } from './board-samples.ts';

const folder = resolve(import.meta.dirname, '../../content');

/** Every shipped slide. */
export function contentSlides(): readonly ManifestSlide[] {
  const names = readdirSync(resolve(folder, 'pictures')).filter((file) => file.endsWith('.svg'));
  const pictures = new Map(names.map((file) => [file, basename(file, '.svg')]));
  return readdirSync(resolve(folder, 'slides')).map((file) => {
    const slide = contentSlideSchema.parse(read(`slides/${file}`));
    const content = withPictures(slide.content, pictures);
    if (!content) throw new Error(`${file} names a picture that does not exist`);
    const { id, organizationId, shopId } = slide;
    return { id, revisionId: id, organizationId, shopId, content, dwellMs: 15_000 };
  });
}

/** The plaza of `content/` on a Sunday afternoon. */
export function contentScene(widthPx: number, heightPx: number): SceneData {
  return {
    ...sceneData(widthPx, heightPx),
    organizations: contentOrganizationsSchema.parse(read('organizations.json')),
    shops: contentShopsSchema.parse(read('shops.json')).map(manifestShop),
  };
}

function manifestShop(shop: ContentShop): ManifestShop {
  const { id, name, trade, goods, walkMinutes, place, phone, onnuri, week } = shop;
  const closedDays = '0'.repeat(120);
  return { id, name, trade, goods, walkMinutes, place, phone, onnuri, week, closedDays };
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(resolve(folder, path), 'utf8'));
}
