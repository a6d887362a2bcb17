/** What a group's boards must play, out of the records. Parts that did not change stay the same objects. */
import type { Booking } from '../../shared/content/booking.ts';
import { includesScreen } from '../../shared/content/fields.ts';
import type { Organization } from '../../shared/content/organization.ts';
import { EMPTY_PLACE_CALENDAR, PLACE_CALENDAR_ID } from '../../shared/content/place-calendar.ts';
import type { Rendition } from '../../shared/content/rendition.ts';
import type { Screen } from '../../shared/content/screen.ts';
import type { Shop } from '../../shared/content/shop.ts';
import { linkOf, pictureOf, type Slide, type SlideRevision } from '../../shared/content/slide.ts';
import { withoutPeople } from '../../shared/content/without-people.ts';
import { shortUrlOf } from '../../shared/content/short-link.ts';
import {
  MANIFEST_DAYS,
  type Calendar,
  type Manifest,
  type ManifestBooking,
  type ManifestOrganization,
  type ManifestShop,
  type ManifestSlide,
} from '../../shared/protocol/manifest.ts';
import { addDays, weekdayOf, type CivilDate } from '../../shared/time.ts';
import { shopClosedDays, startDays, type SpecialDays } from './expand.ts';
import { calendarKey, type Group } from './group.ts';
import { zoneOffsets } from './offsets.ts';
import { placeDays } from './place-days.ts';
import { isOnAir, type World } from './world.ts';

/** A manifest before it is numbered. */
export type Content = Omit<Manifest, 'id' | 'revision' | 'carry'>;

/** The clock that shows where not even the content has a house slide. */
const LAST_RESORT: ManifestSlide = {
  id: 'house-clock',
  revisionId: 'house-clock-1',
  organizationId: 'house',
  shopId: null,
  content: { template: 'clock', title: { ko: '지금 시각', en: 'Time now' } },
  dwellMs: 15_000,
};
const MAX_CALENDARS = 200;

const organizations = new WeakMap<Organization, ManifestOrganization>();
const shops = new WeakMap<Shop, { readonly firstDate: CivilDate; readonly shop: ManifestShop }>();
const slides = new WeakMap<Slide, ManifestSlide>();
const bookings = new WeakMap<Booking, CachedBooking>();
const calendars = new Map<string, Calendar>();

interface CachedBooking {
  readonly firstDate: CivilDate;
  readonly special: SpecialDays;
  readonly days: string;
  readonly value: ManifestBooking;
}

/**
 * All shops and organizations; the group's live bookings that run within the window; and the slides that
 * these, the house, or `keepSlideIds` (a slide put on by hand, the one on the glass) need, so far as they
 * are approved and not withdrawn. Every list is sorted by id, the house slides among them too.
 */
export function buildContent(
  world: World,
  group: Group,
  options: { readonly firstDate: CivilDate; readonly keepSlideIds: readonly string[] },
): Content {
  const { firstDate } = options;
  const house = sorted([...world.slides.values()].filter((slide) => slide.house && isOnAir(slide)));
  const houseSlideIds = house.length > 0 ? house.map((slide) => slide.id) : [LAST_RESORT.id];
  const running: ManifestBooking[] = [];
  const wanted = new Set([...houseSlideIds, ...options.keepSlideIds]);
  for (const booking of world.bookings.values()) {
    if (booking.state !== 'live' || !includesScreen(booking.screens, group.screen.id)) continue;
    const planned = asBooking(world, booking, firstDate);
    if (!planned.days.includes('1')) continue;
    running.push(planned);
    for (const slideId of planned.slideIds) wanted.add(slideId);
  }
  const played = house.length > 0 ? [] : [LAST_RESORT];
  for (const id of wanted) {
    const slide = onAir(world, id);
    if (slide) played.push(slide);
  }
  return {
    calendar: calendarOf(group.screen, firstDate, houseSlideIds),
    organizations: sorted([...world.organizations.values()].map(asOrganization)),
    shops: sorted([...world.shops.values()].map((shop) => asShop(shop, firstDate))),
    slides: sorted(played),
    bookings: sorted(running),
  };
}

/** A booking as it would be planned from `firstDate` on, whether saved or not, and its slides on air in `world`. */
export function draftBooking(
  world: World,
  booking: Booking,
  firstDate: CivilDate,
): { readonly put: ManifestBooking; readonly slides: readonly ManifestSlide[] } {
  const put = asBooking(world, booking, firstDate);
  return { put, slides: put.slideIds.flatMap((id) => onAir(world, id) ?? []) };
}

function calendarOf(screen: Screen, firstDate: CivilDate, houseSlideIds: string[]): Calendar {
  const key = `${calendarKey(screen)}${firstDate}${houseSlideIds.join()}`;
  const known = calendars.get(key);
  if (known) return known;
  const special = new Map(screen.specialDays.map((day) => [day.date, day.opening]));
  const hours = Array.from({ length: MANIFEST_DAYS }, (_, index) => {
    const date = addDays(firstDate, index);
    const opening = special.get(date);
    return opening === undefined ? (screen.week[weekdayOf(date)] ?? null) : opening;
  });
  const offsets = [...zoneOffsets(screen.zone, firstDate)];
  const calendar = { zone: screen.zone, offsets, firstDate, hours, houseSlideIds };
  if (calendars.size >= MAX_CALENDARS) calendars.clear();
  calendars.set(key, calendar);
  return calendar;
}

