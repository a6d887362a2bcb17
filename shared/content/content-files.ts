/**
 * The files of `content/`: the nouns as people write them by hand, without versions, states or
 * hashes. A slide names its picture by file; whoever stores the picture knows its SHA-256.
 */
import * as z from 'zod/mini';
import { bookingFieldsSchema } from './booking.ts';
import { idSchema } from './fields.ts';
import { organizationSchema } from './organization.ts';
import { screenFieldsSchema } from './screen.ts';
import { shopSchema } from './shop.ts';
import {
  clockContentSchema,
  directoryContentSchema,
  dwellSecondsSchema,
  eventContentSchema,
  figureContentSchema,
  jobContentSchema,
  mapContentSchema,
  menuContentSchema,
  newsContentSchema,
  noticeContentSchema,
  offerContentSchema,
  pictureContentSchema,
  pictureSchema,
  qrContentSchema,
  shopContentSchema,
  type Picture,
  type SlideContent,
} from './slide.ts';

/** `content/organizations.json`, `shops.json`, `screens.json` and `bookings.json` hold a list each. */
export const contentOrganizationsSchema = z.array(z.omit(organizationSchema, { version: true }));
export const contentShopsSchema = z.array(z.omit(shopSchema, { version: true }));
export const contentScreensSchema = z.array(z.extend(screenFieldsSchema, { id: idSchema }));
export const contentBookingsSchema = z.array(z.extend(bookingFieldsSchema, { id: idSchema }));
export type ContentShop = z.infer<typeof contentShopsSchema>[number];

/** A picture by the name of its file in `content/pictures/`, such as `tteokbokki.svg`. */
export const contentPictureSchema = z.extend(z.omit(pictureSchema, { sha256: true }), {
  file: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,60}\.svg$/)),
});
export type ContentPicture = z.infer<typeof contentPictureSchema>;

const picture = z.nullable(contentPictureSchema);

/** The fields of `slideContentSchema`, but with pictures by file. */
export const contentSlideContentSchema = z.discriminatedUnion('template', [
  z.extend(shopContentSchema, { picture }),
  z.extend(offerContentSchema, { picture }),
  z.extend(menuContentSchema, { picture }),
  z.extend(eventContentSchema, { picture }),
  z.extend(noticeContentSchema, { picture }),
  jobContentSchema,
  figureContentSchema,
  directoryContentSchema,
  z.extend(pictureContentSchema, { picture: contentPictureSchema }),
  z.extend(newsContentSchema, { picture }),
  mapContentSchema,
  qrContentSchema,
  clockContentSchema,
]);
export type ContentSlideContent = z.infer<typeof contentSlideContentSchema>;

/** One file of `content/slides/`, named after the slide's id. */
export const contentSlideSchema = z.strictObject({
  id: idSchema,
  organizationId: idSchema,
  shopId: z.nullable(idSchema),
  house: z.boolean(),
  dwellSeconds: dwellSecondsSchema,
  content: contentSlideContentSchema,
});
export type ContentSlide = z.infer<typeof contentSlideSchema>;

/** The file of the picture that a slide draws, or null where it draws none. */
export function pictureFileOf(content: ContentSlideContent): string | null {
  return 'picture' in content ? (content.picture?.file ?? null) : null;
}

/**
 * The content as slides store it: each picture's file replaced by its hash.
 * Undefined when `sha256ByFile` lacks the file.
 */
export function withPictures(
  content: ContentSlideContent,
  sha256ByFile: ReadonlyMap<string, string>,
): SlideContent | undefined {
  if (!('picture' in content)) return content;
  if (content.template === 'picture') {
    const stored = withHash(content.picture, sha256ByFile);
    return stored && { ...content, picture: stored };
  }
  if (content.picture === null) return { ...content, picture: null };
  const stored = withHash(content.picture, sha256ByFile);
  return stored && { ...content, picture: stored };
}

function withHash(
  { file, ...rest }: ContentPicture,
  sha256ByFile: ReadonlyMap<string, string>,
): Picture | undefined {
  const sha256 = sha256ByFile.get(file);
  return sha256 === undefined ? undefined : { ...rest, sha256 };
}
