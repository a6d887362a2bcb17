/** What can be proved of one announcement: its words, who let it out, where it was seen and for how long. */
import * as z from 'zod/mini';
import { announcementSchema } from '../../content/announcement.ts';
import { epochMsSchema, idSchema } from '../../content/fields.ts';
import { endpoint } from './endpoint.ts';

export const reportedBoardSchema = z.strictObject({
  screenId: idSchema,
  name: z.string(),
  /** By the board's own word; null where it has given none. */
  paintedAt: z.nullable(epochMsSchema),
  /** From the acceptance to the frame, milliseconds. */
  latencyMs: z.nullable(z.number()),
  /** When it left the board: by its word, or by the expiry; null while it is on, and where the board's word is missing. */
  goneAt: z.nullable(epochMsSchema),
});
export type ReportedBoard = z.infer<typeof reportedBoardSchema>;

export const announcementReportSchema = z.strictObject({
  announcement: announcementSchema,
  /** When this was put together. */
  at: epochMsSchema,
  sentBy: z.string(),
  /** Of an emergency. */
  release: z.nullable(
    z.strictObject({
      kind: z.enum(['released', 'break-glass']),
      requestedAt: epochMsSchema,
      decidedAt: epochMsSchema,
      decidedBy: z.string(),
      reason: z.nullable(z.string()),
    }),
  ),
  end: z.strictObject({
    kind: z.enum(['live', 'cleared', 'corrected', 'expired']),
    /** Null while it is on air. */
    at: z.nullable(epochMsSchema),
    /** Null where nobody ended it. */
    by: z.nullable(z.string()),
    /** The title of what took its place. */
    correction: z.nullable(z.string()),
  }),
  boards: z.array(reportedBoardSchema),
});
export type AnnouncementReport = z.infer<typeof announcementReportSchema>;

export const readAnnouncementReport = endpoint({
  method: 'get',
  path: '/api/announcements/:announcementId/report',
  summary: '공지 송출 보고서',
  access: 'announcement.send',
  params: z.strictObject({ announcementId: idSchema }),
  query: null,
  body: null,
  value: announcementReportSchema,
});
