/** A message to the people who look after the boards, and how far it came. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema } from './fields.ts';

export const alertChannels = ['mail', 'webhook'] as const;
export type AlertChannel = (typeof alertChannels)[number];

export const deliverySchema = z.strictObject({
  channel: z.enum(alertChannels),
  /** One person instead of the channel's own addresses; by mail only. */
  to: z.optional(z.strictObject({ personId: idSchema, displayName: z.string() })),
  attempts: z.int().check(z.minimum(0)),
  /** When it is tried next; null once it was sent, or given up. */
  nextAt: z.nullable(epochMsSchema),
  sentAt: z.nullable(epochMsSchema),
  /** Why the last try failed; null after one that did not. */
  error: z.nullable(z.string()),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const alertSchema = z.strictObject({
  id: idSchema,
  at: epochMsSchema,
  kind: z.enum(['trouble', 'recovery', 'test', 'review', 'emergency', 'audit-head']),
  /** One line. */
  subject: z.string(),
  /** Plain, in lines. */
  text: z.string(),
  /** The boards that it is about. */
  screenIds: z.array(idSchema),
  /** One for each channel that was set up when it was written. */
  deliveries: z.array(deliverySchema),
});
export type Alert = z.infer<typeof alertSchema>;
