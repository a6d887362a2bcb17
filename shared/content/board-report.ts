/** What a board sent of its glass: a picture that was asked for, or a fault, with a picture where one could be had. */
import * as z from 'zod/mini';
import { launcherFaultKinds } from '../protocol/launcher.ts';
import { epochMsSchema, idSchema } from './fields.ts';

/** Bytes of a picture as a board sends it. */
export const MAX_REPORT_BYTES = 3_000_000;

export const reportKinds = ['screenshot', ...launcherFaultKinds] as const;
export type ReportKind = (typeof reportKinds)[number];

export const boardReportSchema = z.strictObject({
  id: idSchema,
  screenId: idSchema,
  kind: z.enum(reportKinds),
  /** When it happened, by the server's clock as the board knew it. */
  at: epochMsSchema,
  receivedAt: epochMsSchema,
  /** In English, for the administrator; null for a screenshot. */
  message: z.nullable(z.string()),
  /** Null where no picture could be had. */
  picture: z.nullable(z.strictObject({ widthPx: z.int(), heightPx: z.int() })),
});
export type BoardReport = z.infer<typeof boardReportSchema>;
