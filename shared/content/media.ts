/** A stored file, named by the SHA-256 of its bytes. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema, sha256Schema } from './fields.ts';
import { renditionSchema } from './rendition.ts';
import { MAX_DWELL_SECONDS } from './slide.ts';

const MEGABYTE = 1024 * 1024;
export const MAX_PHOTO_BYTES = 25 * MEGABYTE;
export const MAX_PHOTO_PIXELS = 50_000_000;
export const MAX_PDF_BYTES = 50 * MEGABYTE;
export const MAX_PDF_PAGES = 30;
export const MAX_FILM_BYTES = 200 * MEGABYTE;
export const MAX_FILM_SECONDS = MAX_DWELL_SECONDS;
/** Of the film as it was recorded, each frame. */
export const MAX_FILM_PIXELS = 10_000_000;
/** What a file input should ask for; iPhones then convert HEIC themselves. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const;
export const FILM_TYPES = ['video/mp4', 'video/webm', 'video/quicktime'] as const;
export const PDF_TYPE = 'application/pdf';

/** What can be brought, each with its largest file. */
export const uploadKinds = ['photo', 'pdf', 'film'] as const;
export type UploadKind = (typeof uploadKinds)[number];
export const mostBytesOf: Readonly<Record<UploadKind, number>> = {
  photo: MAX_PHOTO_BYTES,
  pdf: MAX_PDF_BYTES,
  film: MAX_FILM_BYTES,
};

export const consents = ['none-needed', 'recorded', 'missing'] as const;

const ownerSchema = z.strictObject({ organizationId: idSchema, consent: z.enum(consents) });
/** An organization that brought a picture, and what it said of the people on it. */
type MediaOwner = z.infer<typeof ownerSchema>;

export const mediaSchema = z.strictObject({
  /** Of a picture its largest rendition. */
  sha256: sha256Schema,
  mime: z.enum(['image/webp', 'image/jpeg', 'image/png', 'video/mp4']),
  widthPx: z.int(),
  heightPx: z.int(),
  bytes: z.int(),
  /** Of a picture, smallest first, itself last; absent where it has only its one size. */
  renditions: z.optional(z.array(z.extend(renditionSchema, { bytes: z.int() }))),
  /** Of a film. The poster is a picture with a row of its own. */
  video: z.optional(
    z.strictObject({
      posterSha256: sha256Schema,
      durationMs: z.int(),
      /** The most in any second (WCAG 2.3.1), a single change counting one half. */
      flashesPerSecond: z.number(),
    }),
  ),
  /** Of the organization that brought it first. */
  ...ownerSchema.shape,
  /** Others that brought the same bytes. */
  otherOwners: z.optional(z.array(ownerSchema)),
  /** When it was brought last. */
  createdAt: epochMsSchema,
});
export type Media = z.infer<typeof mediaSchema>;

/** What the organization said of consent when it brought the picture; undefined when it never did. */
export function consentOf(media: Media, organizationId: string): Media['consent'] | undefined {
  if (media.organizationId === organizationId) return media.consent;
  return media.otherOwners?.find((owner) => owner.organizationId === organizationId)?.consent;
}

/** `media` after the owner brought the same bytes, again or for the first time. */
export function broughtBy(media: Media, { organizationId, consent }: MediaOwner): Media {
  if (media.organizationId === organizationId) return { ...media, consent };
  const others =
    media.otherOwners?.filter((owner) => owner.organizationId !== organizationId) ?? [];
  return { ...media, otherOwners: [...others, { organizationId, consent }] };
}

/** Every stored file that the row names: itself and its renditions. A film's poster has a row of its own. */
export function storedFilesOf(
  media: Media,
): readonly { readonly sha256: string; readonly bytes: number }[] {
  const { sha256, bytes } = media;
  const others = media.renditions?.filter((rendition) => rendition.sha256 !== sha256) ?? [];
  return [{ sha256, bytes }, ...others];
}

/** What kind of upload a file says that it is, by its media type; the server looks at its bytes. */
export function uploadKindOf(type: string): UploadKind | undefined {
  if ((PHOTO_TYPES as readonly string[]).includes(type)) return 'photo';
  if ((FILM_TYPES as readonly string[]).includes(type)) return 'film';
  return type === PDF_TYPE ? 'pdf' : undefined;
}
