/** Setup, sign-in and people. */
import * as z from 'zod/mini';
import { idSchema, line, versionSchema, epochMsSchema } from '../../content/fields.ts';
import {
  emailSchema,
  grantSchema,
  loginNameSchema,
  passwordSchema,
  personSchema,
  typedPasswordSchema,
} from '../../content/person.ts';
import { typedCodeSchema } from '../../content/two-step.ts';
import { endpoint } from './endpoint.ts';

export const sessionSchema = z.strictObject({
  person: personSchema,
  /** Nothing else is open before: every other endpoint refuses with `two-step-needed`. */
  mustSetTwoStepUp: z.boolean(),
});
const personParams = z.strictObject({ personId: idSchema });
const inviteSchema = z.strictObject({
  secret: z.string().check(z.minLength(20), z.maxLength(100)),
});

/** Whether the one-time setup is still open. */
export const readSetup = endpoint({
  method: 'get',
  path: '/api/setup',
  summary: '처음 설정이 열려 있는지 알린다',
  access: 'public',
  params: null,
  query: null,
  body: null,
  value: z.strictObject({ open: z.boolean() }),
});
/** Makes the first administrator with the secret of the printed link, and signs in. */
export const runSetup = endpoint({
  method: 'post',
  path: '/api/setup',
  summary: '첫 관리자를 만든다',
  access: 'public',
  params: null,
  query: null,
  body: z.extend(inviteSchema, {
    loginName: loginNameSchema,
    displayName: line(30),
    password: passwordSchema,
  }),
  value: sessionSchema,
});
/** Without `code` refused with `code-needed` where the password is right and the person signs in by two steps. */
export const signIn = endpoint({
  method: 'post',
  path: '/api/session',
  summary: '로그인한다',
  access: 'public',
  params: null,
  query: null,
  body: z.strictObject({
    loginName: z.string().check(z.maxLength(64)),
    password: typedPasswordSchema,
    code: z.optional(typedCodeSchema),
  }),
  value: sessionSchema,
});
export const readSession = endpoint({
  method: 'get',
  path: '/api/session',
  summary: '로그인한 사람을 알린다',
  access: 'entering',
  params: null,
  query: null,
  body: null,
  value: sessionSchema,
});
export const signOut = endpoint({
  method: 'delete',
  path: '/api/session',
  summary: '로그아웃한다',
  access: 'entering',
  params: null,
  query: null,
  body: null,
  value: null,
});
export const changePassword = endpoint({
  method: 'post',
  path: '/api/session/password',
  summary: '비밀번호를 바꾼다',
  access: 'session',
  params: null,
  query: null,
  body: z.strictObject({ current: typedPasswordSchema, next: passwordSchema }),
  value: null,
});
export const listPeople = endpoint({
  method: 'get',
  path: '/api/people',
  summary: '사람 목록',
  access: 'person.write',
  params: null,
  query: null,
  body: null,
  value: z.array(personSchema),
});
const personFields = z.strictObject({
  loginName: loginNameSchema,
  displayName: line(30),
  email: z.nullable(emailSchema),
  grants: z.array(grantSchema).check(z.minLength(1), z.maxLength(50)),
});
/** Replies with a link's secret (once, 7 days) by which the person sets a password. */
export const invitePerson = endpoint({
  method: 'post',
  path: '/api/people',
  summary: '사람을 초대한다',
  access: 'person.write',
  params: null,
  query: null,
  body: personFields,
  value: z.strictObject({
    person: personSchema,
    inviteSecret: z.string(),
    expiresAt: epochMsSchema,
  }),
});
export const savePerson = endpoint({
  method: 'put',
  path: '/api/people/:personId',
  summary: '이름과 권한을 고친다',
  access: 'person.write',
  params: personParams,
  query: null,
  body: z.strictObject({
    displayName: line(30),
    email: z.nullable(emailSchema),
    grants: personFields.shape.grants,
    disabled: z.boolean(),
    version: versionSchema,
  }),
  value: personSchema,
});
/** A new link for someone who forgot the password. */
export const reinvitePerson = endpoint({
  method: 'post',
  path: '/api/people/:personId/invite',
  summary: '초대 링크를 다시 만든다',
  access: 'person.write',
  params: personParams,
  query: null,
  body: null,
  value: z.strictObject({ inviteSecret: z.string(), expiresAt: epochMsSchema }),
});
/** By the secret of an invitation, of a mailed link, or of one from the server's shell. */
export const acceptInvite = endpoint({
  method: 'post',
  path: '/api/invites',
  summary: '링크로 비밀번호를 정한다',
  access: 'public',
  params: null,
  query: null,
  body: z.extend(inviteSchema, { password: passwordSchema }),
  /** Null where the second step is still to be proven: the person signs in as usual. */
  value: z.strictObject({ session: z.nullable(sessionSchema) }),
});
