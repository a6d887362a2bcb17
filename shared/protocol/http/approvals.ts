/** Around approvals: who is told, what is late, and what became of a withdrawal. */
import * as z from 'zod/mini';
import { civilDateSchema, epochMsSchema, idSchema, versionSchema } from '../../content/fields.ts';
import { organizationSchema } from '../../content/organization.ts';
import { reviewNoteSchema } from '../../content/review-note.ts';
import { withdrawalSchema } from '../../content/withdrawal.ts';
import { endpoint } from './endpoint.ts';

/** A slide that is booked to start within a day, or should play already, and was never approved. */
export const unapprovedSchema = z.strictObject({
  slideId: idSchema,
  bookingId: idSchema,
  /** When its window starts; past where it has. */
  startsAt: epochMsSchema,
});
export type Unapproved = z.infer<typeof unapprovedSchema>;

/** What one board says of a withdrawal. */
export const withdrawnScreenSchema = z.strictObject({
  screenId: idSchema,
  /** Null until the board said that it is off the glass. */
  confirmedAt: z.nullable(epochMsSchema),
  /** From the press to the frame without it, milliseconds; null where that is not known. */
  latencyMs: z.nullable(z.number()),
});
/** How often a slide was shown on one board and day. The times are null where some of it was only counted. */
export const shownDaySchema = z.strictObject({
  screenId: idSchema,
  date: civilDateSchema,
  plays: z.int(),
  shownMs: z.int(),
  firstAt: z.nullable(epochMsSchema),
  lastAt: z.nullable(epochMsSchema),
});
export const withdrawalReportSchema = z.strictObject({
  withdrawal: withdrawalSchema,
  screens: z.array(withdrawnScreenSchema),
  /**
   * Up to the withdrawal, the newest day first, then by board; as far as boards have handed them on. What they only
   * counted on the day of the withdrawal itself is in it whole.
   */
  shown: z.array(shownDaySchema),
});
export type WithdrawalReport = z.infer<typeof withdrawalReportSchema>;

/** How one slide of a shop does. */
export const shopSlideSchema = z.strictObject({
  slideId: idSchema,
  playsToday: z.int(),
  playsInAll: z.int(),
  /** Within today and tomorrow; null where none is planned. */
  next: z.nullable(z.strictObject({ screenId: idSchema, at: epochMsSchema })),
});
export type ShopSlide = z.infer<typeof shopSlideSchema>;

/** When the author of a slide may not approve it alone. An election is a district's only. */
export const saveApprovalRules = endpoint({
  method: 'put',
  path: '/api/organizations/:organizationId/approval',
  summary: '승인 규칙을 정한다',
  access: 'organization.write',
  params: z.strictObject({ organizationId: idSchema }),
  query: null,
  body: z.strictObject({
    twoPersonApproval: z.boolean(),
    election: z.nullable(z.strictObject({ from: civilDateSchema, until: civilDateSchema })),
    version: versionSchema,
  }),
  value: organizationSchema,
});
export const listReviewNotes = endpoint({
  method: 'get',
  path: '/api/review-notes',
  summary: '내가 보낸 것이 어떻게 되었는지',
  access: 'session',
  params: null,
  query: null,
  body: null,
  value: z.array(reviewNoteSchema),
});
/** The person has read it. */
export const dismissReviewNote = endpoint({
  method: 'post',
  path: '/api/review-notes/:noteId/seen',
  summary: '알림을 읽었다고 한다',
  access: 'session',
  params: z.strictObject({ noteId: idSchema }),
  query: null,
  body: null,
  value: null,
});
export const listUnapproved = endpoint({
  method: 'get',
  path: '/api/unapproved',
  summary: '하루 안에 나가야 하는데 승인되지 않은 슬라이드',
  access: 'content.read',
  params: null,
  query: null,
  body: null,
  value: z.array(unapprovedSchema),
});
export const readWithdrawals = endpoint({
  method: 'get',
  path: '/api/slides/:slideId/withdrawals',
  summary: '게시 중단과 그때까지의 송출',
  access: 'content.read',
  params: z.strictObject({ slideId: idSchema }),
  query: null,
  body: null,
  /** Newest first. */
  value: z.array(withdrawalReportSchema),
});
export const readShopSlides = endpoint({
  method: 'get',
  path: '/api/shops/:shopId/slides',
  summary: '가게 슬라이드마다 나간 횟수와 다음 차례',
  access: 'content.read',
  params: z.strictObject({ shopId: idSchema }),
  query: null,
  body: null,
  value: z.array(shopSlideSchema),
});
