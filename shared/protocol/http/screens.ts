/** Screens, their devices, announcements, and what a board pulls. */
import * as z from 'zod/mini';
import { announcementSchema, newAnnouncementSchema } from '../../content/announcement.ts';
import {
  civilDateSchema,
  epochMsSchema,
  idSchema,
  line,
  versionSchema,
} from '../../content/fields.ts';
import { screenFieldsSchema, screenSchema } from '../../content/screen.ts';
import { commandStateSchema } from '../commands.ts';
import { manifestSchema, slotSchema } from '../manifest.ts';
import { BOARD_PATH, MANIFEST_PATH } from './device-paths.ts';
import { endpoint } from './endpoint.ts';

const screenParams = z.strictObject({ screenId: idSchema });
const announcementParams = z.strictObject({ announcementId: idSchema });

/** The PC that shows a screen; at most one live device a screen. */
export const deviceSchema = z.strictObject({
  id: idSchema,
  screenId: idSchema,
  pairedAt: epochMsSchema,
  lastSeenAt: z.nullable(epochMsSchema),
  revokedAt: z.nullable(epochMsSchema),
});
export type Device = z.infer<typeof deviceSchema>;

export const screenViewSchema = z.strictObject({
  screen: screenSchema,
  device: z.nullable(deviceSchema),
});
export type ScreenView = z.infer<typeof screenViewSchema>;

export const listScreens = endpoint({
  method: 'get',
  path: '/api/screens',
  summary: '화면 목록',
  access: 'screen.read',
  params: null,
  query: null,
  body: null,
  value: z.array(screenViewSchema),
});
export const createScreen = endpoint({
  method: 'post',
  path: '/api/screens',
  summary: '화면을 등록한다',
  access: 'screen.write',
  params: null,
  query: null,
  body: screenFieldsSchema,
  value: screenViewSchema,
});
export const saveScreen = endpoint({
  method: 'put',
  path: '/api/screens/:screenId',
  summary: '화면을 고친다',
  access: 'screen.write',
  params: screenParams,
  query: null,
  body: z.extend(screenFieldsSchema, { version: versionSchema }),
  value: screenViewSchema,
});
/** `minutes` 0 lights it again; at most 60. */
export const blankScreen = endpoint({
  method: 'post',
  path: '/api/screens/:screenId/blank',
  summary: '화면을 끄거나 다시 켠다',
  access: 'screen.blank',
  params: screenParams,
  query: null,
  body: z.strictObject({ minutes: z.int().check(z.minimum(0), z.maximum(60)) }),
  value: screenViewSchema,
});
/** Shows its name on the board for ten seconds, starts its page anew, or has it send a picture of the glass. */
export const commandScreen = endpoint({
  method: 'post',
  path: '/api/screens/:screenId/command',
  summary: '화면에 명령을 보낸다',
  access: 'screen.write',
  params: screenParams,
  query: null,
  body: z.strictObject({ command: z.enum(['reload', 'identify', 'screenshot']) }),
  value: commandStateSchema,
});
/** The run sheet of one date in the screen's zone, and the frozen texts that it names. */
export const readPlan = endpoint({
  method: 'get',
  path: '/api/screens/:screenId/plan',
  summary: '편성표',
  access: 'screen.read',
  params: screenParams,
  query: z.strictObject({ date: civilDateSchema }),
  body: null,
  value: z.strictObject({
    date: civilDateSchema,
    manifestRevision: z.int(),
    slots: z.array(slotSchema),
  }),
});
/** What a console draws boards with: the manifest itself. */
export const readScreenManifest = endpoint({
  method: 'get',
  path: '/api/screens/:screenId/manifest',
  summary: '화면의 송출 목록',
  access: 'screen.read',
  params: screenParams,
  query: null,
  body: null,
  value: z.strictObject({ manifest: manifestSchema, hash: z.string() }),
});

export const PAIRING_CODE_LENGTH = 8;
export const PAIRING_MINUTES = 10;
/** Crockford base32, no I L O U. */
const codeSchema = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/));
const pairedSchema = z.strictObject({ token: z.string(), screenId: idSchema });

