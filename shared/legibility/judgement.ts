/** A slide as it was measured for its submission, and what the server judged of it then. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema } from '../content/fields.ts';
import { measurementSchema } from './measurement.ts';

/** Boards of different kind, by day and by night, in each language; more than these say nothing new. */
export const MOST_MEASURED = 60;

/** On the board of one screen, which stands for all of its kind. */
export const measuredSchema = z.strictObject({
  screenId: idSchema,
  measurement: measurementSchema,
});
export type Measured = z.infer<typeof measuredSchema>;
export const allMeasuredSchema = z.array(measuredSchema).check(z.maxLength(MOST_MEASURED));

const warningSchema = z.strictObject({
  rule: z.string(),
  /** Path in the slide's content; empty for the slide as a whole. */
  field: z.string(),
  words: z.string(),
  /** The boards that it is about; empty where it is about the words alone. */
  screenIds: z.array(idSchema),
});

/** Frozen with the revision that was submitted. What fails was refused, so only warnings are left. */
export const judgementSchema = z.strictObject({
  revisionId: idSchema,
  at: epochMsSchema,
  /** The most that any board needs. */
  pages: z.int().check(z.minimum(1), z.maximum(10)),
  /** Boards on which it was measured; empty when the words alone were judged. */
  screenIds: z.array(idSchema),
  /** Boards that were to play it then and are of a kind that nobody measured. */
  unmeasured: z.array(idSchema),
  warnings: z.array(warningSchema),
});
export type Judgement = z.infer<typeof judgementSchema>;
