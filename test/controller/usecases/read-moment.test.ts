import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change } from '../../../controller/usecases/change.ts';
import type { Records } from '../../../controller/store/store.ts';
import type { Announcement } from '../../../shared/content/announcement.ts';
import type { Play } from '../../../shared/content/play.ts';
import type { Slot } from '../../../shared/protocol/manifest.ts';
import { addDays, DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { NOON, TODAY } from '../../support/test-desk.ts';
import { anAnnouncement, aPlay, aRevision, noticeContent } from '../../support/values.ts';

let controller: TestController;
let clock = NOON;
beforeEach(async () => {
  clock = NOON;
  controller = await startTestController({ now: () => clock });
});
afterEach(() => controller.stop());

/** Signs in anew: a day may have gone by. */
const viewer = () => controller.as('viewer');
const momentAt = async (at: number) =>
  (await viewer()).get('readMoment', { params: { screenId: 'board' }, query: { at: String(at) } });
const codeAt = async (at: number, screenId = 'board') =>
  (await (await viewer()).send('readMoment', { params: { screenId }, query: { at: String(at) } }))
    .problem;
const run = (work: (records: Records) => Promise<void>) =>
  change(controller.context, { job: 'test' }, async (records, noted) => {
    await work(records);
    noted.touch('slides');
  });
/** The first slot of the booking after `at`. */
function slotOf(bookingId: string | null, at = clock): Slot {
  const slots = controller.context.manifests.planOf('board', TODAY)!;
  return slots.find((slot) => slot.bookingId === bookingId && slot.startMs > at)!;
}
function played(slot: Slot, fields: Partial<Play> = {}) {
  const { slideId, bookingId, startMs, endMs } = slot;
  const play = aPlay({
    ...{ slideId, revisionId: `${slideId}-r1`, bookingId, slotStartMs: startMs },
    ...{ startedAt: startMs + 80, endedAt: endMs + 80, ...fields },
  });
  return controller.store.transact((records) => records.plays.add([play]));
}
const announced = (one: Announcement) =>
  controller.store.transact((records) => records.announcements.put(one));
async function correctBread(): Promise<void> {
  await run(async (records) => {
    const content = noticeContent('새 빵');
    await records.revisions.add(
      aRevision({ id: 'bread-r2', slideId: 'bread', number: 2, content }),
    );
    const slide = (await records.slides.get('bread'))!;
    await records.slides.put({ ...slide, approvedRevisionId: 'bread-r2' });
  });
}

describe('a moment to come', () => {
  it('[S8] is the slot of the plan, with its slide, why, and the turn of the day', async () => {
    const slot = slotOf('bread-booking', NOON + 5 * HOUR_MS);
    const moment = await momentAt(slot.startMs + 3000);
    expect(moment).toMatchObject({
      ...{ date: TODAY, source: 'plan', layer: 'slot', slot, play: null, announcement: null },
      slide: { id: 'bread', revisionId: 'bread-r1', content: noticeContent('bread') },
      explanation: { state: 'on-air', reason: null, slot },
      calendar: { zone: 'Asia/Seoul' },
    });
    const own = controller.context.manifests
      .planOf('board', TODAY)!
      .filter(({ bookingId }) => bookingId === 'bread-booking');
    expect(moment.turn).toEqual({
      number: own.findIndex(({ startMs }) => startMs === slot.startMs) + 1,
      of: own.length,
    });
    expect(moment.organizations.map(({ id }) => id)).toEqual(['fund', 'guild', 'office']);
    expect(moment.shops.map(({ id }) => id)).toEqual(['bakery', 'noodle-bar']);
  });

  it('[S3] lies under what is announced now as long as that lasts', async () => {
    const expiresAt = NOON + HOUR_MS;
    const quake = anAnnouncement({ sentAt: NOON, expiresAt });
    await announced(quake);
    const covered = await momentAt(expiresAt - 1);
    expect(covered).toMatchObject({ layer: 'emergency', slide: null, announcement: quake });
    expect(covered.slot?.endMs).toBeGreaterThanOrEqual(expiresAt);
    expect(covered.explanation).toMatchObject({
      state: 'not',
      reason: 'displaced-by-announcement',
    });
    expect((await momentAt(expiresAt)).layer).toBe('slot');
  });

  it('is dark while the board is blanked, and house slides where nothing is booked', async () => {
    await change(controller.context, { job: 'test' }, async (records, noted) => {
      const board = (await records.screens.get('board'))!;
      await records.screens.put({ ...board, blankUntil: NOON + 10 * MINUTE_MS });
      for (const booking of await records.bookings.all())
        await records.bookings.put({ ...booking, state: 'ended' });
      noted.touch('screens', 'bookings');
    });
    expect(await momentAt(NOON + 60_000)).toMatchObject({ layer: 'blank', slide: null });
    expect(await momentAt(NOON + HOUR_MS)).toMatchObject({
      ...{ layer: 'house', slide: { id: 'clock' }, explanation: null, turn: null },
    });
  });

  it('reaches to the last day of the manifest and says so', async () => {
    const { firstDate } = controller.context.manifests.ofScreen('board')!.manifest.calendar;
    expect(addDays(firstDate, 119)).toBe('2027-03-20');
    expect((await momentAt(Date.parse('2027-03-20T23:59:59+09:00'))).date).toBe('2027-03-20');
    const beyond = await codeAt(Date.parse('2027-03-21T00:00:00+09:00'));
    expect(beyond?.code).toBe('not-found');
    expect(beyond?.title).toBe(
      '이 화면은 2026년 11월 23일(월) 낮 12:00부터 2027년 3월 20일(토)까지 볼 수 있습니다. 그 사이의 시각을 골라 주십시오.',
    );
    expect((await codeAt(NOON - 1))?.title).toBe(beyond?.title);
    expect((await codeAt(NOON, 'nowhere'))?.code).toBe('not-found');
  });
});

describe('a moment that is past', () => {
  it('shows the text as it was when it was shown, though it was corrected since', async () => {
    const [slot, later] = [slotOf('bread-booking'), slotOf('bread-booking', NOON + MINUTE_MS)];
    await played(slot);
    clock = NOON + HOUR_MS;
    await correctBread();
    const shown = await momentAt(slot.startMs + 1000);
    expect(shown).toMatchObject({
      ...{ source: 'record', layer: 'slot', slot, play: { outcome: 'played' } },
      slide: { id: 'bread', revisionId: 'bread-r1', content: noticeContent('bread') },
      explanation: { state: 'on-air' },
    });
    const unrecorded = await momentAt(later.startMs + 1000);
    expect(unrecorded).toMatchObject({ play: null, slide: { content: noticeContent('bread') } });
    const next = slotOf('bread-booking', clock);
    clock += HOUR_MS;
    expect((await momentAt(next.startMs)).slide?.content).toEqual(noticeContent('새 빵'));
  });

  it('trusts the revision that the board recorded rather than the one that it was sent', async () => {
    const slot = slotOf('bread-booking', NOON + HOUR_MS);
    clock = NOON + MINUTE_MS;
    await correctBread();
    await played(slot);
    clock = NOON + 2 * HOUR_MS;
    expect((await momentAt(slot.startMs + 1000)).slide).toMatchObject({
      ...{ revisionId: 'bread-r1', shopId: 'bakery', dwellMs: 15_000 },
      content: noticeContent('bread'),
    });
  });

  it('shows a slide that was withdrawn since, up to the instant of the withdrawal', async () => {
    const slot = slotOf('bread-booking', NOON + HOUR_MS);
    clock = slot.startMs + 5000;
    await run(async (records) => {
      const slide = (await records.slides.get('bread'))!;
      await records.slides.put({ ...slide, state: 'withdrawn' });
    });
    const withdrawnAt = clock;
    clock += HOUR_MS;
    expect(await momentAt(withdrawnAt - 1)).toMatchObject({
      slide: { id: 'bread', content: noticeContent('bread') },
      slot: { startMs: slot.startMs, endMs: withdrawnAt },
      explanation: { state: 'on-air' },
    });
    expect((await momentAt(withdrawnAt)).slide?.id).not.toBe('bread');
  });

  it('[S3] has the announcements of then, but where the board recorded a play', async () => {
    const [sentAt, clearedAt] = [NOON + HOUR_MS, NOON + 2 * HOUR_MS];
    clock = NOON + 5 * HOUR_MS;
    const quake = anAnnouncement({ sentAt, clearedAt, expiresAt: sentAt + DAY_MS });
    await announced(quake);
    const layers = [];
    for (const at of [sentAt - 1, sentAt, clearedAt - 1, clearedAt, clearedAt + 60_000])
      layers.push((await momentAt(at)).layer);
    expect(layers).toEqual(['slot', 'emergency', 'emergency', 'all-clear', 'slot']);
    expect((await momentAt(sentAt)).announcement?.clearedAt).toBeNull();
    const slot = slotOf('bread-booking', sentAt);
    await played(slot);
    expect(await momentAt(slot.startMs + 1000)).toMatchObject({
      ...{ layer: 'slot', announcement: null, slide: { id: 'bread' } },
      explanation: { state: 'on-air' },
    });
  });

  it('[S11] tells a slide that failed on the board', async () => {
    const slot = slotOf('bread-booking');
    await played(slot, { outcome: 'failed', startedAt: slot.startMs, endedAt: slot.startMs });
    clock = NOON + HOUR_MS;
    expect(await momentAt(slot.endMs - 1)).toMatchObject({
      play: { outcome: 'failed' },
      explanation: { state: 'not', reason: 'failed-on-board' },
    });
  });

  it('is of the night before while its hours go on', async () => {
    await change(controller.context, { job: 'test' }, async (records, noted) => {
      const board = (await records.screens.get('board'))!;
      const week = Array.from({ length: 7 }, () => ({ fromMinute: 600, toMinute: 1500 }));
      await records.screens.put({ ...board, week });
      noted.touch('screens');
    });
    const midnight = Date.parse('2026-11-24T00:00:00+09:00');
    clock = midnight + 12 * HOUR_MS;
    expect(await momentAt(midnight + HOUR_MS - 1)).toMatchObject({ date: TODAY, layer: 'slot' });
    expect(await momentAt(midnight + HOUR_MS)).toMatchObject({ date: '2026-11-24', layer: 'off' });
  });
});
