/**
 * The simulated board day, played by a real board page in Chromium on a fake clock: what it recorded is what
 * was planned, slot for slot. A part of it here; the whole day by `npm run test:long -- day`.
 */
import { afterEach, describe, expect, it } from 'vitest';
import type { BookingFields } from '../../shared/content/booking.ts';
import type { Play } from '../../shared/content/play.ts';
import type { Slot } from '../../shared/protocol/manifest.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { startBoardHouse, type BoardHouse } from '../support/board-house.ts';
import { seoul, TEST_DATE } from '../support/manifest-builder.ts';
import { boardDay, dayTable } from '../support/plan-day.ts';
import type { SteppedBoard } from '../support/stepped-board.ts';
import { bookingFields } from '../support/values.ts';

interface Part {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** In mid-slot. */
  readonly changeAt: string;
  readonly change: (house: BoardHouse) => Promise<void>;
  /** Whether the day goes on as if nothing had happened. */
  readonly isNeutral: boolean;
}

const PART: Part = {
  name: 'over an hour’s end, while a shop gets two turns more',
  ...{ from: '08:54', to: '09:08', changeAt: '08:57:07', isNeutral: false },
  change: async ({ controller }) => {
    const admin = await controller.as('admin');
    const heavier = { ...booked('shop-07'), weight: 3, version: 1 };
    await admin.get('saveBooking', { params: { bookingId: 'shop-07' }, body: heavier });
  },
};
const DAY: Part = {
  name: 'the whole day, at whose noon tomorrow gets a booking more',
  ...{ from: '06:00', to: '24:00', changeAt: '12:00:07', isNeutral: true },
  change: async ({ controller }) => {
    const admin = await controller.as('admin');
    const body = { ...booked('shop-07'), fromDate: '2026-11-24', name: '내일부터' };
    await admin.get('createBooking', { body });
  },
};
const BOOT_MS = 10_000;

let house: BoardHouse;
let board: SteppedBoard;

afterEach(() => house.stop());

describe('a simulated board day', () => {
  it.each(process.env.TEST_DAY === undefined ? [PART] : [PART, DAY])(
    '[S8][S9] is recorded as it was planned: $name',
    async (part) => {
      const fromMs = seoul(part.from);
      house = await startBoardHouse(boardDay(), fromMs - BOOT_MS);
      const before = house.plan(TEST_DATE);
      expect(before).toEqual(dayPlan(boardDay(), TEST_DATE));
      board = await house.openBoard('board');
      await play(part);
      const planned = within(part, house.plan(TEST_DATE));
      if (part.isNeutral) expect(planned).toEqual(within(part, before));
      else expect(planned).not.toEqual(within(part, before));
      const recorded = await house.controller.store.records.plays.between(
        'board',
        fromMs,
        seoul(part.to),
      );
      expect(recorded.map(asRecorded)).toEqual(planned.map(asPlanned));
      const table = dayTable(recorded.map((record) => slotOf(record)));
      console.info(`${table}\n`);
      expect(table).toBe(dayTable(planned));
      expect(board.pulls).toBe(1);
      expect(board.errors).toEqual([]);
    },
  );
});

/** From slot to slot of the plan as it is then. */
async function play({ to, changeAt, change }: Part): Promise<void> {
  const toMs = seoul(to);
  let isChanged = false;
  for (;;) {
    const at = house.clock.at;
    const nextMs = nextStart(house.plan(TEST_DATE), at) ?? toMs;
    if (!isChanged && seoul(changeAt) < nextMs) {
      isChanged = true;
      await board.to(seoul(changeAt));
      await change(house);
      await board.untilRevision(2);
      continue;
    }
    await board.toSlot(nextMs);
    if (nextMs >= toMs) return;
  }
}

function nextStart(slots: readonly Slot[], at: number): number | undefined {
  return slots.find((slot) => slot.startMs > at)?.startMs;
}

function within({ from, to }: Part, slots: readonly Slot[]): readonly Slot[] {
  return slots.filter(({ startMs }) => startMs >= seoul(from) && startMs < seoul(to));
}

function asPlanned({ slideId, bookingId, startMs, endMs }: Slot) {
  return { slideId, bookingId, slotStartMs: startMs, startMs, endMs, outcome: 'played' };
}

function asRecorded({ slideId, bookingId, slotStartMs, startedAt, endedAt, outcome }: Play) {
  return { slideId, bookingId, slotStartMs, startMs: startedAt, endMs: endedAt, outcome };
}

/** What the record alone says of the slot. */
function slotOf({ slideId, bookingId, startedAt, endedAt }: Play): Slot {
  const booking = boardDay().bookings.find(({ id }) => id === bookingId);
  return {
    ...{ slideId, bookingId, startMs: startedAt, endMs: endedAt },
    kind: booking ? 'booking' : 'house',
    organizationId: booking?.organizationId ?? null,
    shopId: booking?.shopId ?? null,
  };
}

function booked(id: string): BookingFields {
  return bookingFields({ shopId: id, slideIds: [id], organizationId: 'association', name: id });
}
