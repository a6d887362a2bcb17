/**
 * Every template and every announcement page, on every shape of board, by day and by night, with the shortest,
 * a typical and the longest text, in Korean and one other language: for the contact sheet and its test.
 */
import type { Announcement } from '../../shared/content/announcement.ts';
import type { Language } from '../../shared/content/fields.ts';
import { templates, type Template } from '../../shared/content/slide.ts';
import type { Glass } from '../../shared/protocol/events.ts';
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import type { Form, Scene } from '../../shared/slides/scene.ts';
import { sceneData } from './board-samples.ts';
import { longestSlides } from './longest-slides.ts';
import { sampleAnnouncements, type AnnouncementSample } from './sample-announcements.ts';
import { shortestSlides } from './shortest-slides.ts';
import { typicalSlides } from './typical-slides.ts';

export interface SlideCase {
  /** Template or kind of announcement. */
  readonly subject: string;
  /** `600x300 night longest en` */
  readonly label: string;
  /** Without what loads files, so that it can be sent to a page. */
  readonly scene: Omit<Scene, 'loadPicture' | 'loadVideo'>;
  readonly slide: ManifestSlide | null;
  readonly announcement: Announcement | null;
  readonly layer: Glass['layer'];
}

export const caseSizes = [
  [360, 260],
  [600, 300],
  [960, 480],
  [1080, 1920],
  [1920, 1080],
] as const;

const slidesByLength = { shortest: shortestSlides, typical: typicalSlides, longest: longestSlides };
const lengths = ['shortest', 'typical', 'longest'] as const;
const forms = ['day', 'night'] as const;
/** 2026-11-22 in Seoul: 15:30, and 20:41, when the sun is long down. */
const AT: Readonly<Record<Form, number>> = {
  day: Date.UTC(2026, 10, 22, 6, 30),
  night: Date.UTC(2026, 10, 22, 11, 41),
};
const otherLanguage = {
  shop: 'en',
  offer: 'ja',
  menu: 'zh',
  event: 'ja',
  notice: 'en',
  job: 'zh',
  figure: 'en',
  directory: 'zh',
  picture: 'zh',
  news: 'ja',
  map: 'en',
  video: 'ja',
  qr: 'en',
  clock: 'zh',
} as const satisfies Record<Template, Language>;

/** Grouped by size, then by template, then by language. */
export const slideCases: readonly SlideCase[] = caseSizes.flatMap((size) => [
  ...templates.flatMap((template) => templateCases(template, size)),
  ...Object.keys(sampleAnnouncements).flatMap((subject) => announcementCases(subject, size)),
]);

/** A fixed thirtieth in which each template, form and language, and each size with each length, has its turn. */
export const thirtiethOfCases: readonly SlideCase[] = slideCases.filter(
  (_, index) => index % 30 === Math.floor(index / 30) % 30,
);

function templateCases(template: Template, [widthPx, heightPx]: (typeof caseSizes)[number]) {
  return (['ko', otherLanguage[template]] as const).flatMap((language) =>
    forms.flatMap((form) =>
      lengths.map((length): SlideCase => ({
        subject: template,
        label: `${widthPx}x${heightPx} ${form} ${length} ${language}`,
        scene: { ...sceneData(widthPx, heightPx, AT[form]), language, form },
        slide: slidesByLength[length][template],
        announcement: null,
        layer: 'slot',
      })),
    ),
  );
}

function announcementCases(subject: string, [widthPx, heightPx]: (typeof caseSizes)[number]) {
  const sample: AnnouncementSample | undefined = sampleAnnouncements[subject];
  if (!sample) throw new Error(`no announcement ${subject}`);
  return forms.flatMap((form) =>
    lengths.map((length): SlideCase => ({
      subject,
      label: `${widthPx}x${heightPx} ${form} ${length} ko`,
      scene: { ...sceneData(widthPx, heightPx, AT[form]), form },
      slide: null,
      announcement: sample[length],
      layer: sample.layer,
    })),
  );
}
