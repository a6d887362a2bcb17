/** 게시 중단: when a slide was taken off the boards, by whom, and which boards had it. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema } from './fields.ts';

export const withdrawalSchema = z.strictObject({
  id: idSchema,
  slideId: idSchema,
  at: epochMsSchema,
  /** What was on air. */
  revisionId: idSchema,
  personId: idSchema,
  /** Their name then. */
  actor: z.string(),
  /** The boards that had it, shown or not: each owes its word. */
  screenIds: z.array(idSchema),
});
export type Withdrawal = z.infer<typeof withdrawalSchema>;
