/** Who may do what. Deny by default: a right that no role of the person grants is refused. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema, line, versionSchema } from './fields.ts';

export const roles = ['merchant', 'manager', 'officer', 'administrator', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const rights = [
  'content.read',
  'slide.write',
  'slide.approve',
  'slide.show-now',
  'booking.write',
  'shop.write',
  'calendar.write',
  'media.write',
  'announcement.read',
  'announcement.send',
  'screen.read',
  'screen.blank',
  'screen.write',
  'organization.write',
  'person.write',
  'audit.read',
] as const;
export type Right = (typeof rights)[number];

/** A role within one organization, or (null) within all. A merchant acts only for `shopId`. */
export const grantSchema = z.strictObject({
  role: z.enum(roles),
  organizationId: z.nullable(idSchema),
  shopId: z.nullable(idSchema),
});
export type Grant = z.infer<typeof grantSchema>;

/** What a password is typed into: a long one of decomposed Hangul is this long. */
export const typedPasswordSchema = z.string().check(z.maxLength(512));
/** NFC, 8 to 128 characters of any kind, no composition rules; hashed before it is stored. */
export const passwordSchema = z.pipe(
  typedPasswordSchema,
  z.pipe(
    z.transform((text: string) => text.normalize('NFC')),
    z.string().check(
      z.refine((text) => Array.from(text).length >= 8, {
        error: '비밀번호는 8자 이상이어야 합니다.',
      }),
      z.refine((text) => Array.from(text).length <= 128, { error: '비밀번호는 128자까지입니다.' }),
    ),
  ),
);
export const loginNameSchema = z.string().check(
  z.regex(/^[a-z0-9][a-z0-9._@-]{2,63}$/, {
    error: '아이디는 영어 소문자와 숫자로 3자 이상 적어 주십시오.',
  }),
);

export const emailSchema = z.string().check(
  z.trim(),
  z.maxLength(200, { error: '200자까지 쓸 수 있습니다.' }),
  z.regex(/^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, {
    error: '이메일 주소를 name@example.kr처럼 적어 주십시오.',
  }),
);

export const personSchema = z.strictObject({
  id: idSchema,
  loginName: loginNameSchema,
  displayName: line(30),
  /** Where links for a new password, and what became of their own slides, are mailed to; null for nowhere. */
  email: z.nullable(emailSchema),
  grants: z.array(grantSchema).check(z.minLength(1), z.maxLength(50)),
  disabled: z.boolean(),
  createdAt: epochMsSchema,
  version: versionSchema,
});
export type Person = z.infer<typeof personSchema>;

const READ: readonly Right[] = ['content.read', 'announcement.read', 'screen.read'];
const WRITE: readonly Right[] = [...READ, 'slide.write', 'media.write'];
const RUN: readonly Right[] = [
  ...WRITE,
  'slide.approve',
  'slide.show-now',
  'booking.write',
  'shop.write',
  'calendar.write',
];

export const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
  viewer: READ,
  merchant: WRITE,
  manager: RUN,
  officer: [...RUN, 'announcement.send', 'screen.blank'],
  administrator: rights,
};

/** The object that a right is asked for; null fields mean that the object belongs to no one there. */
export interface Subject {
  readonly organizationId: string | null;
  readonly shopId?: string | null;
}

/**
 * Whether `person` holds `right` over `subject`. A disabled person holds none. A merchant's grant
 * covers only what belongs to its own shop, but reading, which covers the organization.
 */
export function mayDo(
  person: Pick<Person, 'grants' | 'disabled'>,
  right: Right,
  subject: Subject,
): boolean {
  if (person.disabled) return false;
  return person.grants.some((grant) => grantCovers(grant, right, subject));
}

/** Whether `person` holds `right` anywhere, for showing or hiding a button. */
export function mayDoSomewhere(person: Pick<Person, 'grants' | 'disabled'>, right: Right): boolean {
  return (
    !person.disabled && person.grants.some((grant) => rightsOfRole[grant.role].includes(right))
  );
}

function grantCovers(grant: Grant, right: Right, subject: Subject): boolean {
  if (!rightsOfRole[grant.role].includes(right)) return false;
  if (READ.includes(right)) return true;
  if (grant.organizationId !== null && grant.organizationId !== subject.organizationId)
    return false;
  if (grant.role !== 'merchant') return true;
  return grant.shopId !== null && grant.shopId === (subject.shopId ?? null);
}
