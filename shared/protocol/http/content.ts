/** Organizations, shops, slides, bookings and media. */
import * as z from 'zod/mini';
import { bookingFieldsSchema, bookingSchema } from '../../content/booking.ts';
import {
  epochMsSchema,
  idSchema,
  line,
  screensSchema,
  sha256Schema,
  versionSchema,
} from '../../content/fields.ts';
import { organizationSchema } from '../../content/organization.ts';
import { shopSchema } from '../../content/shop.ts';
import {
  dwellSecondsSchema,
  slideContentSchema,
  slideRevisionSchema,
  slideSchema,
} from '../../content/slide.ts';
import { allMeasuredSchema, judgementSchema } from '../../legibility/judgement.ts';
import { endpoint } from './endpoint.ts';

const slideParams = z.strictObject({ slideId: idSchema });
const bookingParams = z.strictObject({ bookingId: idSchema });
const shopParams = z.strictObject({ shopId: idSchema });
const versioned = z.strictObject({ version: versionSchema });
const measured = z.extend(versioned, { measured: z.optional(allMeasuredSchema) });
const approval = z.extend(measured, {
  /** Of the revision that was looked at. */
  contentHash: sha256Schema,
  /** The six points of the review list were confirmed. Absent only where what was withdrawn is put back as it was. */
  checklist: z.optional(z.literal(true)),
});
const shopFieldsSchema = z.omit(shopSchema, { id: true, version: true });

/** A slide with its latest revision and, where that differs, the one on air. */
export const slideViewSchema = z.strictObject({
  slide: slideSchema,
  latest: slideRevisionSchema,
  approved: z.nullable(slideRevisionSchema),
  /** Of the latest revision; its approval names it. */
  contentHash: sha256Schema,
  /** Of the latest revision, once it was submitted. */
  judgement: z.optional(judgementSchema),
});
export type SlideView = z.infer<typeof slideViewSchema>;

export const slideFieldsSchema = z.strictObject({
  organizationId: idSchema,
  shopId: z.nullable(idSchema),
  content: slideContentSchema,
  dwellSeconds: dwellSecondsSchema,
});

export const listOrganizations = endpoint({
  method: 'get',
  path: '/api/organizations',
  summary: '운영 주체 목록',
  access: 'content.read',
  params: null,
  query: null,
  body: null,
  value: z.array(organizationSchema),
});
/** All shares at once: their sum must not pass 100. Versions guard against a change in between. */
export const saveShares = endpoint({
  method: 'put',
  path: '/api/organizations/shares',
  summary: '시간 배분을 정한다',
  access: 'organization.write',
  params: null,
  query: null,
  body: z.strictObject({
    shares: z
      .array(
        z.strictObject({
          organizationId: idSchema,
          sharePercent: organizationSchema.shape.sharePercent,
          version: versionSchema,
        }),
      )
      .check(z.minLength(1), z.maxLength(20)),
  }),
  value: z.array(organizationSchema),
});

export const listShops = endpoint({
  method: 'get',
  path: '/api/shops',
  summary: '가게 목록',
  access: 'content.read',
  params: null,
  query: null,
  body: null,
  value: z.array(shopSchema),
});
export const createShop = endpoint({
  method: 'post',
  path: '/api/shops',
  summary: '가게를 등록한다',
  access: 'shop.write',
  params: null,
  query: null,
  body: shopFieldsSchema,
  value: shopSchema,
});
export const saveShop = endpoint({
  method: 'put',
  path: '/api/shops/:shopId',
  summary: '가게를 고친다',
  access: 'shop.write',
  params: shopParams,
  query: null,
  body: z.extend(shopFieldsSchema, { version: versionSchema }),
  value: shopSchema,
});

