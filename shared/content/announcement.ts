/** 공지 · 중요 · 긴급: pushed by the district. */
import * as z from 'zod/mini';
import { epochMsSchema, idSchema, line, screensSchema, versionSchema } from './fields.ts';

export const announcementLevels = ['notice', 'important', 'emergency'] as const;
export type AnnouncementLevel = (typeof announcementLevels)[number];

/** How long the blue all-clear stays after an emergency was lifted by hand. */
export const ALL_CLEAR_MS = 60_000;
/** How long one showing of an important announcement lasts, and how long until the next. */
export const IMPORTANT_SHOW_MS = 20_000;
export const IMPORTANT_EVERY_MS = 180_000;

export const announcementFieldsSchema = z.strictObject({
  level: z.enum(announcementLevels),
  title: line(40),
  /** Shown word for word, in pages where it is long. */
  body: z.nullable(line(400)),
  /** Who says so: `도봉구청 안전총괄과`. */
  source: line(40),
  screens: screensSchema,
  /** Exclusive. An emergency at most 24 hours ahead, others at most 31 days. */
  expiresAt: epochMsSchema,
  /** 훈련: looks different everywhere. */
  drill: z.boolean(),
});
export type AnnouncementFields = z.infer<typeof announcementFieldsSchema>;

export const announcementSchema = z.extend(announcementFieldsSchema, {
  id: idSchema,
  /** Position in the stream of all announcements' changes; a larger one replaces a smaller one. */
  seq: versionSchema,
  sentAt: epochMsSchema,
  sentBy: idSchema,
  /** When it was lifted by hand (해제), before its expiry. */
  clearedAt: z.nullable(epochMsSchema),
  /** The announcement that this one corrects (정정). */
  corrects: z.nullable(idSchema),
  /** A notice joins the loop as a slide and a booking of the district. */
  slideId: z.nullable(idSchema),
  bookingId: z.nullable(idSchema),
});
export type Announcement = z.infer<typeof announcementSchema>;