/** A board without a token asks for a code to show. */
export const startPairing = endpoint({
  method: 'post',
  path: '/api/pairings',
  summary: '연결 코드를 만든다',
  access: 'public',
  params: null,
  query: null,
  body: z.strictObject({ viewportWidthPx: z.int(), viewportHeightPx: z.int() }),
  value: z.strictObject({
    pairingId: idSchema,
    secret: z.string(),
    code: codeSchema,
    expiresAt: epochMsSchema,
  }),
});
/** The board asks whether it was confirmed; `token` is handed out once. */
export const pollPairing = endpoint({
  method: 'post',
  path: '/api/pairings/poll',
  summary: '연결되었는지 묻는다',
  access: 'public',
  params: null,
  query: null,
  body: z.strictObject({ pairingId: idSchema, secret: z.string().check(z.maxLength(100)) }),
  value: z.strictObject({ paired: z.nullable(pairedSchema) }),
});
/** The one-time secret of the printed board link, in place of a code. */
export const claimBoardLink = endpoint({
  method: 'post',
  path: '/api/pairings/claim',
  summary: '화면 링크로 연결한다',
  access: 'public',
  params: null,
  query: null,
  body: z.strictObject({ secret: z.string().check(z.maxLength(100)) }),
  value: pairedSchema,
});
/** Ties the board that shows `code` to a screen; the PC it had before is revoked, its history stays. */
export const confirmPairing = endpoint({
  method: 'post',
  path: '/api/screens/:screenId/pair',
  summary: '코드로 화면을 연결한다',
  access: 'screen.write',
  params: screenParams,
  query: null,
  body: z.strictObject({ code: codeSchema }),
  value: screenViewSchema,
});
export const revokeDevice = endpoint({
  method: 'post',
  path: '/api/screens/:screenId/revoke',
  summary: '화면의 연결을 끊는다',
  access: 'screen.write',
  params: screenParams,
  query: null,
  body: null,
  value: screenViewSchema,
});

export const announcementReceiptSchema = z.strictObject({
  screenId: idSchema,
  kind: z.enum(['announcement', 'all-clear']),
  version: z.int(),
  paintedAt: epochMsSchema,
  latencyMs: z.nullable(z.number()),
});
export const announcementViewSchema = z.strictObject({
  announcement: announcementSchema,
  /** Boards that should show it. */
  screenIds: z.array(idSchema),
  receipts: z.array(announcementReceiptSchema),
});
export type AnnouncementView = z.infer<typeof announcementViewSchema>;

export const listAnnouncements = endpoint({
  method: 'get',
  path: '/api/announcements',
  summary: '공지 목록',
  access: 'announcement.read',
  params: null,
  query: null,
  body: null,
  value: z.array(announcementViewSchema),
});
/** An emergency only where it is a drill, or corrects one that is on air: others wait for a second person. */
export const sendAnnouncement = endpoint({
  method: 'post',
  path: '/api/announcements',
  summary: '공지를 보낸다',
  access: 'announcement.send',
  params: null,
  query: null,
  body: newAnnouncementSchema,
  value: announcementViewSchema,
});
/** 해제: an emergency leaves with a blue all-clear, the others at once. */
export const clearAnnouncement = endpoint({
  method: 'post',
  path: '/api/announcements/:announcementId/clear',
  summary: '공지를 해제한다',
  access: 'announcement.send',
  params: announcementParams,
  query: null,
  body: null,
  value: announcementViewSchema,
});

export const pullManifest = endpoint({
  method: 'get',
  path: MANIFEST_PATH,
  summary: '보드가 송출 목록을 받는다',
  access: 'device',
  params: null,
  query: null,
  body: null,
  value: z.strictObject({ manifest: manifestSchema, hash: z.string() }),
});
/** The board's own document: geometry, blanking, and every announcement that is live or being cleared. */
export const boardDocumentSchema = z.strictObject({
  screen: screenSchema,
  announcements: z.array(announcementSchema),
  announcementSeq: z.int(),
});
export type BoardDocument = z.infer<typeof boardDocumentSchema>;
export const pullBoard = endpoint({
  method: 'get',
  path: BOARD_PATH,
  summary: '보드가 제 문서를 받는다',
  access: 'device',
  params: null,
  query: null,
  body: null,
  value: boardDocumentSchema,
});

export const healthSchema = z.strictObject({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  revision: line(64),
  uptimeSeconds: z.number(),
  database: z.strictObject({
    sqlite: z.string(),
    journalMode: z.string(),
    synchronous: z.string(),
    foreignKeys: z.boolean(),
  }),
  freeDiskBytes: z.number(),
});
export const readHealth = endpoint({
  method: 'get',
  path: '/healthz',
  summary: '상태',
  access: 'public',
  params: null,
  query: null,
  body: null,
  value: healthSchema,
});
