/** Watching the boards: trouble, the messages about it, and what boards sent of their glass. */
import * as z from 'zod/mini';
import { alertChannels, alertSchema } from '../../content/alert.ts';
import { boardProblemSchema } from '../../content/board-problem.ts';
import { boardReportSchema, reportKinds } from '../../content/board-report.ts';
import { idSchema } from '../../content/fields.ts';
import { troubleSchema } from '../../content/trouble.ts';
import { REPORTS_PATH } from './device-paths.ts';
import { endpoint } from './endpoint.ts';

const screenParams = z.strictObject({ screenId: idSchema });

/** The newest first; those that are open are always among them. */
export const listTroubles = endpoint({
  method: 'get',
  path: '/api/troubles',
  summary: '화면에 생긴 문제와 그 기록',
  access: 'screen.read',
  params: null,
  query: null,
  body: null,
  value: z.array(troubleSchema),
});

export const alertsViewSchema = z.strictObject({
  /** Where alerts go; empty where nothing is set up. */
  channels: z.array(z.strictObject({ channel: z.enum(alertChannels), to: z.string() })),
  /** The newest first. */
  alerts: z.array(alertSchema),
});
/** Messages, and how far each came. */
export const listAlerts = endpoint({
  method: 'get',
  path: '/api/alerts',
  summary: '보낸 알림과 보내지 못한 알림',
  access: 'screen.write',
  params: null,
  query: null,
  body: null,
  value: alertsViewSchema,
});
/** Writes one that goes out at once; how far it came is told by `listAlerts`. */
export const sendTestAlert = endpoint({
  method: 'post',
  path: '/api/alerts/test',
  summary: '시험 알림을 보낸다',
  access: 'screen.write',
  params: null,
  query: null,
  body: null,
  value: alertSchema,
});

/** The newest first. */
export const listBoardReports = endpoint({
  method: 'get',
  path: '/api/screens/:screenId/reports',
  summary: '화면이 보낸 사진과 고장',
  access: 'screen.read',
  params: screenParams,
  query: null,
  body: null,
  value: z.array(boardReportSchema),
});
/** The latest first. */
export const listBoardProblems = endpoint({
  method: 'get',
  path: '/api/screens/:screenId/problems',
  summary: '화면이 스스로 알린 문제',
  access: 'screen.read',
  params: screenParams,
  query: null,
  body: null,
  value: z.array(boardProblemSchema),
});
/** Replies with the JPEG itself. */
export const readReportPicture = endpoint({
  method: 'get',
  path: '/api/screens/:screenId/reports/:reportId/picture',
  summary: '화면이 보낸 사진',
  access: 'screen.read',
  params: z.extend(screenParams, { reportId: idSchema }),
  query: null,
  body: null,
  value: null,
});
/** The JPEG is the request's body, `image/jpeg`; a fault without a picture comes without a body. */
export const sendBoardReport = endpoint({
  method: 'post',
  path: REPORTS_PATH,
  summary: '보드가 제 모습이나 고장을 보낸다',
  access: 'device',
  params: null,
  query: z.strictObject({
    /** The board's own: the same again is stored once. */
    id: idSchema,
    kind: z.enum(reportKinds),
    /** Epoch milliseconds. */
    at: z.pipe(
      z.string().check(z.regex(/^\d{1,13}$/)),
      z.transform((text: string) => Number(text)),
    ),
    message: z.optional(z.string().check(z.maxLength(500))),
  }),
  body: null,
  value: null,
});
