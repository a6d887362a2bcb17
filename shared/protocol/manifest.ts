/**
 * 송출 목록: all that screens with one plan need to play by themselves, and the patch that moves it on.
 * The controller has expanded rules, holidays and closing days into days; what is here is only added up.
 */
import * as z from 'zod/mini';
import {
  civilDateSchema,
  epochMsSchema,
  idSchema,
  localized,
  minuteSchema,
} from '../content/fields.ts';
import { renditionSchema } from '../content/rendition.ts';
import { openingSchema, trades } from '../content/shop.ts';
import { slideContentSchema } from '../content/slide.ts';

/** Days that a manifest reaches ahead of its `firstDate`; a board plays by itself that long. */
export const MANIFEST_DAYS = 120;

/** `MANIFEST_DAYS` characters, `1` where it applies; the first is `firstDate`. */
export const daysSchema = z.string().check(z.regex(/^[01]{120}$/));

export const calendarSchema = z.strictObject({
  /** IANA name, for display only. */
  zone: z.string(),
  /** Sorted; cover the days from the one before `firstDate` to two after the last. */
  offsets: z.array(z.strictObject({ fromMs: z.int(), offsetMs: z.int() })).check(z.minLength(1)),
  firstDate: civilDateSchema,
  /** Opening hours of each day, half-open minutes; null is dark. A day over midnight ends above 1440. */
  hours: z.array(openingSchema).check(z.length(MANIFEST_DAYS)),
  /** Slides where nothing is booked (S2), in order. Never empty. */
  houseSlideIds: z.array(idSchema).check(z.minLength(1)),
});
export type Calendar = z.infer<typeof calendarSchema>;

export const manifestOrganizationSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['association', 'district', 'foundation']),
  name: localized(30),
  byline: localized(20),
  accent: z.string(),
  sharePercent: z.int(),
});
export type ManifestOrganization = z.infer<typeof manifestOrganizationSchema>;

export const manifestShopSchema = z.strictObject({
  id: idSchema,
  name: localized(20),
  trade: z.enum(trades),
  goods: localized(30),
  walkMinutes: z.int(),
  place: localized(30),
  phone: z.nullable(z.string()),
  onnuri: z.strictObject({ paper: z.boolean(), mobile: z.boolean(), card: z.boolean() }),
  /** Opening hours of each weekday, Sunday first. */
  week: z.array(openingSchema).check(z.length(7)),
  /** Days on which it is shut, weekly and special closing days together. */
  closedDays: daysSchema,
});
export type ManifestShop = z.infer<typeof manifestShopSchema>;

export const manifestSlideSchema = z.strictObject({
  id: idSchema,
  revisionId: idSchema,
  organizationId: idSchema,
  shopId: z.nullable(idSchema),
  content: slideContentSchema,
  /** Whole slot of one turn: dwell times pages, milliseconds. */
  dwellMs: z.int(),
  /** Into how many pages a board with little room may break it (S7); absent is 1. */
  pages: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
  /** What its QR code says; absent without a link, or without a public address: then it says the link itself. */
  shortUrl: z.optional(z.string()),
  /** Of its picture, itself among them; absent where it has only its one size. */
  renditions: z.optional(z.array(renditionSchema)),
});
export type ManifestSlide = z.infer<typeof manifestSlideSchema>;

export const manifestBookingSchema = z.strictObject({
  id: idSchema,
  organizationId: idSchema,
  shopId: z.nullable(idSchema),
  /** Only slides that are approved and not withdrawn; may be empty. */
  slideIds: z.array(idSchema),
  /** Start days on which it runs (S1). */
  days: daysSchema,
  fromMinute: minuteSchema,
  toMinute: minuteSchema,
  /** Exclusive: no window goes on beyond it. Absent is no such end. */
  endsAt: z.optional(epochMsSchema),
  weight: z.int().check(z.minimum(1), z.maximum(10)),
  exclusive: z.boolean(),
  promisedPlaysPerDay: z.nullable(z.int()),
});
export type ManifestBooking = z.infer<typeof manifestBookingSchema>;

/**
 * What the day has given each party up to an instant, so that a new plan goes on where the old one was.
 * Counted by planned slots. What is absent from a record counts as 0: it is due at once, like a joiner.
 */
