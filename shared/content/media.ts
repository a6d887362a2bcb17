/** A stored file, named by the SHA-256 of its bytes. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema, sha256Schema } from './fields.ts';

export const MAX_PHOTO_BYTES = 25 * 1024 * 1024;
export const MAX_PHOTO_PIXELS = 50_000_000;
/** What a file input should ask for; iPhones then convert HEIC themselves. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const consents = ['none-needed', 'recorded', 'missing'] as const;

const ownerSchema = z.strictObject({ organizationId: idSchema, consent: z.enum(consents) });
/** An organization that brought a picture, and what it said of the people on it. */
type MediaOwner = z.infer<typeof ownerSchema>;

export const mediaSchema = z.strictObject({
  sha256: sha256Schema,
  mime: z.enum(['image/webp', 'image/jpeg', 'image/png']),
  widthPx: z.int(),
  heightPx: z.int(),
  bytes: z.int(),
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
