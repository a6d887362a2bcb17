import type { Booking } from '../../shared/content/booking.ts';
import type { Slide, SlideRevision } from '../../shared/content/slide.ts';
import { isOnAir, type World } from '../manifest/world.ts';
import type { Records } from '../store/store.ts';

/**
 * What planning the booking needs of the records, with its slides that are not on the air as if their latest
 * revision had been approved; these are named in the booking's order. Unknown slides are left out.
 */
export async function draftWorld(
  records: Records,
  { shopId, slideIds }: Pick<Booking, 'shopId' | 'slideIds'>,
): Promise<{ readonly world: World; readonly unapprovedSlideIds: string[] }> {
  const slides = new Map<string, Slide>();
  const revisions = new Map<string, SlideRevision>();
  const unapprovedSlideIds: string[] = [];
  for (const id of new Set(slideIds)) {
    const slide = await records.slides.get(id);
    if (!slide) continue;
    const isShown = isOnAir(slide);
    if (!isShown) unapprovedSlideIds.push(id);
    const approvedRevisionId = isShown ? slide.approvedRevisionId : slide.latestRevisionId;
    const revision = await records.revisions.get(approvedRevisionId);
    if (!revision) continue;
    slides.set(id, isShown ? slide : { ...slide, state: 'approved', approvedRevisionId });
    revisions.set(revision.id, revision);
  }
  const shop = shopId === null ? undefined : await records.shops.get(shopId);
  const calendars = await records.placeCalendars.all();
  const world: World = {
    organizations: new Map(),
    shops: new Map(shop ? [[shop.id, shop]] : []),
    slides,
    revisions,
    renditions: new Map(),
    bookings: new Map(),
    screens: new Map(),
    placeCalendars: new Map(calendars.map((calendar) => [calendar.id, calendar])),
    publicUrl: null,
  };
  return { world, unapprovedSlideIds };
}
