/** One's own account: proof, two steps, sessions, a forgotten password. */
import * as z from 'zod/mini';
import { idSchema, sha256Schema } from '../../content/fields.ts';
import { typedPasswordSchema } from '../../content/person.ts';
import { personSessionsSchema, sessionViewSchema } from '../../content/session-view.ts';
import { twoStepStateSchema, typedCodeSchema } from '../../content/two-step.ts';
import { endpoint } from './endpoint.ts';

const codesSchema = z.strictObject({ codes: z.array(z.string()) });
const personParams = z.strictObject({ personId: idSchema });

/** What needs it is open for ten minutes from then on; refused with `code-needed` where a code lacks. */
export const confirmSession = endpoint({
  method: 'post',
  path: '/api/session/confirm',
  summary: '비밀번호로 본인임을 다시 확인한다',
  access: 'entering',
  params: null,
  query: null,
  body: z.strictObject({ password: typedPasswordSchema, code: z.nullable(typedCodeSchema) }),
  value: null,
});
export const readTwoStep = endpoint({
  method: 'get',
  path: '/api/session/two-step',
  summary: '두 단계 로그인이 켜져 있는지 알린다',
  access: 'entering',
  params: null,
  query: null,
  body: null,
  value: twoStepStateSchema,
});
/** A new key, as text and as the address in a QR code. It counts once a code of it came. */
export const startTwoStep = endpoint({
  method: 'post',
  path: '/api/session/two-step',
  summary: '두 단계 로그인의 키를 만든다',
  access: 'entering',
  params: null,
  query: null,
  body: null,
  value: z.strictObject({ key: z.string(), address: z.string() }),
});
/** Replies with the recovery codes, once. */
export const finishTwoStep = endpoint({
  method: 'put',
  path: '/api/session/two-step',
  summary: '앱의 코드로 두 단계 로그인을 켠다',
  access: 'entering',
  params: null,
  query: null,
  body: z.strictObject({ code: typedCodeSchema }),
  value: codesSchema,
});
export const stopTwoStep = endpoint({
  method: 'delete',
  path: '/api/session/two-step',
  summary: '두 단계 로그인을 끈다',
  access: 'session',
  params: null,
  query: null,
  body: null,
  value: null,
});
export const renewRecoveryCodes = endpoint({
  method: 'post',
  path: '/api/session/two-step/codes',
  summary: '복구 코드를 새로 만든다',
  access: 'session',
  params: null,
  query: null,
  body: null,
  value: codesSchema,
});
export const listSessions = endpoint({
  method: 'get',
  path: '/api/sessions',
  summary: '내가 로그인한 기기',
  access: 'session',
  params: null,
  query: null,
  body: null,
  value: z.array(sessionViewSchema),
});
export const endSession = endpoint({
  method: 'delete',
  path: '/api/sessions/:sessionId',
  summary: '내 기기 하나에서 로그아웃한다',
  access: 'session',
  params: z.strictObject({ sessionId: sha256Schema }),
  query: null,
  body: null,
  value: null,
});
export const endOtherSessions = endpoint({
  method: 'post',
  path: '/api/sessions/end-others',
  summary: '다른 기기에서 모두 로그아웃한다',
  access: 'session',
  params: null,
  query: null,
  body: null,
  value: null,
});
export const listSessionsOf = endpoint({
  method: 'get',
  path: '/api/people/:personId/sessions',
  summary: '다른 사람이 로그인한 기기',
  access: 'person.write',
  params: personParams,
  query: null,
  body: null,
  value: personSessionsSchema,
});
export const endSessionsOf = endpoint({
  method: 'delete',
  path: '/api/people/:personId/sessions',
  summary: '다른 사람을 모든 기기에서 로그아웃시킨다',
  access: 'person.write',
  params: personParams,
  query: null,
  body: null,
  value: null,
});
export const stopTwoStepOf = endpoint({
  method: 'delete',
  path: '/api/people/:personId/two-step',
  summary: '다른 사람의 두 단계 로그인을 끈다',
  access: 'person.write',
  params: personParams,
  query: null,
  body: null,
  value: null,
});
/** Whether links for new passwords are mailed here. */
export const readResets = endpoint({
  method: 'get',
  path: '/api/resets',
  summary: '새 비밀번호 링크를 메일로 보내는지 알린다',
  access: 'public',
  params: null,
  query: null,
  body: null,
  value: z.strictObject({ byMail: z.boolean() }),
});
/** The same reply whether there is such an account or not. */
export const askReset = endpoint({
  method: 'post',
  path: '/api/resets',
  summary: '새 비밀번호 링크를 메일로 청한다',
  access: 'public',
  params: null,
  query: null,
  body: z.strictObject({ loginName: z.string().check(z.maxLength(64)) }),
  value: null,
});
