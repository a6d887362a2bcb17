/** 송출 기록: proof of play, and 표출 확인: the board's word that a frame was painted. */
import * as z from 'zod/mini';
import { civilDateSchema, epochMsSchema, idSchema } from './fields.ts';

export const playSchema = z.strictObject({
  /** Made by the board; the same id is stored once. */
  id: z.uuid(),
  slideId: idSchema,
  revisionId: idSchema,
  /** Null for house slides and for slides put on by hand without a booking. */
  bookingId: z.nullable(idSchema),
  /** The plan's own start of the slot, so that plan and record can be laid side by side. */
  slotStartMs: epochMsSchema,
  startedAt: epochMsSchema,
  endedAt: epochMsSchema,
  outcome: z.enum(['played', 'cut', 'failed']),
  manifestRevision: z.int().check(z.minimum(0)),
  /** Whether a server had confirmed the board's time when it began; absent is yes. */
  clockSure: z.optional(z.boolean()),
});
export type Play = z.infer<typeof playSchema>;

const countSchema = z.int().check(z.minimum(0));

/** Plays of one slide revision on one day, counted: the board had no room to keep them one by one. */
export const playTotalSchema = z.strictObject({
  /** Made by the board; the same id is stored once. */
  id: z.uuid(),
  /** On which they began, in the board's zone. */
  date: civilDateSchema,
  slideId: idSchema,
  revisionId: idSchema,
  bookingId: z.nullable(idSchema),
  /** How many there were of each outcome. */
  played: countSchema,
  cut: countSchema,
  failed: countSchema,
  /** On the glass altogether, milliseconds. */
  shownMs: countSchema,
  /** Of plays; those that differ in it are counted apart. */
  clockSure: z.boolean(),
});
export type PlayTotal = z.infer<typeof playTotalSchema>;

/** What was painted: an announcement's state, or a slide's revision after a push. */
export const receiptSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['announcement', 'all-clear', 'slide', 'withdrawal']),
  /** The announcement's or the slide's id. */
  subjectId: idSchema,
  /** The announcement's `seq`, or the manifest revision that brought the slide. */
  version: z.int().check(z.minimum(0)),
  /** By the board's estimate of the server's clock, two animation frames after full opacity. */
  paintedAt: epochMsSchema,
});
export type Receipt = z.infer<typeof receiptSchema>;
