/** The days of the place that differ from others: holidays by law, those that managers add, and market days. */
import * as z from 'zod/mini';
import { civilDateSchema, line, versionSchema } from './fields.ts';

/** There is one. */
export const PLACE_CALENDAR_ID = 'place';

export const placeCalendarFieldsSchema = z.strictObject({
  /** Holidays that no law knows in advance, such as an election's; a later entry for the same date wins. */
  temporaryHolidays: z
    .array(z.strictObject({ date: civilDateSchema, name: line(20) }))
    .check(z.maxLength(200)),
  /**
   * 오일장: days of the month whose last digit is this one or five more, so 2 is the 2nd, 7th, 12th and on.
   * Null holds no market.
   */
  marketDigit: z.nullable(z.int().check(z.minimum(0), z.maximum(4))),
});
export type PlaceCalendarFields = z.infer<typeof placeCalendarFieldsSchema>;

export const placeCalendarSchema = z.extend(placeCalendarFieldsSchema, {
  id: z.literal(PLACE_CALENDAR_ID),
  version: versionSchema,
});
export type PlaceCalendar = z.infer<typeof placeCalendarSchema>;

/** Before anybody wrote one. */
export const EMPTY_PLACE_CALENDAR: PlaceCalendar = {
  id: PLACE_CALENDAR_ID,
  temporaryHolidays: [],
  marketDigit: null,
  version: 1,
};

/** `public` by law, `substitute` for one that fell on another free day, `temporary` by managers, `market`. */
export const namedDaySchema = z.strictObject({
  date: civilDateSchema,
  kind: z.enum(['public', 'substitute', 'temporary', 'market']),
  name: z.string(),
});
export type NamedDay = z.infer<typeof namedDaySchema>;
