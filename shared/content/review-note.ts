/** A word to whoever asked for a review: it stays until they have seen it. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema } from './fields.ts';

export const reviewNoteSchema = z.strictObject({
  id: idSchema,
  slideId: idSchema,
  at: epochMsSchema,
  outcome: z.enum(['approved', 'rejected']),
  /** The slide's title then. */
  title: z.string(),
  /** Why it was rejected; null when it was not. */
  reason: z.nullable(z.string()),
});
export type ReviewNote = z.infer<typeof reviewNoteSchema>;
