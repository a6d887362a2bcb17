/** What a console has a board do at once, and what the board answers. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema } from '../content/fields.ts';

/** A command that has not reached its board within this time is never obeyed. */
export const COMMAND_LIFE_MS = 60_000;

const whatSchema = z.enum(['blank', 'unblank', 'reload', 'identify', 'screenshot']);
const outcomeSchema = z.enum(['received', 'done', 'failed', 'expired']);

/**
 * `blank` carries its end in `until`; `reload` starts the page anew; `identify` shows the board's name for
 * 10 s; `screenshot` sends a picture of the glass.
 */
export const commandSchema = z.strictObject({
  /** A board obeys one id once, however often it comes. */
  id: idSchema,
  command: whatSchema,
  until: z.nullable(epochMsSchema),
  /** By the server's clock, exclusive. */
  expiresAt: epochMsSchema,
});
export type Command = z.infer<typeof commandSchema>;

/** `received` comes before what takes a while; the others are the last word on the command. */
export const commandAnswerSchema = z.strictObject({
  id: idSchema,
  outcome: outcomeSchema,
  /** Why it failed, for people; null otherwise. */
  message: z.nullable(z.string().check(z.maxLength(300))),
});
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;

/** One command as the console follows it. Instants are the server's. */
export const commandStateSchema = z.strictObject({
  id: idSchema,
  command: whatSchema,
  expiresAt: epochMsSchema,
  sentAt: epochMsSchema,
  /** When the board's first answer came; null until then. */
  answeredAt: z.nullable(epochMsSchema),
  /** The newest answer; null while the board has said nothing. */
  outcome: z.nullable(outcomeSchema),
  message: z.nullable(z.string()),
});
export type CommandState = z.infer<typeof commandStateSchema>;
