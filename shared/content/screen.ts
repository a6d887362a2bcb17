/** 화면(단말): one physical board. */
import * as z from 'zod/mini';
import {
  civilDateSchema,
  epochMsSchema,
  idSchema,
  line,
  localized,
  versionSchema,
} from './fields.ts';
import { openingSchema } from './shop.ts';

export const screenFieldsSchema = z.strictObject({
  name: line(30),
  /** What the frame writes, such as `창동역 1번 출구 광장`. */
  place: localized(30),
  widthPx: z.int().check(z.minimum(120), z.maximum(7680)),
  heightPx: z.int().check(z.minimum(120), z.maximum(7680)),
  /** Top-left corner of the board in the signal that its PC puts out. */
  offsetX: z.int().check(z.minimum(0), z.maximum(7680)),
  offsetY: z.int().check(z.minimum(0), z.maximum(7680)),
  pitchMm: z.number().check(z.minimum(0.1), z.maximum(50)),
  /** Peak luminance at the panel's brightness, cd/m². */
  peakNits: z.int().check(z.minimum(50), z.maximum(20_000)),
  /** Of the panel itself, per cent, where the board's PC can set it; absent or null leaves it alone. */
  panelPercent: z.optional(z.nullable(z.int().check(z.minimum(10), z.maximum(100)))),
  viewingDistanceM: z.number().check(z.minimum(1), z.maximum(200)),
  /** IANA name. */
  zone: z.string().check(z.regex(/^[A-Za-z0-9_+\-]+(\/[A-Za-z0-9_+\-]+)*$/), z.maxLength(64)),
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
  /** Seven entries, Sunday first; null is dark all day. */
  week: z.array(openingSchema).check(z.length(7)),
  /** Days that differ from the week; a later entry for the same date wins. */
  specialDays: z
    .array(z.strictObject({ date: civilDateSchema, opening: openingSchema, reason: line(30) }))
    .check(z.maxLength(200)),
  /** 조명환경관리구역 and the most mean luminance there at night, cd/m²; absent is that of zone 3. */
  nightLight: z.optional(
    z.strictObject({
      zone: z.int().check(z.minimum(1), z.maximum(4)),
      eveningNits: z.int().check(z.minimum(10), z.maximum(20_000)),
      smallHoursNits: z.int().check(z.minimum(10), z.maximum(20_000)),
    }),
  ),
  facesRoad: z.boolean(),
  trafficSignalWithin30m: z.boolean(),
  /** 공개 광장 화면: drills never go there. Absent is one. */
  isPublic: z.optional(z.boolean()),
});
export type ScreenFields = z.infer<typeof screenFieldsSchema>;

export const screenSchema = z.extend(screenFieldsSchema, {
  id: idSchema,
  /** Dark by an operator until then, at most 60 minutes ahead; null is not blanked. */
  blankUntil: z.nullable(epochMsSchema),
  version: versionSchema,
});
export type Screen = z.infer<typeof screenSchema>;

/** Whether people in the plaza see it: then no drill may. */
export function isPublicScreen({ isPublic }: Pick<ScreenFields, 'isPublic'>): boolean {
  return isPublic !== false;
}

/** The zone that the house lives by: the first screen's, or Seoul's before there is one. */
export function zoneOf(screens: readonly Pick<Screen, 'zone'>[]): string {
  return screens[0]?.zone ?? 'Asia/Seoul';
}
