import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change } from '../../../controller/usecases/change.ts';
import type { Beat } from '../../../shared/protocol/events.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { ReportingBoard } from '../../support/reporting-board.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { NOON, TODAY } from '../../support/test-desk.ts';
import { anAnnouncement, bookingFields } from '../../support/values.ts';

let controller: TestController;
let manager: TestClient;
let board: ReportingBoard | undefined;
let clock = NOON;
beforeEach(async () => {
  clock = NOON;
  controller = await startTestController({ now: () => clock });
  manager = await controller.as('manager');
});
afterEach(async () => {
  board?.close();
  board = undefined;
  await controller.stop();
});

const why = (at: number, bookingId = 'bread-booking', screenId = 'board') =>
  manager.send('explainBooking', {
    params: { screenId },
    query: { bookingId, at: String(at) },
  });
const whyOf = async (at: number, bookingId?: string) => (await why(at, bookingId)).value!;
const nextOf = (booked: string, at: number) =>
  controller.context.manifests
    .planOf('board', TODAY)!
    .find(({ bookingId, startMs }) => bookingId === booked && startMs > at)!;
const nextBread = (at: number) => nextOf('bread-booking', at);

describe('why a booking is on the board, or not', () => {
  it('[S11] agrees with the plan, now and later', async () => {
    const news = nextOf('news-booking', NOON + HOUR_MS);
    const slot = nextBread(news.startMs);
    expect(await whyOf(slot.startMs)).toEqual({ state: 'on-air', reason: null, slot });
    expect(await whyOf(news.startMs)).toEqual({ state: 'waiting', reason: null, slot });
  });

  it.each([
    { fields: { fromDate: '2026-12-01' }, reason: 'outside-dates' },
    { fields: { toDate: '2026-11-22' }, reason: 'expired' },
    { fields: { fromMinute: 600, toMinute: 660 }, reason: 'outside-hours' },
    { fields: { excludedDates: [TODAY] }, reason: 'excluded-date' },
  ])('[S11] says $reason', async ({ fields, reason }) => {
    const body = bookingFields({ shopId: 'bakery', slideIds: ['bread'], ...fields });
    const { id } = await manager.get('createBooking', { body });
    expect(await whyOf(NOON + HOUR_MS, id)).toMatchObject({ state: 'not', reason });
  });

  it('[S11] knows what the board cannot show now, and not of later', async () => {
    board = await ReportingBoard.open(controller, 'board');
    const slot = nextBread(NOON);
    clock = slot.startMs;
    const said = async (beat: Partial<Beat>) => {
      await board!.beat(beat);
      return (await whyOf(slot.startMs)).reason;
    };
    expect(await said({ failedSlideIds: ['bread'] })).toBe('failed-on-board');
    expect(await said({ waitingSlideIds: ['bread'] })).toBe('media-not-ready');
    expect((await whyOf(nextBread(NOON + HOUR_MS).startMs)).reason).toBeNull();
    expect(await said({})).toBeNull();
    await said({ failedSlideIds: ['bread'] });
    clock += MINUTE_MS;
    expect((await whyOf(nextBread(clock).startMs)).reason).toBeNull();
  });

  it('[S11] tells the past as it was: announcements of then, a booking that was ended since', async () => {
    const quake = anAnnouncement({ sentAt: NOON + MINUTE_MS, clearedAt: NOON + 10 * MINUTE_MS });
    await controller.store.transact((records) => records.announcements.put(quake));
    const [covered, free] = [nextBread(NOON + 2 * MINUTE_MS), nextBread(NOON + 30 * MINUTE_MS)];
    const news = nextOf('news-booking', NOON + 30 * MINUTE_MS);
    clock = NOON + HOUR_MS;
    await change(controller.context, { job: 'test' }, async (records, noted) => {
      const booking = (await records.bookings.get('bread-booking'))!;
      await records.bookings.put({ ...booking, state: 'ended', toDate: '2026-11-20' });
      noted.touch('bookings');
    });
    expect(await whyOf(covered.startMs)).toMatchObject({
      ...{ state: 'not', reason: 'displaced-by-announcement' },
    });
    expect(await whyOf(free.startMs)).toEqual({ state: 'on-air', reason: null, slot: free });
    expect((await whyOf(news.startMs)).state).toBe('waiting');
    expect(await whyOf(clock)).toEqual({ state: 'not', reason: 'expired', slot: null });
  });

  it.each([
    { what: 'booking', at: NOON, bookingId: 'nothing', screenId: 'board' },
    { what: 'screen', at: NOON, bookingId: 'bread-booking', screenId: 'nowhere' },
    { what: 'day', at: NOON - HOUR_MS, bookingId: 'bread-booking', screenId: 'board' },
  ])('refuses an unknown $what', async ({ at, bookingId, screenId }) => {
    const { problem } = await why(at, bookingId, screenId);
    expect(problem?.code).toBe('not-found');
  });
});
