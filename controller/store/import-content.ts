/** The first start: what the board shows out of the box, from the files of `content/`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import {
  contentBookingsSchema,
  contentOrganizationsSchema,
  contentScreensSchema,
  contentShopsSchema,
  contentSlideSchema,
  pictureFileOf,
  withPictures,
  type ContentSlide,
} from '../../shared/content/content-files.ts';
import { broughtBy, type Media } from '../../shared/content/media.ts';
import type { SlideContent } from '../../shared/content/slide.ts';
import type { EpochMs } from '../../shared/time.ts';
import { linkApproved, linkWritten } from '../short-links.ts';
import type { Intake, StoredPicture } from '../media/intake.ts';
import type { Records, Store } from './store.ts';

export interface ImportParts {
  readonly store: Store;
  readonly intake: Intake;
  readonly contentDir: string;
  readonly at: EpochMs;
  readonly newId: () => string;
}

const PICTURE_WIDTH_PX = 1600;
/** Who made what was imported. */
const IMPORTER = 'content';

/**
 * Fills an empty store from `contentDir`, in one transaction: slides are approved, pictures are drawn into
 * the media folder first. Returns how many slides came, 0 when the store holds anything already.
 * @throws Error naming the file that is not as its schema says; nothing is imported then.
 */
export async function importContent(parts: ImportParts): Promise<number> {
  if (!(await isEmpty(parts.store.records))) return 0;
  const content = await readContent(parts.contentDir);
  const pictures = await drawPictures(parts, content.slides);
  return parts.store.transact(async (records) => {
    if (!(await isEmpty(records))) return 0;
    const first = { version: 1 };
    for (const organization of content.organizations)
      await records.organizations.put({ ...organization, ...first });
    for (const shop of content.shops) await records.shops.put({ ...shop, ...first });
    for (const screen of content.screens)
      await records.screens.put({ ...screen, ...first, blankUntil: null });
    for (const slide of content.slides) await putSlide(records, slide, { parts, pictures });
    for (const booking of content.bookings)
      await records.bookings.put({ ...booking, ...first, state: 'live' });
    await records.audit.add({
      at: parts.at,
      personId: null,
      actor: '시스템(첫 시작)',
      action: 'content.import',
      subjectId: IMPORTER,
      before: null,
      after: { slides: content.slides.length, shops: content.shops.length },
    });
    return content.slides.length;
  });
}

async function isEmpty(records: Records): Promise<boolean> {
  return (await records.organizations.all()).length === 0;
}

async function readContent(folder: string) {
  const slideNames = (await readdir(join(folder, 'slides'))).filter((name) =>
    name.endsWith('.json'),
  );
  return {
    organizations: await read(join(folder, 'organizations.json'), contentOrganizationsSchema),
    shops: await read(join(folder, 'shops.json'), contentShopsSchema),
    screens: await read(join(folder, 'screens.json'), contentScreensSchema),
    bookings: await read(join(folder, 'bookings.json'), contentBookingsSchema),
    slides: await Promise.all(
      slideNames.sort().map((name) => read(join(folder, 'slides', name), contentSlideSchema)),
    ),
  };
}

async function read<T>(path: string, schema: z.ZodMiniType<T>): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new Error(`cannot import ${path}`, { cause: error });
  }
}

/** Stored pictures by the name of the file that they were drawn from. */
async function drawPictures(
  { intake, contentDir }: ImportParts,
  slides: readonly ContentSlide[],
): Promise<ReadonlyMap<string, StoredPicture>> {
  const files = slides.map(({ content }) => pictureFileOf(content));
  const names = [...new Set(files)].filter((name) => name !== null);
  const svgs = names.map((name) => readFile(join(contentDir, 'pictures', name), 'utf8'));
  const drawn = await intake.drawings(await Promise.all(svgs), PICTURE_WIDTH_PX);
  return new Map(drawn.map((picture, index) => [names[index] ?? '', picture]));
}

async function putSlide(
  records: Records,
  slide: ContentSlide,
  { parts, pictures }: { parts: ImportParts; pictures: ReadonlyMap<string, StoredPicture> },
): Promise<void> {
  const { id, organizationId, shopId, house, dwellSeconds } = slide;
  const revisionId = parts.newId();
  const file = pictureFileOf(slide.content);
  const stored = file === null ? undefined : pictures.get(file);
  if (stored !== undefined) await putMedia(records, { ...stored, organizationId }, parts.at);
  const content = contentOf(slide, pictures);
  const link = await linkWritten(records, {}, content);
  await records.slides.put({
    ...linkApproved(link.shortLink, content),
    id,
    organizationId,
    shopId,
    house,
    state: 'approved',
    latestRevisionId: revisionId,
    approvedRevisionId: revisionId,
    rejectionReason: null,
    createdAt: parts.at,
    updatedAt: parts.at,
    version: 1,
  });
  await records.revisions.add({
    id: revisionId,
    slideId: id,
    number: 1,
    content,
    dwellSeconds,
    pages: 1,
    createdAt: parts.at,
    createdBy: IMPORTER,
  });
}

async function putMedia(
  records: Records,
  media: Omit<Media, 'consent' | 'createdAt'>,
  at: EpochMs,
): Promise<void> {
  const brought = { ...media, consent: 'none-needed' as const, createdAt: at };
  const before = await records.media.get(media.sha256);
  await records.media.put(before ? broughtBy(before, brought) : brought);
}

function contentOf(
  slide: ContentSlide,
  pictures: ReadonlyMap<string, StoredPicture>,
): SlideContent {
  const hashes = new Map([...pictures].map(([name, { sha256 }]) => [name, sha256]));
  const content = withPictures(slide.content, hashes);
  if (content === undefined)
    throw new Error(`slide ${slide.id} names a picture that was not drawn`);
  return content;
}
