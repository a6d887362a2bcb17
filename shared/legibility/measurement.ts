/** What was measured of a slide on the glass of one board. Frozen with the revision when it is submitted. */
import * as z from 'zod/mini';

/** Of one text; what people write into a field is far shorter. */
const MOST_CHARACTERS = 400;
const partSchema = z.number().check(z.minimum(0), z.maximum(1));

export const measuredTextSchema = z.strictObject({
  /** Path in the slide's content, such as `lines.0`; empty for what the template writes by itself. */
  field: z.string().check(z.maxLength(60)),
  text: z.string().check(z.maxLength(MOST_CHARACTERS)),
  language: z.enum(['ko', 'en', 'zh', 'ja']),
  isTitle: z.boolean(),
  /** From 0. */
  page: z.int().check(z.minimum(0), z.maximum(9)),
  /** Height of a Hangul glyph of this font size in board pixels, measured, not the font size. */
  glyphPx: z.number().check(z.positive(), z.maximum(10_000)),
  /** Its lines as they are broken on the glass. */
  lines: z.array(z.string().check(z.maxLength(MOST_CHARACTERS))).check(z.maxLength(60)),
  /** WCAG contrast with the pixels behind it: the 5th percentile, so the worst but for specks. 1 to 21. */
  contrast: z.number().check(z.minimum(1), z.maximum(21)),
  /** Whether all of it is inside its box. */
  isInside: z.boolean(),
});
export type MeasuredText = z.infer<typeof measuredTextSchema>;

export const measurementSchema = z.strictObject({
  form: z.enum(['day', 'night']),
  pages: z.int().check(z.minimum(1), z.maximum(10)),
  texts: z.array(measuredTextSchema).check(z.maxLength(200)),
  /** Fields that the board had no room for. */
  omitted: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(60)),
  /** Mean relative luminance of the page in linear light, 0 black to 1 white; the brightest page's. */
  meanLuminance: partSchema,
  /** Parts of the page in the saturated red, yellow and green of a traffic light. */
  signalParts: z.strictObject({ red: partSchema, yellow: partSchema, green: partSchema }),
  hasQr: z.boolean(),
  /** Null without a video. */
  video: z.nullable(z.strictObject({ flashesPerSecond: z.number().check(z.minimum(0)) })),
});
export type Measurement = z.infer<typeof measurementSchema>;
