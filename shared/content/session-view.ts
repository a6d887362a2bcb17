/** Where a person is signed in. */
import * as z from 'zod/mini';
import { epochMsSchema, sha256Schema } from './fields.ts';

export const sessionViewSchema = z.strictObject({
  /** The hash by which it is stored: it opens nothing. */
  id: sha256Schema,
  /** Such as `Windows · Chrome`; empty where that is unknown. */
  device: z.string(),
  createdAt: epochMsSchema,
  /** To within a minute. */
  seenAt: epochMsSchema,
  /** It is the one that asks. */
  isThis: z.boolean(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

export const personSessionsSchema = z.strictObject({
  hasTwoStep: z.boolean(),
  sessions: z.array(sessionViewSchema),
});
export type PersonSessions = z.infer<typeof personSessionsSchema>;
