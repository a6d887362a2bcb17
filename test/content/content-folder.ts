/** Reads `content/` as the controller does at its first start, by the same schemas. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  contentBookingsSchema,
  contentOrganizationsSchema,
  contentScreensSchema,
  contentShopsSchema,
  contentSlideSchema,
  type ContentSlide,
} from '../../shared/content/content-files.ts';

const folder = resolve(import.meta.dirname, '../../content');
export const picturesFolder = join(folder, 'pictures');

/** Every slide beside the name of its file. */
export function slideFiles(): { readonly file: string; readonly slide: ContentSlide }[] {
  return readdirSync(join(folder, 'slides')).map((file) => ({
    file,
    slide: contentSlideSchema.parse(json(join('slides', file))),
  }));
}

export function contentFolder() {
  return {
    organizations: contentOrganizationsSchema.parse(json('organizations.json')),
    screens: contentScreensSchema.parse(json('screens.json')),
    shops: contentShopsSchema.parse(json('shops.json')),
    bookings: contentBookingsSchema.parse(json('bookings.json')),
    slides: slideFiles().map(({ slide }) => slide),
    pictures: readdirSync(picturesFolder),
  };
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}
