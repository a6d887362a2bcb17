/** Who did what, read and taken along. */
import * as z from 'zod/mini';
import { civilDateSchema, epochMsSchema, idSchema } from '../../content/fields.ts';
import { endpoint } from './endpoint.ts';

export const auditEntrySchema = z.strictObject({
  id: z.int(),
  at: epochMsSchema,
  personId: z.nullable(idSchema),
  /** Display name then; `시스템` for jobs, the screen's name for boards. */
  actor: z.string(),
  /** Verb and noun, such as `slide.withdraw`. */
  action: z.string(),
  subjectId: z.string(),
  before: z.nullable(z.unknown()),
  after: z.nullable(z.unknown()),
});
export type AuditEntryView = z.infer<typeof auditEntrySchema>;

/** What entries are looked for; what is absent leaves all of them in. */
const searchSchema = z.strictObject({
  personId: z.optional(idSchema),
  /** An action, or a noun for everything done to such things. */
  action: z.optional(z.string().check(z.regex(/^[a-z][a-z-]{0,30}(\.[a-z][a-z-]{0,30})?$/))),
  subjectId: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  /** The place's dates, both inclusive. */
  from: z.optional(civilDateSchema),
  to: z.optional(civilDateSchema),
  /** Words that must all occur somewhere in the entry. */
  text: z.optional(z.string().check(z.maxLength(100))),
});
export type AuditSearch = z.infer<typeof searchSchema>;

/**
 * Newest first. Few entries or none, with a `nextBeforeId`, mean that the search has come so far: asking again
 * below that id goes on.
 */
export const listAudit = endpoint({
  method: 'get',
  path: '/api/audit',
  summary: '감사 기록',
  access: 'audit.read',
  params: null,
  query: z.extend(searchSchema, {
    beforeId: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
  }),
  body: null,
  value: z.strictObject({ entries: z.array(auditEntrySchema), nextBeforeId: z.nullable(z.int()) }),
});

/**
 * All that is looked for as a file, oldest first: a table for people (`csv`), or the rows as they are stored
 * with their chain (`jsonl`, rules U1 to U3). The handler writes the reply itself.
 */
export const exportAudit = endpoint({
  method: 'get',
  path: '/api/audit/export',
  summary: '감사 기록 내려받기',
  access: 'audit.read',
  params: null,
  query: z.extend(searchSchema, { format: z.enum(['csv', 'jsonl']) }),
  body: null,
  value: null,
});