export const ledgerSchema = z.strictObject({
  /** Planned milliseconds of each organization in the clock hour of the instant (S4). */
  hourMs: z.record(idSchema, z.int()),
  /** Entitled microseconds of each organization in that hour (S4). */
  hourDueMicros: z.record(idSchema, z.int()),
  /**
   * How far each is beyond the least of its round (S5), in parts of a turn: an advertiser in its
   * organization as `ORGANIZATION/shop:ID` or `ORGANIZATION/booking:ID`, a booking in its advertiser by id.
   */
  ahead: z.record(z.string(), z.int()),
  /** Slots since the opening, by booking. */
  bookingTurns: z.record(idSchema, z.int()),
  /** The slide that each booking showed last, so that its slides go on in order; the house under `house/`. */
  lastSlides: z.record(z.string(), idSchema),
  /** Slots made good since the opening, by booking, and whose last slot was one (S10). Absent is none. */
  madeGood: z.optional(
    z.strictObject({
      slots: z.record(idSchema, z.int()),
      /** Organizations, sorted, whose next slot is a regular one. */
      resting: z.array(idSchema),
    }),
  ),
  /** The last slot: what S6 must not repeat. */
  last: z.nullable(z.strictObject({ slideId: idSchema, bookingId: z.nullable(idSchema) })),
});
export type Ledger = z.infer<typeof ledgerSchema>;

/** One line of the run sheet, half-open `[startMs, endMs)`. House fillers belong to nobody. */
export const slotSchema = z.strictObject({
  startMs: epochMsSchema,
  endMs: epochMsSchema,
  kind: z.enum(['booking', 'house', 'now']),
  slideId: idSchema,
  bookingId: z.nullable(idSchema),
  organizationId: z.nullable(idSchema),
  shopId: z.nullable(idSchema),
});
export type Slot = z.infer<typeof slotSchema>;

/** A slide that an operator put on at once (지금 송출); the plan restarts with it. */
export const showNowSchema = z.strictObject({
  id: idSchema,
  slideId: idSchema,
  /** The booking whose turn it is charged to; null charges nobody. */
  bookingId: z.nullable(idSchema),
});
export type ShowNow = z.infer<typeof showNowSchema>;

/**
 * Slots of each booking that all boards lost since the opening and that the day makes good (S10): a total,
 * so that the same claims again change nothing.
 */
export const claimsSchema = z.record(idSchema, z.int().check(z.minimum(0)));
export type Claims = z.infer<typeof claimsSchema>;

/** Where and how the plan of `date` goes on after a change in mid-day (S9). */
export const carrySchema = z.strictObject({
  date: civilDateSchema,
  /** Where the new plan begins: the change itself, or the end of `finishing`. */
  fromMs: epochMsSchema,
  /** The slot of the old plan that may end as it was; it is in the ledger already. */
  finishing: z.nullable(slotSchema),
  ledger: ledgerSchema,
  showNow: z.nullable(showNowSchema),
  /** Booking whose slot `showNow` cut; it is due first afterwards. */
  cutBookingId: z.nullable(idSchema),
  /** Absent is none. */
  claims: z.optional(claimsSchema),
});
export type Carry = z.infer<typeof carrySchema>;

export const manifestSchema = z.strictObject({
  /** Names the group of screens that share this plan. */
  id: z.string(),
  /** Only ever newer. */
  revision: z.int().check(z.minimum(1)),
  calendar: calendarSchema,
  organizations: z.array(manifestOrganizationSchema),
  shops: z.array(manifestShopSchema),
  slides: z.array(manifestSlideSchema),
  bookings: z.array(manifestBookingSchema),
  carry: z.nullable(carrySchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Whole entities to put and ids to drop; from revision `from` exactly to revision `to`. */
export const manifestPatchSchema = z.strictObject({
  manifestId: z.string(),
  from: z.int(),
  to: z.int(),
  calendar: z.nullable(calendarSchema),
  put: z.strictObject({
    organizations: z.array(manifestOrganizationSchema),
    shops: z.array(manifestShopSchema),
    slides: z.array(manifestSlideSchema),
    bookings: z.array(manifestBookingSchema),
  }),
  drop: z.strictObject({
    organizations: z.array(idSchema),
    shops: z.array(idSchema),
    slides: z.array(idSchema),
    bookings: z.array(idSchema),
  }),
  /**
   * Null when the slots stay as they are (a corrected text). Otherwise the plan is made anew from
   * `effectiveAt`, or from the end of the slot then on air where that may finish (S9).
   */
  replan: z.nullable(
    z.strictObject({
      effectiveAt: epochMsSchema,
      showNow: z.nullable(showNowSchema),
      /** The claims of the day from now on (S10); absent leaves them as they are. */
      claims: z.optional(claimsSchema),
    }),
  ),
  /** `manifestHash` of the result. */
  hash: z.string(),
});
export type ManifestPatch = z.infer<typeof manifestPatchSchema>;
