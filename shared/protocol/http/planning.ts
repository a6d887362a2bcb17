/** What is asked of the plan: a booking's effect, why and when it plays, any second of a board, promises. */
import * as z from 'zod/mini';
import { announcementSchema } from '../../content/announcement.ts';
import { bookingFieldsSchema, bookingSchema } from '../../content/booking.ts';
import {
  civilDateSchema,
  epochMsSchema,
  idSchema,
  minuteSchema,
  versionSchema,
  languages,
} from '../../content/fields.ts';
import { playSchema } from '../../content/play.ts';
import { reasons } from '../../schedule/explain.ts';
import { glassSchema } from '../events.ts';
import {
  calendarSchema,
  manifestOrganizationSchema,
  manifestShopSchema,
  manifestSlideSchema,
  slotSchema,
} from '../manifest.ts';
import { endpoint } from './endpoint.ts';

const screenParams = z.strictObject({ screenId: idSchema });
const bookingParams = z.strictObject({ bookingId: idSchema });
/** Epoch milliseconds in a query. */
const instantQuerySchema = z.pipe(
  z.string().check(z.regex(/^\d{1,14}$/)),
  z.pipe(z.transform(Number), epochMsSchema),
);

/** Half-open instants. */
const intervalSchema = z.strictObject({ fromMs: epochMsSchema, toMs: epochMsSchema });
const bookingDaySchema = z.strictObject({
  plays: z.int(),
  playMs: z.int(),
  firstAt: z.nullable(epochMsSchema),
  hours: z.int(),
});
const changeSchema = z.strictObject({
  organizationId: z.nullable(idSchema),
  kind: z.enum(['shop', 'booking', 'house']),
  id: z.string(),
  playsBefore: z.int(),
  playsAfter: z.int(),
  msBefore: z.int(),
  msAfter: z.int(),
});
/** [S12] As `DayEffect` of the schedule. */
export const dayEffectSchema = z.strictObject({
  date: civilDateSchema,
  alike: z.array(civilDateSchema),
  before: z.nullable(bookingDaySchema),
  after: z.nullable(bookingDaySchema),
  own: changeSchema,
  others: z.array(changeSchema),
  fullHours: z.array(intervalSchema),
  freeWindows: z.array(intervalSchema),
});

/** [S12] What a booking would change, before it is saved: for each plan that it is in. */
export const readEffect = endpoint({
  method: 'post',
  path: '/api/bookings/effect',
  summary: '저장하기 전에 편성의 효과를 본다',
  access: 'booking.write',
  params: null,
  query: null,
  body: z.strictObject({
    /** The booking that is being changed; null for a new one. */
    bookingId: z.nullable(idSchema),
    fields: bookingFieldsSchema,
  }),
  value: z.strictObject({
    plans: z.array(
      z.strictObject({ screenIds: z.array(idSchema), days: z.array(dayEffectSchema) }),
    ),
    /** Its slides that are not on the air yet; the effect counts them as if they were approved. */
    unapprovedSlideIds: z.array(idSchema),
  }),
});

/** [S11] `reason` is null but for `not`; `slot` is the one on air or the next, null where none is planned. */
export const explanationSchema = z.strictObject({
  state: z.enum(['on-air', 'waiting', 'not']),
  reason: z.nullable(z.enum(reasons)),
  slot: z.nullable(slotSchema),
});
export type ExplanationView = z.infer<typeof explanationSchema>;

export const explainBooking = endpoint({
  method: 'get',
  path: '/api/screens/:screenId/why',
  summary: '편성이 그때 왜 나가는지, 왜 안 나가는지',
  access: 'screen.read',
  params: screenParams,
  query: z.strictObject({ bookingId: idSchema, at: instantQuerySchema }),
  body: null,
  value: explanationSchema,
});

/** What a board shows at an instant: planned, or for the past recorded. */
export const momentSchema = z.strictObject({
  at: epochMsSchema,
  /** The screen day that `at` belongs to. */
  date: civilDateSchema,
  /** `record` for the past: the plan as it came about, and what the board recorded. */
  source: z.enum(['plan', 'record']),
  manifestRevision: z.int(),
  layer: glassSchema.shape.layer,
  /** The plan's, also beneath an announcement or a blank; for a recorded play its own. Null while it is dark. */
  slot: z.nullable(slotSchema),
  /** As it was or will be, in the revision that was frozen then; null where an announcement or nothing is on. */
  slide: z.nullable(manifestSlideSchema),
  /** In which the slide speaks (S13). */
  language: z.enum(languages),
  announcement: z.nullable(announcementSchema),
  /** The board's own record of the instant; null for the future and where none has arrived. `failed`: a house slide stood in. */
  play: z.nullable(playSchema),
  /** [S11] Why the slot's booking is on then; null without one. */
  explanation: z.nullable(explanationSchema),
  /** The slot among its advertiser's of the day, from 1; null for the house. */
  turn: z.nullable(z.strictObject({ number: z.int(), of: z.int() })),
  /** What the drawing needs beside the slide, as it was then. */
  calendar: z.pick(calendarSchema, { zone: true, offsets: true, firstDate: true }),
  organizations: z.array(manifestOrganizationSchema),
  shops: z.array(manifestShopSchema),
});
export type Moment = z.infer<typeof momentSchema>;

