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
import { reviewFields } from './slide-review.ts';
import { shortLinkSchema } from './short-link.ts';
import { trades } from './shop.ts';
import { webAddressSchema } from './web-address.ts';

export const MIN_DWELL_SECONDS = 9;
export const DEFAULT_DWELL_SECONDS = 15;
export const MAX_DWELL_SECONDS = 60;
export const MAX_STRAIGHTEN_DEGREES = 15;

const partSchema = z.number().check(z.minimum(0), z.maximum(1));

export const peopleOnPicture = ['none', 'agreed', 'not-agreed'] as const;

/** A stored picture and the point of it that must stay visible when it is cropped (0 left/top to 1). */
export const pictureSchema = z.strictObject({
  sha256: sha256Schema,
  alt: localized(80),
  focusX: partSchema,
  focusY: partSchema,
  /** How much closer than the whole picture, 1 to 4; absent is 1. */
  zoom: z.optional(z.number().check(z.minimum(1), z.maximum(4))),
  /** The upload that this is a straightened copy of, and by how many degrees clockwise. */
  straightened: z.optional(
    z.strictObject({
      from: sha256Schema,
      degrees: z
        .number()
        .check(z.minimum(-MAX_STRAIGHTEN_DEGREES), z.maximum(MAX_STRAIGHTEN_DEGREES)),
    }),
  ),
  /** Whether people can be recognised on it, and agreed; absent is not said. Boards are not told. */
  people: z.optional(z.enum(peopleOnPicture)),
});
export type Picture = z.infer<typeof pictureSchema>;

/** A stored film without sound, and the picture that stands where it cannot be played. */
export const videoSchema = z.strictObject({
  sha256: sha256Schema,
  posterSha256: sha256Schema,
  alt: localized(80),
  durationMs: z.int().check(z.minimum(1), z.maximum(MAX_DWELL_SECONDS * 1000)),
  /** As of a picture. */
  people: z.optional(z.enum(peopleOnPicture)),
});
export type Video = z.infer<typeof videoSchema>;

/** Where a passer-by goes on reading; the board draws it as a QR code. `label` says what is there. */
export const linkSchema = z.strictObject({
  url: webAddressSchema,
  label: localized(20),
});
export type Link = z.infer<typeof linkSchema>;

const title = localized(40);
const lines = z.array(localized(40)).check(z.maxLength(3));
const picture = z.nullable(pictureSchema);
const contact = z.nullable(localized(40));
const link = z.optional(z.nullable(linkSchema));

/** A shop introduces itself; opening state, vouchers and the way come from the shop's entry. */
export const shopContentSchema = z.strictObject({
  template: z.literal('shop'),
  title,
  lines,
  picture,
  link,
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
  link,
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
  link,
});
export const noticeContentSchema = z.strictObject({
  template: z.literal('notice'),
  title,
  lines,
  contact,
  picture,
  link,
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
  link,
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
/** Good news of the neighbourhood: who gave or did what. */
export const newsContentSchema = z.strictObject({
  template: z.literal('news'),
  title,
  /** Who gave or did it: `창동역 상인회`. */
  who: z.nullable(localized(30)),
  /** What: `온누리상품권 300만 원`. */
  what: z.nullable(localized(30)),
  lines,
  picture,
  link,
});
/** A point of the map, from its left and top edge to its right and bottom (0 to 1). */
const pointSchema = z.strictObject({ x: partSchema, y: partSchema });
export const wayKinds = ['rail', 'road', 'path'] as const;
export const markKinds = ['exit', 'shop', 'place', 'bus', 'toilet'] as const;
/** Where the board stands, the ways around it, and what is there. */
export const mapContentSchema = z.strictObject({
  template: z.literal('map'),
  title,
  here: pointSchema,
  ways: z
    .array(
      z.strictObject({
        kind: z.enum(wayKinds),
        name: z.nullable(localized(14)),
        points: z.array(pointSchema).check(z.minLength(2), z.maxLength(12)),
      }),
    )
    .check(z.maxLength(12)),
  marks: z
    .array(z.strictObject({ kind: z.enum(markKinds), name: localized(14), at: pointSchema }))
    .check(z.maxLength(12)),
});
export const videoContentSchema = z.strictObject({
  template: z.literal('video'),
  title: z.nullable(title),
  video: videoSchema,
});
/** A call to scan: the code is the picture. */
export const qrContentSchema = z.strictObject({
  template: z.literal('qr'),
  title,
  lines,
  link: linkSchema,
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
  newsContentSchema,
  mapContentSchema,
  videoContentSchema,
  qrContentSchema,
  clockContentSchema,
]);
export type SlideContent = z.infer<typeof slideContentSchema>;
export type Template = SlideContent['template'];
export const templates = [
  ...(['shop', 'offer', 'menu', 'event', 'notice', 'job', 'figure'] as const),
  ...(['directory', 'picture', 'news', 'map', 'video', 'qr', 'clock'] as const),
] as const satisfies readonly Template[];

export const slideStates = ['draft', 'submitted', 'approved', 'rejected', 'withdrawn'] as const;
export type SlideState = (typeof slideStates)[number];

export const dwellSecondsSchema = z
  .int()
  .check(z.minimum(MIN_DWELL_SECONDS), z.maximum(MAX_DWELL_SECONDS));

/** Never changed once written, but for the pages, which its submission finds out. */
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
  /** Absent while no revision has had a link. */
  shortLink: z.optional(shortLinkSchema),
  ...reviewFields,
  createdAt: epochMsSchema,
  updatedAt: epochMsSchema,
  version: versionSchema,
});
export type Slide = z.infer<typeof slideSchema>;

/** The Korean title of a slide, as lists call it; one without a title is called by its alt text. */
export function titleOf(content: SlideContent): string {
  if (content.template === 'picture') return content.title?.ko ?? content.picture.alt.ko;
  if (content.template === 'video') return content.title?.ko ?? content.video.alt.ko;
  return content.title.ko;
}

/** The picture that a slide draws, if it has one; of a film its poster. */
export function pictureOf(content: SlideContent): Picture | null {
  if (content.template !== 'video') return 'picture' in content ? content.picture : null;
  const { posterSha256, alt } = content.video;
  return { sha256: posterSha256, alt, focusX: 0.5, focusY: 0.5 };
}

/** The film that a slide plays, if it has one. */
export function videoOf(content: SlideContent): Video | null {
  return content.template === 'video' ? content.video : null;
}

/** The hashes of all stored files that a slide needs to be whole. */
export function filesOf(content: SlideContent): readonly string[] {
  const files = [videoOf(content)?.sha256, pictureOf(content)?.sha256];
  return files.filter((sha256) => sha256 !== undefined);
}

/** Where its QR code leads, if it has one. */
export function linkOf(content: SlideContent): Link | null {
  return 'link' in content ? (content.link ?? null) : null;
}
