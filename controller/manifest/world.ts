/** What manifests are built from, as immutable maps: a failed change leaves the ones before it untouched. */
import type { Booking } from '../../shared/content/booking.ts';
import type { Organization } from '../../shared/content/organization.ts';
import type { PlaceCalendar } from '../../shared/content/place-calendar.ts';
import type { Rendition } from '../../shared/content/rendition.ts';
import type { Screen } from '../../shared/content/screen.ts';
import type { Shop } from '../../shared/content/shop.ts';
import { pictureOf, type Slide, type SlideRevision } from '../../shared/content/slide.ts';
import type { ContentKind } from '../../shared/protocol/events.ts';
import type { Records } from '../store/store.ts';
import type { ChangedEntities } from '../usecases/context.ts';

export interface World {
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly shops: ReadonlyMap<string, Shop>;
  readonly slides: ReadonlyMap<string, Slide>;
  /** Approved revisions by their id. */
  readonly revisions: ReadonlyMap<string, SlideRevision>;
  /** Of the pictures of these, by hash; one that has only its own size is not there. */
  readonly renditions: ReadonlyMap<string, readonly Rendition[]>;
  readonly bookings: ReadonlyMap<string, Booking>;
  readonly screens: ReadonlyMap<string, Screen>;
  /** One at most, under `PLACE_CALENDAR_ID`. */
  readonly placeCalendars: ReadonlyMap<string, PlaceCalendar>;
  /** Origin that passers-by reach this controller at; null where none is known. */
  readonly publicUrl: string | null;
}

const PLANNED = ['organizations', 'shops', 'slides', 'bookings', 'screens', 'calendar'] as const;

/** Whether a change of these kinds can alter any manifest. */
export function concernsPlans(kinds: ReadonlySet<ContentKind>): boolean {
  return PLANNED.some((kind) => kinds.has(kind));
}

export async function loadWorld(records: Records, publicUrl: World['publicUrl']): Promise<World> {
  const world = {
    organizations: byId(await records.organizations.all()),
    shops: byId(await records.shops.all()),
    slides: byId(await records.slides.all()),
    revisions: new Map<string, SlideRevision>(),
    renditions: new Map<string, readonly Rendition[]>(),
    bookings: byId(await records.bookings.all()),
    screens: byId(await records.screens.all()),
    placeCalendars: byId(await records.placeCalendars.all()),
    publicUrl,
  };
  return withRevisions(world, records);
}

/**
 * The world after a change. What the change wrote is taken as it was written; a kind that was touched
 * without a written entity being known is read again as a whole.
 */
export async function changedWorld(
  world: World,
  records: Records,
  request: { readonly kinds: ReadonlySet<ContentKind>; readonly changed: ChangedEntities },
): Promise<World> {
  const { kinds, changed } = request;
  const next: World = {
    ...world,
    organizations: await read('organizations', world.organizations, changed.organizations),
    shops: await read('shops', world.shops, changed.shops),
    slides: await read('slides', world.slides, changed.slides),
    bookings: await read('bookings', world.bookings, changed.bookings),
    screens: await read('screens', world.screens, changed.screens),
    placeCalendars: await read('calendar', world.placeCalendars, changed.placeCalendars),
  };
  return next.slides === world.slides ? next : withRevisions(next, records);

  async function read<T extends { readonly id: string }>(
    kind: (typeof PLANNED)[number],
    held: ReadonlyMap<string, T>,
    written: ReadonlyMap<string, T>,
  ): Promise<ReadonlyMap<string, T>> {
    if (written.size > 0) return new Map([...held, ...written]);
    if (!kinds.has(kind)) return held;
    const collection = kind === 'calendar' ? records.placeCalendars : records[kind];
    return byId((await collection.all()) as readonly { readonly id: string }[] as readonly T[]);
  }
}

/** Whether the slide may be on a board: approved once and not withdrawn. */
export function isOnAir(slide: Slide | undefined): slide is Slide & { approvedRevisionId: string } {
  return slide !== undefined && slide.approvedRevisionId !== null && slide.state !== 'withdrawn';
}

/** Revisions never change, so only those not held yet are read. */
async function withRevisions(world: World, records: Records): Promise<World> {
  const missing: string[] = [];
  for (const slide of world.slides.values())
    if (isOnAir(slide) && !world.revisions.has(slide.approvedRevisionId))
      missing.push(slide.approvedRevisionId);
  if (missing.length === 0) return world;
  const read = byId(await records.revisions.some(missing));
  const revisions = new Map<string, SlideRevision>();
  for (const slide of world.slides.values()) {
    if (!isOnAir(slide)) continue;
    const id = slide.approvedRevisionId;
    const revision = world.revisions.get(id) ?? read.get(id);
    if (revision) revisions.set(id, revision);
  }
  const renditions = await withRenditions(world.renditions, read.values(), records);
  return { ...world, revisions, renditions };
}

/** A picture's renditions never change either. */
async function withRenditions(
  held: World['renditions'],
  revisions: Iterable<SlideRevision>,
  records: Records,
): Promise<World['renditions']> {
  const renditions = new Map(held);
  for (const { content } of revisions) {
    const sha256 = pictureOf(content)?.sha256;
    if (sha256 === undefined || renditions.has(sha256)) continue;
    const made = (await records.media.get(sha256))?.renditions;
    if (made)
      renditions.set(
        sha256,
        made.map((one) => ({ sha256: one.sha256, widthPx: one.widthPx, heightPx: one.heightPx })),
      );
  }
  return renditions;
}

function byId<T extends { readonly id: string }>(values: readonly T[]): Map<string, T> {
  return new Map(values.map((value) => [value.id, value]));
}
