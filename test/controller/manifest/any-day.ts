/** Random days of a station's house: what people, jobs and restarts do to the manifests. */
import fc from 'fast-check';
import { rollManifests } from '../../../controller/usecases/roll-manifests.ts';
import { planDateAt } from '../../../shared/schedule/window.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { seedHouse } from '../../support/house-fixture.ts';
import { held, NOON, startTestDesk, type TestDesk } from '../../support/test-desk.ts';
import { aBooking, aScreen } from '../../support/values.ts';
import { addSlide, correct, correctBack, withdraw } from './desk-changes.ts';

export const SCREENS = ['board', 'gate'] as const;
/** Minutes: a short day, and one over midnight. */
export const HOURS = {
  noon: { fromMinute: 710, toMinute: 800 },
  night: { fromMinute: 1410, toMinute: 1500 },
} as const;

const anyMinutes = fc.integer({ min: 1, max: 900_000 });
const screens = fc.constantFrom<'all' | string[]>('all', 'all', ['board'], ['gate']);

/** One thing that is done, `afterMs` after the one before. */
export const anyAct = fc.oneof(
  fc.record({
    act: fc.constant('book' as const),
    which: fc.nat({ max: 4 }),
    screens,
    weight: fc.constantFrom(1, 3),
    exclusive: fc.constantFrom(false, false, true),
    afterMs: anyMinutes,
  }),
  fc.record({ act: fc.constant('end' as const), which: fc.nat({ max: 4 }), afterMs: anyMinutes }),
  fc.record({
    act: fc.constant('rewrite' as const),
    which: fc.nat({ max: 4 }),
    how: fc.constantFrom('correct', 'withdraw', 'back'),
    afterMs: anyMinutes,
  }),
  fc.record({
    act: fc.constant('show' as const),
    on: fc.constantFrom(['board'], ['gate'], ['board', 'gate']),
    isCharged: fc.boolean(),
    afterMs: anyMinutes,
  }),
  fc.record({
    act: fc.constant('claim' as const),
    lost: fc.nat({ max: 4 }),
    afterMs: anyMinutes,
  }),
  fc.record({
    act: fc.constant('hours' as const),
    minutes: fc.constantFrom(30, 60, 90, 120),
    on: fc.constantFrom(['gate'], ['board', 'gate'], ['board', 'gate']),
    afterMs: anyMinutes,
  }),
  fc.record({
    act: fc.constantFrom('roll' as const, 'restart' as const, 'upgrade' as const),
    afterMs: fc.oneof({ weight: 3, arbitrary: anyMinutes }, fc.constant(24 * HOUR_MS)),
  }),
);
export type Act = typeof anyAct extends fc.Arbitrary<infer T> ? T : never;

/** The small house with two boards that are open at `hours`, at ten minutes past the opening. */
export async function startStation(hours: keyof typeof HOURS): Promise<TestDesk> {
  const week = Array.from({ length: 7 }, () => HOURS[hours]);
  const desk = await startTestDesk(async (records) => {
    await seedHouse(records);
    for (const id of SCREENS) await records.screens.put(aScreen({ id, week }));
  });
  desk.clock = NOON + (HOURS[hours].fromMinute - 710) * 60_000;
  return desk;
}

/** Does it at `desk.clock`. */
export async function perform(desk: TestDesk, act: Act): Promise<void> {
  if (act.act === 'book') await book(desk, act);
  else if (act.act === 'end') await end(desk, act.which);
  else if (act.act === 'rewrite') await rewrite(desk, act);
  else if (act.act === 'show') await show(desk, act);
  else if (act.act === 'claim') await claim(desk, act.lost);
  else if (act.act === 'hours') await keepOpen(desk, act);
  else if (act.act === 'roll') await rollManifests(desk.context);
  else if (act.act === 'restart') await desk.restart();
  else await upgrade(desk);
}

/** The next program builds something else of the same records. */
async function upgrade(desk: TestDesk): Promise<void> {
  const id = `upgrade-${String(desk.clock)}`;
  await desk.store.transact((records) =>
    records.bookings.put(aBooking({ id, shopId: 'noodle-bar', slideIds: ['noodles'] })),
  );
  await desk.restart();
}

async function book(desk: TestDesk, act: Act & { readonly act: 'book' }): Promise<void> {
  const slideId = `slide-${String(act.which)}`;
  await desk.run(async (records, noted) => {
    if (!(await records.slides.get(slideId))) await addSlide(records, noted, slideId);
    const { screens: on, weight, exclusive } = act;
    const id = `${slideId}-booking`;
    const version = ((await records.bookings.get(id))?.version ?? 0) + 1;
    await records.bookings.put(
      aBooking({ id, slideIds: [slideId], screens: on, weight, exclusive, version }),
    );
    noted.touch('bookings');
  });
}

async function end(desk: TestDesk, which: number): Promise<void> {
  await desk.run(async (records, noted) => {
    const booking = await records.bookings.get(`slide-${String(which)}-booking`);
    if (!booking) return;
    await records.bookings.put({ ...booking, state: 'ended', version: booking.version + 1 });
    noted.touch('bookings');
  });
}

async function rewrite(desk: TestDesk, act: Act & { readonly act: 'rewrite' }): Promise<void> {
  const id = `slide-${String(act.which)}`;
  await desk.run(async (records, noted) => {
    const slide = await records.slides.get(id);
    if (!slide) return;
    if (slide.state === 'withdrawn') await correctBack(records, noted, id);
    else if (act.how === 'withdraw') await withdraw(records, noted, id);
    else await correct(records, noted, { id, title: `새 글 ${String(desk.clock)}` });
  });
}

/** Other closing hours, on every day from now on. */
async function keepOpen(desk: TestDesk, act: Act & { readonly act: 'hours' }): Promise<void> {
  await desk.run(async (records, noted) => {
    for (const id of act.on) {
      const screen = (await records.screens.get(id))!;
      const { fromMinute = 0 } = screen.week[0] ?? {};
      const week = screen.week.map(() => ({ fromMinute, toMinute: fromMinute + act.minutes }));
      await records.screens.put({ ...screen, week, version: screen.version + 1 });
    }
    noted.touch('screens');
  });
}

async function show(desk: TestDesk, act: Act & { readonly act: 'show' }): Promise<void> {
  await desk.run((_records, noted) => {
    const bookingId = act.isCharged ? 'bread-booking' : null;
    const id = `show-${String(desk.clock)}`;
    noted.showNow(act.on, { id, slideId: act.isCharged ? 'bread' : 'festival', bookingId });
    return Promise.resolve();
  });
}

async function claim(desk: TestDesk, lost: number): Promise<void> {
  await desk.run((_records, noted) => {
    const ids = desk.context.manifests.groups().map((group) => group.manifestId);
    noted.claims(new Map(ids.map((id) => [id, { 'news-booking': lost }])));
    return Promise.resolve();
  });
}

/** The screen day at the desk's clock. */
export function today(desk: TestDesk, screenId: string): string {
  return planDateAt(held(desk, screenId).manifest.calendar, desk.clock);
}