function asOrganization(organization: Organization): ManifestOrganization {
  return remembered(organizations, organization, () => {
    const { id, kind, name, byline, accent, sharePercent } = organization;
    return { id, kind, name, byline, accent, sharePercent };
  });
}

function asShop(shop: Shop, firstDate: CivilDate): ManifestShop {
  const known = shops.get(shop);
  if (known?.firstDate === firstDate) return known.shop;
  const { id, name, trade, goods, walkMinutes, place, phone, onnuri, week } = shop;
  const closedDays = shopClosedDays(shop, firstDate);
  const made = { id, name, trade, goods, walkMinutes, place, phone, onnuri, week, closedDays };
  shops.set(shop, { firstDate, shop: made });
  return made;
}

function onAir(world: World, slideId: string): ManifestSlide | undefined {
  const slide = world.slides.get(slideId);
  if (!isOnAir(slide)) return undefined;
  const revision = world.revisions.get(slide.approvedRevisionId);
  if (!revision) return undefined;
  const shortUrl = shortUrlIn(world.publicUrl, slide);
  const renditions = world.renditions.get(pictureOf(revision.content)?.sha256 ?? '');
  return remembered(slides, slide, () => asSlide(slide, revision, { shortUrl, renditions }));
}

/** The slide as boards get it, in `revision`; the short address goes along where that has a link, the renditions where its picture has any. */
export function asSlide(
  slide: Slide,
  revision: SlideRevision,
  {
    shortUrl,
    renditions,
  }: {
    readonly shortUrl?: string | undefined;
    readonly renditions?: readonly Rendition[] | undefined;
  },
): ManifestSlide {
  return {
    id: slide.id,
    revisionId: revision.id,
    organizationId: slide.organizationId,
    shopId: slide.shopId,
    content: withoutPeople(revision.content),
    dwellMs: revision.dwellSeconds * revision.pages * 1000,
    ...(revision.pages > 1 ? { pages: revision.pages } : {}),
    ...(shortUrl !== undefined && linkOf(revision.content) ? { shortUrl } : {}),
    ...(renditions ? { renditions: [...renditions] } : {}),
  };
}

function shortUrlIn(publicUrl: string | null, { shortLink }: Slide): string | undefined {
  return publicUrl === null || !shortLink ? undefined : shortUrlOf(publicUrl, shortLink.code);
}

/** Days are expanded once for each version of a booking, and again only where the days that it looks at changed. */
function asBooking(world: World, booking: Booking, firstDate: CivilDate): ManifestBooking {
  const special = specialDays(world, booking, firstDate);
  const slideIds = booking.slideIds.filter((id) => isOnAir(world.slides.get(id)));
  const known = bookings.get(booking);
  const isFresh = known?.firstDate === firstDate && sameDays(known.special, special);
  if (isFresh && sameIds(known.value.slideIds, slideIds)) return known.value;
  const span = { firstDate, count: MANIFEST_DAYS };
  const days = isFresh ? known.days : startDays(booking, span, special);
  const { id, organizationId, shopId, fromMinute, toMinute } = booking;
  const { weight, exclusive, promisedPlaysPerDay } = booking;
  const value = {
    ...{ id, organizationId, shopId, slideIds, days, fromMinute, toMinute },
    ...{ weight, exclusive, promisedPlaysPerDay },
    ...(booking.endsAt === undefined ? {} : { endsAt: booking.endsAt }),
  };
  bookings.set(booking, { firstDate, special, days, value });
  return value;
}

function specialDays(world: World, booking: Booking, firstDate: CivilDate): SpecialDays {
  const shop = booking.shopId === null ? undefined : world.shops.get(booking.shopId);
  const closedDays =
    booking.skipClosedDays && shop ? asShop(shop, firstDate).closedDays : undefined;
  if (!booking.holidays && !booking.marketDays) return { closedDays };
  const calendar = world.placeCalendars.get(PLACE_CALENDAR_ID) ?? EMPTY_PLACE_CALENDAR;
  const place = placeDays(calendar, { firstDate, count: MANIFEST_DAYS });
  return {
    closedDays,
    holidays: booking.holidays && place.holidays,
    marketDays: booking.marketDays && place.marketDays,
  };
}

function sameDays(a: SpecialDays, b: SpecialDays): boolean {
  return (
    a.closedDays === b.closedDays && a.holidays === b.holidays && a.marketDays === b.marketDays
  );
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

function remembered<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

function sorted<T extends { readonly id: string }>(values: T[]): T[] {
  return values.sort((a, b) => (a.id < b.id ? -1 : 1));
}
