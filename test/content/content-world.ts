/** `content/` as the controller holds it after its first start, without a store. */
import type { World } from '../../controller/manifest/world.ts';
import { withPictures, type ContentSlide } from '../../shared/content/content-files.ts';
import type { Slide, SlideRevision } from '../../shared/content/slide.ts';
import { contentFolder } from './content-folder.ts';

const AT = 1_795_305_600_000;

export function contentWorld(): World {
  const { organizations, screens, shops, slides, bookings, pictures } = contentFolder();
  const hashes = new Map(pictures.map((file) => [file, 'a'.repeat(64)]));
  return {
    organizations: byId(organizations.map((entry) => ({ ...entry, version: 1 }))),
    shops: byId(shops.map((entry) => ({ ...entry, version: 1 }))),
    screens: byId(screens.map((entry) => ({ ...entry, version: 1, blankUntil: null }))),
    bookings: byId(bookings.map((entry) => ({ ...entry, version: 1, state: 'live' as const }))),
    slides: byId(slides.map(approved)),
    revisions: byId(slides.map((slide) => firstRevision(slide, hashes))),
    renditions: new Map(),
    placeCalendars: new Map(),
    publicUrl: null,
  };
}

function approved({ id, organizationId, shopId, house }: ContentSlide): Slide {
  return {
    ...{ id, organizationId, shopId, house },
    state: 'approved',
    latestRevisionId: `${id}-1`,
    approvedRevisionId: `${id}-1`,
    rejectionReason: null,
    createdAt: AT,
    updatedAt: AT,
    version: 1,
  };
}

function firstRevision(slide: ContentSlide, hashes: ReadonlyMap<string, string>): SlideRevision {
  const content = withPictures(slide.content, hashes);
  if (content === undefined) throw new Error(`${slide.id} names a picture that is not there`);
  return {
    id: `${slide.id}-1`,
    slideId: slide.id,
    number: 1,
    content,
    dwellSeconds: slide.dwellSeconds,
    pages: 1,
    createdAt: AT,
    createdBy: 'content',
  };
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
