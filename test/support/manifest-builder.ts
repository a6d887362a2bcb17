/** Small manifests for tests: everything has a default, every id is told. */
import {
  MANIFEST_DAYS,
  type Calendar,
  type Manifest,
  type ManifestBooking,
  type ManifestOrganization,
  type ManifestShop,
  type ManifestSlide,
  type Slot,
} from '../../shared/protocol/manifest.ts';
import { DAY_MS, dayNumber, HOUR_MS, type CivilDate } from '../../shared/time.ts';

/** A Monday; the first day of `aCalendar` is the day before. */
export const TEST_DATE = '2026-11-23';
export const EVERY_DAY = '1'.repeat(MANIFEST_DAYS);
const SEOUL_MS = 9 * HOUR_MS;

/** The instant of `HH:MM` or `HH:MM:SS` on `date` in Seoul; hours from 24 on are the next day's. */
export function seoul(clock: string, date: CivilDate = TEST_DATE): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return dayNumber(date) * DAY_MS - SEOUL_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** `YYYY-MM-DD` dates to a days string that counts from `firstDate`. */
export function daysOf(firstDate: CivilDate, ...dates: readonly CivilDate[]): string {
  const days = Array.from({ length: MANIFEST_DAYS }, () => '0');
  for (const date of dates) days[dayNumber(date) - dayNumber(firstDate)] = '1';
  return days.join('');
}

/** Seoul, 06:00 to 24:00 every day, one house slide `house`. */
export function aCalendar(fields: Partial<Calendar> = {}): Calendar {
  return {
    zone: 'Asia/Seoul',
    offsets: [{ fromMs: 0, offsetMs: SEOUL_MS }],
    firstDate: '2026-11-22',
    hours: openEveryDay(360, 1440),
    houseSlideIds: ['house'],
    ...fields,
  };
}

export function openEveryDay(fromMinute: number, toMinute: number): Calendar['hours'] {
  return Array.from({ length: MANIFEST_DAYS }, () => ({ fromMinute, toMinute }));
}

export function anOrganization(
  id: string,
  sharePercent: number,
  fields: Partial<ManifestOrganization> = {},
): ManifestOrganization {
  const name = { ko: `기관 ${id}` };
  const accent = '#e2703a';
  return { id, kind: 'association', name, byline: name, accent, sharePercent, ...fields };
}

export function aShop(id: string, fields: Partial<ManifestShop> = {}): ManifestShop {
  return {
    id,
    name: { ko: `가게 ${id}` },
    trade: 'meal',
    goods: { ko: '국수' },
    walkMinutes: 3,
    place: { ko: '1번 출구 앞' },
    phone: null,
    onnuri: { paper: true, mobile: true, card: false },
    week: Array.from({ length: 7 }, () => ({ fromMinute: 600, toMinute: 1320 })),
    closedDays: '0'.repeat(MANIFEST_DAYS),
    ...fields,
  };
}

/** A notice of 15 s of the organization `association`, at its first revision. */
export function aSlide(id: string, fields: Partial<ManifestSlide> = {}): ManifestSlide {
  return {
    id,
    revisionId: `${id}-1`,
    organizationId: 'association',
    shopId: null,
    content: {
      template: 'notice',
      title: { ko: `슬라이드 ${id}` },
      lines: [],
      contact: null,
      picture: null,
    },
    dwellMs: 15_000,
    ...fields,
  };
}

/** The slide of the same id, all day, every day, one turn, for the organization `association`. */
export function aBooking(id: string, fields: Partial<ManifestBooking> = {}): ManifestBooking {
  return {
    id,
    organizationId: 'association',
    shopId: null,
    slideIds: [id],
    days: EVERY_DAY,
    fromMinute: 0,
    toMinute: 1440,
    weight: 1,
    exclusive: false,
    promisedPlaysPerDay: null,
    ...fields,
  };
}

/** One organization `association` and the house slide; `fields` replace whole lists, the house stays. */
export function aManifest(fields: Partial<Manifest> = {}): Manifest {
  const house = aSlide('house', {
    content: { template: 'clock', title: { ko: '창동역 광장' } },
  });
  return {
    id: 'group-1',
    revision: 1,
    calendar: aCalendar(),
    organizations: [anOrganization('association', 100)],
    shops: [],
    bookings: [],
    carry: null,
    ...fields,
    slides: [house, ...(fields.slides ?? [])],
  };
}

/** A manifest in which each id is a slide with a booking of its own. */
export function loopOf(ids: readonly string[], fields: Partial<Manifest> = {}): Manifest {
  return aManifest({
    slides: ids.map((id) => aSlide(id)),
    bookings: ids.map((id) => aBooking(id)),
    ...fields,
  });
}

export function aSlot(slideId: string, startMs: number, endMs: number): Slot {
  return {
    startMs,
    endMs,
    kind: 'booking',
    slideId,
    bookingId: slideId,
    organizationId: 'association',
    shopId: null,
  };
}
