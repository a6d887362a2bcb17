/** Sign-in in two steps, as its person sees it. */
import * as z from 'zod/mini';
import { epochMsSchema } from './fields.ts';

export const twoStepStateSchema = z.strictObject({
  /** Null while only the password is asked for. */
  onSince: z.nullable(epochMsSchema),
  /** Whether the person may do nothing else before it is set up. */
  isDemanded: z.boolean(),
  /** Recovery codes that were not used yet. */
  codesLeft: z.int(),
});
export type TwoStepState = z.infer<typeof twoStepStateSchema>;

/** A code of an authenticator app or a recovery code, as it was typed. */
export const typedCodeSchema = z
  .string()
  .check(
    z.minLength(1, { error: '코드를 적어 주십시오.' }),
    z.maxLength(40, { error: '코드를 다시 확인해 주십시오.' }),
  );