export const listSlides = endpoint({
  method: 'get',
  path: '/api/slides',
  summary: '슬라이드 목록',
  access: 'content.read',
  params: null,
  query: null,
  body: null,
  value: z.array(slideViewSchema),
});
export const readSlide = endpoint({
  method: 'get',
  path: '/api/slides/:slideId',
  summary: '슬라이드와 그 판들',
  access: 'content.read',
  params: slideParams,
  query: null,
  body: null,
  value: z.extend(slideViewSchema, {
    revisions: z.array(slideRevisionSchema),
    /** Who wrote them, as far as they are people here. */
    authors: z.array(z.strictObject({ id: idSchema, displayName: z.string() })),
  }),
});
export const createSlide = endpoint({
  method: 'post',
  path: '/api/slides',
  summary: '슬라이드 초안을 만든다',
  access: 'slide.write',
  params: null,
  query: null,
  body: slideFieldsSchema,
  value: slideViewSchema,
});
/** Writes a new revision. An approved one stays on air until the new one is approved. */
export const saveSlide = endpoint({
  method: 'put',
  path: '/api/slides/:slideId',
  summary: '슬라이드를 고친다',
  access: 'slide.write',
  params: slideParams,
  query: null,
  body: z.strictObject({
    content: slideContentSchema,
    dwellSeconds: dwellSecondsSchema,
    version: versionSchema,
  }),
  value: slideViewSchema,
});
export const submitSlide = endpoint({
  method: 'post',
  path: '/api/slides/:slideId/submit',
  summary: '검토를 요청한다',
  access: 'slide.write',
  params: slideParams,
  query: null,
  body: measured,
  value: slideViewSchema,
});
/** Approves the latest revision, out of any state but withdrawn-and-unchanged included. */
export const approveSlide = endpoint({
  method: 'post',
  path: '/api/slides/:slideId/approve',
  summary: '승인한다',
  access: 'slide.approve',
  params: slideParams,
  query: null,
  body: approval,
  value: slideViewSchema,
});
export const rejectSlide = endpoint({
  method: 'post',
  path: '/api/slides/:slideId/reject',
  summary: '이유를 적어 반려한다',
  access: 'slide.approve',
  params: slideParams,
  query: null,
  body: z.extend(versioned, { reason: line(200) }),
  value: slideViewSchema,
});
/** [V18] Undo of an approval or a rejection, by who made it. */
export const takeBackReview = endpoint({
  method: 'post',
  path: '/api/slides/:slideId/take-back',
  summary: '승인이나 반려를 되돌린다',
  access: 'slide.approve',
  params: slideParams,
  query: null,
  body: versioned,
  value: slideViewSchema,
});
/** Off the boards at once; approving it again brings it back (undo). */
export const withdrawSlide = endpoint({
  method: 'post',
  path: '/api/slides/:slideId/withdraw',
  summary: '게시를 중단한다',
  access: 'slide.approve',
  params: slideParams,
  query: null,
  body: versioned,
  value: slideViewSchema,
});
/** 지금 송출: on the glass at once for one dwell, as the next turn of `bookingId` or as nobody's. */
export const showSlideNow = endpoint({
  method: 'post',
  path: '/api/slides/:slideId/show-now',
  summary: '지금 송출한다',
  access: 'slide.show-now',
  params: slideParams,
  query: null,
  body: z.strictObject({ screens: screensSchema }),
  value: z.strictObject({
    acceptedAt: epochMsSchema,
    screenIds: z.array(idSchema),
    version: z.int(),
  }),
});

export const listBookings = endpoint({
  method: 'get',
  path: '/api/bookings',
  summary: '편성 목록',
  access: 'content.read',
  params: null,
  query: null,
  body: null,
  value: z.array(bookingSchema),
});
export const createBooking = endpoint({
  method: 'post',
  path: '/api/bookings',
  summary: '편성한다',
  access: 'booking.write',
  params: null,
  query: null,
  body: bookingFieldsSchema,
  value: bookingSchema,
});
export const saveBooking = endpoint({
  method: 'put',
  path: '/api/bookings/:bookingId',
  summary: '편성을 고친다',
  access: 'booking.write',
  params: bookingParams,
  query: null,
  body: z.extend(bookingFieldsSchema, { version: versionSchema }),
  value: bookingSchema,
});
export const endBooking = endpoint({
  method: 'post',
  path: '/api/bookings/:bookingId/end',
  summary: '편성을 끝낸다',
  access: 'booking.write',
  params: bookingParams,
  query: null,
  body: versioned,
  value: bookingSchema,
});
/** Undo of an ending. */
export const resumeBooking = endpoint({
  method: 'post',
  path: '/api/bookings/:bookingId/resume',
  summary: '끝낸 편성을 되살린다',
  access: 'booking.write',
  params: bookingParams,
  query: null,
  body: versioned,
  value: bookingSchema,
});
