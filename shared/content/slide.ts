/** 슬라이드: one page for the board, as a template and its fields, and its frozen revisions. */
import * as z from 'zod/mini';
import {
  civilDateSchema,
  epochMsSchema,
  idSchema,
  line,
  localized,
  sha256Schema,
  versionSchema,
} from './fields.ts';
import { trades } from './shop.ts';

export const MIN_DWELL_SECONDS = 9;
export const DEFAULT_DWELL_SECONDS = 15;
export const MAX_DWELL_SECONDS = 60;

/** A stored picture and the point of it that must stay visible when it is cropped (0 left/top to 1). */
export const pictureSchema = z.strictObject({
  sha256: sha256Schema,
  alt: localized(80),
  focusX: z.number().check(z.minimum(0), z.maximum(1)),
  focusY: z.number().check(z.minimum(0), z.maximum(1)),
});
export type Picture = z.infer<typeof pictureSchema>;

const title = localized(40);
const lines = z.array(localized(40)).check(z.maxLength(3));
const picture = z.nullable(pictureSchema);
const contact = z.nullable(localized(40));

/** A shop introduces itself; opening state, vouchers and the way come from the shop's entry. */
export const shopContentSchema = z.strictObject({
  template: z.literal('shop'),
  title,
  lines,
  picture,
});
/** A price or bargain: `price` as written, such as `4,000원`; `until` is the last day. */
export const offerContentSchema = z.strictObject({
  template: z.literal('offer'),
  title,
  price: z.nullable(line(16)),
  priceBefore: z.nullable(line(16)),
  lines,
  until: z.nullable(civilDateSchema),
  picture,
});
/** What a shop sells and for how much; `price` as written, such as `4,000원`. */
export const menuContentSchema = z.strictObject({
  template: z.literal('menu'),
  title,
  items: z
    .array(z.strictObject({ name: localized(14), price: line(10) }))
    .check(z.minLength(1), z.maxLength(6)),
  picture,
});
/** `when` as people say it: `11. 28.(토) 오후 2시`. */
export const eventContentSchema = z.strictObject({
  template: z.literal('event'),
  title,
  when: localized(40),
  where: localized(40),
  lines,
  contact,
  picture,
});
export const noticeContentSchema = z.strictObject({
  template: z.literal('notice'),
  title,
  lines,
  contact,
  picture,
});
export const jobContentSchema = z.strictObject({
  template: z.literal('job'),
  title,
  /** For whom: `60세 이상 구민`. */
  target: localized(30),
  /** How many and when: `12명 · 2027년 1월부터`. */
  figure: z.nullable(localized(30)),
  centre: localized(30),
  apply: localized(40),
  contact,
});
/** One large number, what it measures, and how far along it is. */
export const figureContentSchema = z.strictObject({
  template: z.literal('figure'),
  title,
  value: z.number().check(z.minimum(0), z.maximum(1e12)),
  unit: localized(10),
  /** Reached so far, in the same unit, and what to call it; null hides the bar. */
  progress: z.nullable(
    z.strictObject({
      value: z.number().check(z.minimum(0), z.maximum(1e12)),
      label: localized(30),
    }),
  ),
  lines,
});
/** Shops that are open now; `trade` null lists all. */
export const directoryContentSchema = z.strictObject({
  template: z.literal('directory'),
  title,
  trade: z.nullable(z.enum(trades)),
});
export const pictureContentSchema = z.strictObject({
  template: z.literal('picture'),
  title: z.nullable(title),
  picture: pictureSchema,
});
/** The house clock, shown where nothing is booked. */
export const clockContentSchema = z.strictObject({ template: z.literal('clock'), title });

export const slideContentSchema = z.discriminatedUnion('template', [
  shopContentSchema,
  offerContentSchema,
  menuContentSchema,
  eventContentSchema,
  noticeContentSchema,
  jobContentSchema,
  figureContentSchema,
  directoryContentSchema,
  pictureContentSchema,
  clockContentSchema,
]);
export type SlideContent = z.infer<typeof slideContentSchema>;
export type Template = SlideContent['template'];
export const templates = [
  'shop',
  'offer',
  'menu',
  'event',
  'notice',
  'job',
  'figure',
  'directory',
  'picture',
  'clock',
] as const satisfies readonly Template[];

export const slideStates = ['draft', 'submitted', 'approved', 'rejected', 'withdrawn'] as const;
export type SlideState = (typeof slideStates)[number];

export const dwellSecondsSchema = z
  .int()
  .check(z.minimum(MIN_DWELL_SECONDS), z.maximum(MAX_DWELL_SECONDS));

/** Never changed once written. */
export const slideRevisionSchema = z.strictObject({
  id: idSchema,
  slideId: idSchema,
  /** 1, 2, 3 … within the slide. */
  number: versionSchema,
  content: slideContentSchema,
  dwellSeconds: dwellSecondsSchema,
  pages: z.int().check(z.minimum(1), z.maximum(10)),
  createdAt: epochMsSchema,
  createdBy: idSchema,
});
export type SlideRevision = z.infer<typeof slideRevisionSchema>;

export const slideSchema = z.strictObject({
  id: idSchema,
  organizationId: idSchema,
  shopId: z.nullable(idSchema),
  /** Shown where nothing is booked (S2). */
  house: z.boolean(),
  state: z.enum(slideStates),
  latestRevisionId: idSchema,
  /** What the boards show; stays while a later revision waits for approval. */
  approvedRevisionId: z.nullable(idSchema),
  rejectionReason: z.nullable(line(200)),
  createdAt: epochMsSchema,
  updatedAt: epochMsSchema,
  version: versionSchema,
});
export type Slide = z.infer<typeof slideSchema>;

/** The Korean title of a slide, as lists call it; a picture without one is called by its alt text. */
export function titleOf(content: SlideContent): string {
  if (content.template === 'picture') return content.title?.ko ?? content.picture.alt.ko;
  return content.title.ko;
}

/** The picture that a slide draws, if it has one. */
export function pictureOf(content: SlideContent): Picture | null {
  return 'picture' in content ? content.picture : null;
}
