/** 공지 · 중요 · 긴급: pushed by the district. */
import * as z from 'zod/mini';
import { MINUTE_MS, type EpochMs } from '../time.ts';
import { epochMsSchema, idSchema, line, screensSchema, versionSchema } from './fields.ts';

export const announcementLevels = ['notice', 'important', 'emergency'] as const;
export type AnnouncementLevel = (typeof announcementLevels)[number];

/** How long the blue all-clear stays after an emergency was lifted by hand. */
export const ALL_CLEAR_MS = 60_000;
/** How long one showing of an important announcement lasts. */
export const IMPORTANT_SHOW_MS = 20_000;
/** How long from one showing to the next, minutes; the first unless told. */
export const repeatChoices = [3, 5, 10, 15] as const;
export type RepeatMinutes = (typeof repeatChoices)[number];

/** The languages beside Korean, in the order of their pages. */
export const otherLanguages = ['en', 'zh', 'ja'] as const;
export type OtherLanguage = (typeof otherLanguages)[number];

/** The same in another language: what is written is shown after the Korean pages. */
function translation(size: { readonly title: number; readonly body: number }) {
  return z.strictObject({ title: line(size.title), body: z.nullable(line(size.body)) });
}
export type Translation = z.infer<ReturnType<typeof translation>>;

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
  /** What the blue all-clear of an emergency says, prepared with it; absent names what was lifted. */
  allClear: z.optional(line(100)),
  translations: z.optional(
    z.strictObject({
      en: z.optional(translation({ title: 80, body: 800 })),
      zh: z.optional(translation({ title: 40, body: 400 })),
      ja: z.optional(translation({ title: 40, body: 400 })),
    }),
  ),
  /** Of an important one; absent is 3. */
  repeatMinutes: z.optional(z.union([z.literal(3), z.literal(5), z.literal(10), z.literal(15)])),
});
export type AnnouncementFields = z.infer<typeof announcementFieldsSchema>;

/** As it is sent. */
export const newAnnouncementSchema = z.extend(announcementFieldsSchema, {
  /** The announcement that this one corrects; it is lifted in the same change. */
  corrects: z.nullable(idSchema),
  /** Lights blanked boards too. */
  unblank: z.boolean(),
});
export type NewAnnouncement = z.infer<typeof newAnnouncementSchema>;

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

/** How long from one showing of an important announcement to the next, milliseconds. */
export function repeatMsOf({ repeatMinutes }: Pick<AnnouncementFields, 'repeatMinutes'>): number {
  return (repeatMinutes ?? repeatChoices[0]) * MINUTE_MS;
}

/** [A1] Whether it goes on air only by a second person's release, or by break-glass. */
export function needsRelease({
  level,
  drill,
}: Pick<AnnouncementFields, 'level' | 'drill'>): boolean {
  return level === 'emergency' && !drill;
}

/** Whether it is on air at `at`, or would be if nothing of a higher rank were. */
export function isLiveAt(
  { clearedAt, expiresAt }: Pick<Announcement, 'clearedAt' | 'expiresAt'>,
  at: EpochMs,
): boolean {
  return clearedAt === null && at < expiresAt;
}
