/** A stored file, named by the SHA-256 of its bytes. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema, sha256Schema } from './fields.ts';

export const MAX_PHOTO_BYTES = 25 * 1024 * 1024;
export const MAX_PHOTO_PIXELS = 50_000_000;
/** What a file input should ask for; iPhones then convert HEIC themselves. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const consents = ['none-needed', 'recorded', 'missing'] as const;

export const mediaSchema = z.strictObject({
  sha256: sha256Schema,
  mime: z.enum(['image/webp', 'image/jpeg', 'image/png']),
  widthPx: z.int(),
  heightPx: z.int(),
  bytes: z.int(),
  organizationId: idSchema,
  consent: z.enum(consents),
  createdAt: epochMsSchema,
});
export type Media = z.infer<typeof mediaSchema>;
