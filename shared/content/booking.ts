/** 편성: which slides, on which screens, in which windows, for whom, with how many turns. */
import * as z from 'zod/mini';
import {
  civilDateSchema,
  epochMsSchema,
  idSchema,
  line,
  minuteSchema,
  screensSchema,
  versionSchema,
} from './fields.ts';

/** An RFC 5545 RRULE value without its name, such as `FREQ=WEEKLY;BYDAY=MO,WE`. Null means every day. */
export const recurrenceSchema = z.nullable(
  z
    .string()
    .check(
      z.maxLength(500),
      z.regex(/^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+\-]+)*$/),
    ),
);

/** How a booking stands to a kind of day. */
export const dayChoiceSchema = z.enum(['skip', 'only']);
export type DayChoice = z.infer<typeof dayChoiceSchema>;

export const bookingFieldsSchema = z.strictObject({
  organizationId: idSchema,
  /** The advertiser whose turns these are (S5); null makes the booking its own advertiser. */
  shopId: z.nullable(idSchema),
  name: line(60),
  slideIds: z.array(idSchema).check(z.minLength(1), z.maxLength(20)),
  screens: screensSchema,
  /** First and last civil date, both inclusive; null has no end. */
  fromDate: civilDateSchema,
  toDate: z.nullable(civilDateSchema),
  recurrence: recurrenceSchema,
  /** Dates on which it does not run; survive any other edit (S1). */
  excludedDates: z.array(civilDateSchema).check(z.maxLength(400)),
  /** Half-open window in the screen's zone, minutes; `toMinute` above 1440 ends on the next day. */
  fromMinute: minuteSchema,
  toMinute: minuteSchema,
  /** 구좌 수: turns per round (S5). */
  weight: z.int().check(z.minimum(1), z.maximum(10)),
  /** 행사 독점: displaces the loop while it runs (S3). */
  exclusive: z.boolean(),
  promisedPlaysPerDay: z.nullable(z.int().check(z.minimum(1), z.maximum(5000))),
  skipClosedDays: z.boolean(),
  /** Public and temporary holidays: `skip` never runs on them, `only` on nothing else. Absent ignores them. */
  holidays: z.optional(dayChoiceSchema),
  /** The same for market days. With `only` on both it runs on the days of either. */
  marketDays: z.optional(dayChoiceSchema),
});
export type BookingFields = z.infer<typeof bookingFieldsSchema>;

export const bookingSchema = z.extend(bookingFieldsSchema, {
  id: idSchema,
  /** `ended` plays no more, whatever its dates. */
  state: z.enum(['live', 'ended']),
  /** Exclusive: the expiry of the notice that made it. Absent ends with its dates and windows alone. */
  endsAt: z.optional(epochMsSchema),
  version: versionSchema,
});
export type Booking = z.infer<typeof bookingSchema>;
