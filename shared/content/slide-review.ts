/** What a slide remembers of its reviews. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema, line } from './fields.ts';
import { shortLinkSchema } from './short-link.ts';

/** [V18] For so long a review can be taken back. */
export const TAKE_BACK_MS = 10 * 60 * 1000;

const lastReviewSchema = z.strictObject({
  personId: idSchema,
  at: epochMsSchema,
  /** What the slide was before. */
  before: z.strictObject({
    state: z.enum(['draft', 'submitted', 'approved', 'rejected', 'withdrawn']),
    approvedRevisionId: z.nullable(idSchema),
    rejectionReason: z.nullable(line(200)),
    shortLink: z.optional(shortLinkSchema),
  }),
});
export type LastReview = z.infer<typeof lastReviewSchema>;

export const reviewFields = {
  /** Who asked for the review last; absent while nobody has. */
  submittedBy: z.optional(idSchema),
  /** The last thing that happened to the slide, where that was a review; absent otherwise. */
  lastReview: z.optional(lastReviewSchema),
};
