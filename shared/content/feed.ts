/** 달력 구독: bookings as iCalendar under a secret link. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema, line } from './fields.ts';

export const feedFieldsSchema = z.strictObject({
  /** Which phone or whose calendar it is for, so that the right one is revoked. */
  name: line(30),
  /** Only this organization's bookings; null takes all. */
  organizationId: z.nullable(idSchema),
  /** Only this shop's; null takes all. */
  shopId: z.nullable(idSchema),
});
export type FeedFields = z.infer<typeof feedFieldsSchema>;

export const feedSchema = z.extend(feedFieldsSchema, {
  id: idSchema,
  personId: idSchema,
  createdAt: epochMsSchema,
  /** Null before the first reading; kept to the hour. */
  readAt: z.nullable(epochMsSchema),
});
export type Feed = z.infer<typeof feedSchema>;
