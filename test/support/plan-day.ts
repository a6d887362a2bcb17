/**
 * `npm run plan:day`: a simulated board day as a table. 06:00 to 24:00, 25 shops of the association with a
 * slide of 15 s each, and the district with 20 %.
 */
import { trades } from '../../shared/content/shop.ts';
import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import {
  aBooking,
  aManifest,
  anOrganization,
  aShop,
  aSlide,
  seoul,
  TEST_DATE,
} from './manifest-builder.ts';

export interface ShopDay {
  readonly shopId: string;
  readonly plays: number;
  /** The longest time from the end of one of its plays to the start of the next, milliseconds. */
  readonly largestGapMs: number;
}

export interface HourShare {
  /** 6 is 06:00 to 07:00. */
  readonly hour: number;
  readonly districtMs: number;
  readonly associationMs: number;
}

const SHOPS = Array.from({ length: 25 }, (_, n) => `shop-${String(n + 1).padStart(2, '0')}`);
const NOTICES = ['notice-1', 'notice-2', 'notice-3'];

export function boardDay(): Manifest {
  const district = { organizationId: 'district' };
  return aManifest({
    organizations: [anOrganization('association', 80), anOrganization('district', 20)],
    shops: SHOPS.map((id, index) => aShop(id, { trade: trades[index % trades.length] ?? 'meal' })),
    slides: [
      ...SHOPS.map((id) => aSlide(id, { shopId: id })),
      ...NOTICES.map((id) => aSlide(id, district)),
    ],
    bookings: [
      ...SHOPS.map((id) => aBooking(id, { shopId: id })),
      ...NOTICES.map((id) => aBooking(id, district)),
    ],
  });
}

export function shopDays(slots: readonly Slot[]): readonly ShopDay[] {
  return SHOPS.map((shopId) => {
    const own = slots.filter((slot) => slot.shopId === shopId);
    const gaps = own.slice(1).map((slot, index) => slot.startMs - (own[index]?.endMs ?? 0));
    return { shopId, plays: own.length, largestGapMs: Math.max(0, ...gaps) };
  });
}

export function hourShares(slots: readonly Slot[]): readonly HourShare[] {
  return Array.from({ length: 18 }, (_, index) => {
    const fromMs = seoul('06:00') + index * HOUR_MS;
    const timeOf = (organizationId: string) =>
      slots
        .filter((slot) => slot.organizationId === organizationId)
        .map(({ startMs, endMs }) => Math.min(endMs, fromMs + HOUR_MS) - Math.max(startMs, fromMs))
        .reduce((sum, ms) => sum + Math.max(0, ms), 0);
    const [districtMs, associationMs] = [timeOf('district'), timeOf('association')];
    return { hour: 6 + index, districtMs, associationMs };
  });
}

/** The table of a run sheet of `TEST_DATE`, planned or recorded; hours in which nothing played are left out. */
export function dayTable(slots: readonly Slot[]): string {
  const shops = shopDays(slots);
  const part = (ms: number) => `${((ms / HOUR_MS) * 100).toFixed(1)} %`.padStart(12);
  const hours = hourShares(slots).filter((hour) => hour.districtMs + hour.associationMs > 0);
  const lines = [
    `${TEST_DATE}, ${clockOf(slots.at(0)?.startMs)} to ${clockOf(slots.at(-1)?.endMs)}: ${String(slots.length)} slots`,
    '',
    'shop        plays  largest gap',
    ...shops.map(
      ({ shopId, plays, largestGapMs }) =>
        `${shopId.padEnd(10)}${String(plays).padStart(7)}${`${String(largestGapMs / 1000)} s`.padStart(13)}`,
    ),
    '',
    'hour      district association',
    ...hours.map(
      ({ hour, districtMs, associationMs }) =>
        `${String(hour).padStart(2, '0')}:00${part(districtMs)}${part(associationMs)}`,
    ),
    '',
    `largest gap of any shop: ${String(Math.max(...shops.map((one) => one.largestGapMs)) / 1000)} s`,
  ];
  return lines.join('\n');
}

/** `HH:MM` of the instant, up to 24:00. */
function clockOf(at = seoul('00:00')): string {
  const minutes = Math.floor((at - seoul('00:00')) / MINUTE_MS);
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}

if (import.meta.main) console.log(dayTable(dayPlan(boardDay(), TEST_DATE)));
