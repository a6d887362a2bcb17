/** Emergencies on their way: the second person's release, break-glass, and who was told. */
import * as z from 'zod/mini';
import { alarmNoteSchema } from '../../content/alarm-note.ts';
import { newAnnouncementSchema } from '../../content/announcement.ts';
import { idSchema, sha256Schema } from '../../content/fields.ts';
import { reasonSchema, releaseRequestSchema } from '../../content/release-request.ts';
import { endpoint } from './endpoint.ts';
import { announcementViewSchema } from './screens.ts';

const requestParams = z.strictObject({ requestId: idSchema });

export const releaseViewSchema = z.strictObject({
  request: releaseRequestSchema,
  /** Names, for people. */
  requestedBy: z.string(),
  decidedBy: z.nullable(z.string()),
});
export type ReleaseView = z.infer<typeof releaseViewSchema>;

export const alarmsViewSchema = z.strictObject({
  /** Of the last day, newest first; empty for who may not send announcements. */
  requests: z.array(releaseViewSchema),
  /** What this person has to know and has not said to know yet, newest first. */
  notes: z.array(alarmNoteSchema),
});
export type AlarmsView = z.infer<typeof alarmsViewSchema>;

export const listAlarms = endpoint({
  method: 'get',
  path: '/api/alarms',
  summary: '승인을 기다리는 긴급 송출과 확인할 알림',
  access: 'session',
  params: null,
  query: null,
  body: null,
  value: alarmsViewSchema,
});
/** Asks for a second person's release. Nothing goes on air by it. */
export const requestRelease = endpoint({
  method: 'post',
  path: '/api/release-requests',
  summary: '긴급 송출의 승인을 요청한다',
  access: 'announcement.send',
  params: null,
  query: null,
  body: newAnnouncementSchema,
  value: releaseViewSchema,
});
/** Another person than the one who asked. `hash` is that of the request as it was read. */
export const releaseAnnouncement = endpoint({
  method: 'post',
  path: '/api/release-requests/:requestId/release',
  summary: '긴급 송출을 승인한다',
  access: 'announcement.send',
  params: requestParams,
  query: null,
  body: z.strictObject({ hash: sha256Schema }),
  value: announcementViewSchema,
});
export const refuseRelease = endpoint({
  method: 'post',
  path: '/api/release-requests/:requestId/refuse',
  summary: '긴급 송출 요청을 거절한다',
  access: 'announcement.send',
  params: requestParams,
  query: null,
  body: z.strictObject({ reason: reasonSchema }),
  value: releaseViewSchema,
});
export const takeBackRelease = endpoint({
  method: 'post',
  path: '/api/release-requests/:requestId/take-back',
  summary: '제 긴급 송출 요청을 거둔다',
  access: 'announcement.send',
  params: requestParams,
  query: null,
  body: null,
  value: releaseViewSchema,
});
/** 비상 단독 송출, by who has just signed in again; everybody is told. */
export const breakGlass = endpoint({
  method: 'post',
  path: '/api/announcements/break-glass',
  summary: '비상 단독 송출',
  access: 'announcement.send',
  params: null,
  query: null,
  body: z.extend(newAnnouncementSchema, { reason: reasonSchema }),
  value: announcementViewSchema,
});
/** The same for a request of one's own that waits. */
export const breakGlassOnRequest = endpoint({
  method: 'post',
  path: '/api/release-requests/:requestId/break-glass',
  summary: '기다리는 제 요청을 비상 단독으로 송출한다',
  access: 'announcement.send',
  params: requestParams,
  query: null,
  body: z.strictObject({ reason: reasonSchema }),
  value: announcementViewSchema,
});
/** 확인했습니다. Doing so twice changes nothing. */
export const acknowledgeAlarm = endpoint({
  method: 'post',
  path: '/api/alarm-notes/:noteId/acknowledge',
  summary: '비상 단독 송출을 알았다고 답한다',
  access: 'session',
  params: z.strictObject({ noteId: idSchema }),
  query: null,
  body: null,
  value: null,
});
