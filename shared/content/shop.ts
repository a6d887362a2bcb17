/** 가게: an entry of the directory, and an advertiser. */
import * as z from 'zod/mini';
import {
  civilDateSchema,
  idSchema,
  line,
  localized,
  minuteSchema,
  versionSchema,
} from './fields.ts';

export const trades = [
  'meal',
  'snack',
  'cafe',
  'fashion',
  'beauty',
  'fresh',
  'flower',
  'living',
] as const;
export type Trade = (typeof trades)[number];
export const tradeNames: Readonly<Record<Trade, { ko: string; en: string }>> = {
  meal: { ko: '밥집', en: 'Restaurants' },
  snack: { ko: '분식', en: 'Snacks' },
  cafe: { ko: '카페·빵', en: 'Cafes and bakeries' },
  fashion: { ko: '옷·신발', en: 'Clothes and shoes' },
  beauty: { ko: '미용', en: 'Hair and beauty' },
  fresh: { ko: '과일·반찬', en: 'Fruit and side dishes' },
  flower: { ko: '꽃', en: 'Flowers' },
  living: { ko: '생활·수리', en: 'Household and repairs' },
};

/** Opening on one weekday, minutes since midnight, half-open; null when the shop is shut that weekday. */
export const openingSchema = z.nullable(
  z
    .strictObject({ fromMinute: minuteSchema, toMinute: minuteSchema })
    .check(
      z.refine(
        (o) =>
          o.fromMinute < o.toMinute && o.fromMinute < 1440 && o.toMinute - o.fromMinute <= 1440,
      ),
    ),
);
export type Opening = z.infer<typeof openingSchema>;

export const shopSchema = z.strictObject({
  id: idSchema,
  organizationId: idSchema,
  name: localized(20),
  trade: z.enum(trades),
  /** What it sells, such as `떡볶이 · 김밥`. */
  goods: localized(30),
  /** Seven entries, Sunday first. */
  week: z.array(openingSchema).check(z.length(7)),
  /** Closed on the n-th weekday of each month: `{nth: 2, weekday: 0}` is the second Sunday. */
  closedNth: z
    .array(
      z.strictObject({
        nth: z.int().check(z.minimum(1), z.maximum(5)),
        weekday: z.int().check(z.minimum(0), z.maximum(6)),
      }),
    )
    .check(z.maxLength(10)),
  closedDates: z.array(civilDateSchema).check(z.maxLength(100)),
  /** Minutes on foot from exit 1. */
  walkMinutes: z.int().check(z.minimum(0), z.maximum(60)),
  place: localized(30),
  /** The shop's own line, never a personal mobile number. */
  phone: z.nullable(line(20)),
  /** Onnuri vouchers taken, by kind. */
  onnuri: z.strictObject({ paper: z.boolean(), mobile: z.boolean(), card: z.boolean() }),
  version: versionSchema,
});
export type Shop = z.infer<typeof shopSchema>;
