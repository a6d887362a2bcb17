/** A day of a board on which something is to be said of many hours, and the replies of a server about it. */
import { trades } from '../../shared/content/shop.ts';
import type { Moment } from '../../shared/protocol/http/planning.ts';
import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { slotOnAir } from '../../shared/schedule/on-air.ts';
import type { EpochMs } from '../../shared/time.ts';
import { NOW, type ConsoleFixture } from './console-fixture.ts';
import {
  aBooking,
  aManifest,
  anOrganization,
  aShop,
  aSlide,
  seoul,
  TEST_DATE,
} from './manifest-builder.ts';

const SHOPS = Array.from({ length: 25 }, (_, n) => `shop-${n + 1}`);
/** So many that not each of them has a turn in an hour. */
const CROWD = Array.from({ length: 150 }, (_, n) => `crowd-${n + 1}`);
const guild = { organizationId: 'guild' };
const office = { organizationId: 'office' };

/** 06:00 empty, 14:10 exclusive, 18:00 full; nothing of the office after 22:00. */
export function eventfulDay(): Manifest {
  const shops = [...SHOPS, ...CROWD];
  return aManifest({
    organizations: [
      anOrganization('guild', 60, { name: { ko: '창동상인회' }, accent: '#e2703a' }),
      anOrganization('office', 30, { name: { ko: '도봉구청' }, accent: '#4aa3df' }),
      anOrganization('fund', 10, { name: { ko: '서울신용보증재단' }, accent: '#9b7ede' }),
    ],
    shops: shops.map((id, index) => aShop(id, { trade: trades[index % trades.length] ?? 'meal' })),
    slides: [
      ...shops.map((id) => aSlide(id, { ...guild, shopId: id })),
      ...['flu', 'fair'].map((id) => aSlide(id, office)),
      aSlide('loan', { organizationId: 'fund' }),
    ],
    bookings: [
      ...SHOPS.map((id) => aBooking(id, { ...guild, shopId: id, fromMinute: 440 })),
      ...CROWD.map((id) =>
        aBooking(id, { ...guild, shopId: id, fromMinute: 1080, toMinute: 1140 }),
      ),
      aBooking('flu', { ...office, fromMinute: 420, toMinute: 1320 }),
      aBooking('fair', { ...office, exclusive: true, fromMinute: 850, toMinute: 885 }),
      aBooking('loan', { organizationId: 'fund', fromMinute: 540, toMinute: 1080 }),
    ],
  });
}

/** The plan, but for the hour from 16:00, in which the guild takes all that is the office's. */
export function shortedSlots(manifest: Manifest): readonly Slot[] {
  const hour = { fromMs: seoul('16:00'), toMs: seoul('17:00') };
  return dayPlan(manifest, TEST_DATE).map((slot) =>
    slot.organizationId === 'office' && hour.fromMs <= slot.startMs && slot.startMs < hour.toMs
      ? { ...slot, organizationId: 'guild' }
      : slot,
  );
}

/** What a server would say of an instant of the day; before `NOW` with the board's own record of it. */
export function momentAt(manifest: Manifest, slots: readonly Slot[], at: EpochMs): Moment {
  const slot = slotOnAir(slots, at) ?? null;
  const { zone, offsets, firstDate } = manifest.calendar;
  const own = slots.filter(({ bookingId }) => bookingId === slot?.bookingId);
  return {
    language: 'ko',
    ...{ at, date: TEST_DATE, source: at < NOW ? 'record' : 'plan', manifestRevision: 1, slot },
    layer: slot === null ? 'off' : slot.kind === 'house' ? 'house' : 'slot',
    slide: manifest.slides.find(({ id }) => id === slot?.slideId) ?? null,
    announcement: null,
    play: at < NOW && slot ? recordOf(slot) : null,
    explanation: slot?.bookingId ? { state: 'on-air', reason: null, slot } : null,
    turn: slot?.bookingId ? { number: own.indexOf(slot) + 1, of: own.length } : null,
    calendar: { zone, offsets, firstDate },
    organizations: manifest.organizations,
    shops: manifest.shops,
  };
}

/** Replies with the manifest, the slots, the moments and the market of the day. */
export function replyWith(
  fixture: ConsoleFixture,
  manifest: Manifest,
  slots: readonly Slot[] = dayPlan(manifest, TEST_DATE),
): void {
  const screen = '/api/screens/plaza-1';
  fixture.reply(`GET ${screen}/manifest`, { manifest, hash: 'hash' });
  fixture.answer(`${screen}/plan`, (query) => {
    const date = query.get('date');
    return { date, manifestRevision: 1, slots: date === TEST_DATE ? slots : [] };
  });
  fixture.answer(`${screen}/moment`, (query) => momentAt(manifest, slots, Number(query.get('at'))));
  fixture.answer('/api/calendar/days', (query) => ({
    days: [{ date: query.get('from'), kind: 'market', name: '장날' }],
    knownUntil: '2036-12-31',
  }));
}

function recordOf({ startMs, endMs, slideId, bookingId }: Slot): Moment['play'] {
  return {
    ...{ id: '0f8fad5b-d9cb-469f-a165-70867728950e', slideId, revisionId: `${slideId}-1` },
    ...{ bookingId, slotStartMs: startMs, startedAt: startMs, endedAt: endMs },
    ...{ outcome: 'played', manifestRevision: 1 },
  };
}
