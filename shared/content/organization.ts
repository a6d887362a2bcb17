/** 운영 주체: a partner that owns airtime. */
import * as z from 'zod/mini';
import { civilDateSchema, idSchema, localized, versionSchema } from './fields.ts';

export const organizationKinds = ['association', 'district', 'foundation'] as const;

export const organizationSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(organizationKinds),
  name: localized(30),
  /** What the board calls it above a slide, such as `도봉구청 알림`. */
  byline: localized(20),
  /** `#rrggbb`, for thin bars, labels and figures. */
  accent: z.string().check(z.regex(/^#[0-9a-f]{6}$/)),
  /** Guaranteed part of every clock hour, in per cent. The sum over all organizations is at most 100. */
  sharePercent: z.int().check(z.minimum(0), z.maximum(100)),
  /** Whether a second person must approve this organization's slides. */
  twoPersonApproval: z.boolean(),
  /** Of a district: the days on which what names its head needs a second person; both inclusive. Absent outside of any. */
  election: z.optional(z.strictObject({ from: civilDateSchema, until: civilDateSchema })),
  version: versionSchema,
});
export type Organization = z.infer<typeof organizationSchema>;