export const readMoment = endpoint({
  method: 'get',
  path: '/api/screens/:screenId/moment',
  summary: '그 순간의 화면',
  access: 'screen.read',
  params: screenParams,
  query: z.strictObject({ at: instantQuerySchema }),
  body: null,
  value: momentSchema,
});

/** [S10] How one board stands to one promise; `shortfall` is final once the day is over. */
export const promiseLineSchema = z.strictObject({
  screenId: idSchema,
  bookingId: idSchema,
  promised: z.int(),
  played: z.int(),
  /** How many of `played` are known only as a day's total; absent is none. */
  aggregated: z.optional(z.int()),
  ahead: z.int(),
  shortfall: z.int(),
});
export type PromiseLineView = z.infer<typeof promiseLineSchema>;

/** Of all boards on one date of their own calendars. */
export const listPromises = endpoint({
  method: 'get',
  path: '/api/promises',
  summary: '약속한 횟수와 나간 횟수',
  access: 'screen.read',
  params: null,
  query: z.strictObject({ date: civilDateSchema }),
  body: null,
  value: z.strictObject({ date: civilDateSchema, lines: z.array(promiseLineSchema) }),
});

/** One tap: the booking runs on to `toDate`, inclusive; null is without an end. Also takes an extension back. */
export const extendBooking = endpoint({
  method: 'post',
  path: '/api/bookings/:bookingId/extend',
  summary: '편성의 마지막 날을 옮긴다',
  access: 'booking.write',
  params: bookingParams,
  query: null,
  body: z.strictObject({ toDate: z.nullable(civilDateSchema), version: versionSchema }),
  value: bookingSchema,
});

const windowSchema = { date: civilDateSchema, fromMinute: minuteSchema, toMinute: minuteSchema };
/** What is done to a booking on the calendar, at one of its days. */
export const bookingEditSchema = z.discriminatedUnion('kind', [
  /** Its window on `day` goes to another date or time, or gets another length. */
  z.strictObject({
    kind: z.literal('move'),
    scope: z.enum(['day', 'following', 'all']),
    to: z.strictObject(windowSchema),
  }),
  /** Its first and last date, as when the end of its bar is pulled. */
  z.strictObject({
    kind: z.literal('dates'),
    fromDate: civilDateSchema,
    toDate: z.nullable(civilDateSchema),
  }),
  /** Not on `day`. */
  z.strictObject({ kind: z.literal('exclude') }),
  /** Another booking like it, on one date. */
  z.strictObject({ kind: z.literal('copy'), to: z.strictObject(windowSchema) }),
  /** Two bookings: this one until the day before `day`, one like it from then on. */
  z.strictObject({ kind: z.literal('split') }),
]);
export type BookingEdit = z.infer<typeof bookingEditSchema>;

/** Bookings as they were and as they are; a new one has null before it. */
const editedSchema = z.array(
  z.strictObject({ before: z.nullable(bookingSchema), after: bookingSchema }),
);
export type Edited = z.infer<typeof editedSchema>;

/** All or nothing. */
export const editBooking = endpoint({
  method: 'post',
  path: '/api/bookings/:bookingId/edit',
  summary: '달력에서 편성을 옮기거나 나눈다',
  access: 'booking.write',
  params: bookingParams,
  query: null,
  body: z.strictObject({
    version: versionSchema,
    /** One of the days on which it runs. */
    day: civilDateSchema,
    edit: bookingEditSchema,
  }),
  value: editedSchema,
});
/** Undo of an edit: each back to `before`; what was new is ended. Refused where somebody changed it since. */
export const undoEdit = endpoint({
  method: 'post',
  path: '/api/bookings/undo',
  summary: '달력에서 한 일을 되돌린다',
  access: 'booking.write',
  params: null,
  query: null,
  body: z.strictObject({ edited: editedSchema.check(z.minLength(1), z.maxLength(10)) }),
  value: editedSchema,
});
