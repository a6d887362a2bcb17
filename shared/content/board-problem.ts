/** What a board noticed of itself and mended, or could not: one line for each kind and slide, counted. */
import * as z from 'zod/mini';
import { kioskProblemSchema } from '../protocol/events.ts';
import { epochMsSchema, idSchema } from './fields.ts';

export const boardProblemSchema = z.strictObject({
  screenId: idSchema,
  kind: kioskProblemSchema.shape.kind,
  slideId: z.nullable(idSchema),
  /** Of the last time, in English, for the administrator; of a misfit the texts that are missing. */
  message: z.string(),
  firstAt: epochMsSchema,
  lastAt: epochMsSchema,
  /** How often it was told. */
  times: z.int().check(z.minimum(1)),
});
export type BoardProblem = z.infer<typeof boardProblemSchema>;
export type ProblemKind = BoardProblem['kind'];
