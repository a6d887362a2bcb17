import { describe, expect, it } from 'vitest';
import { playThen } from '../../../controller/usecases/play-then.ts';
import type { Slot } from '../../../shared/protocol/manifest.ts';
import { aPlay } from '../../support/values.ts';

const slotAt = (startMs: number, bookingId: string): Slot => ({
  ...{ startMs, endMs: startMs + 15_000, kind: 'booking', slideId: bookingId, bookingId },
  ...{ organizationId: 'guild', shopId: null },
});
const slots = [slotAt(0, 'a'), slotAt(15_000, 'b')];
const played = (bookingId: string, startedAt: number, endedAt: number) =>
  aPlay({ bookingId, slotStartMs: bookingId === 'a' ? 0 : 15_000, startedAt, endedAt });
const a = played('a', 80, 15_080);
const b = played('b', 15_080, 30_080);

describe('playThen', () => {
  it.each([
    { why: 'the play that covers the instant', at: 7_000, play: a, slot: slots[0] },
    { why: 'the slot that a late board still showed', at: 15_050, play: a, slot: slots[0] },
    { why: 'the one that began last where two touch', at: 15_080, play: b, slot: slots[1] },
    { why: 'the plan where nothing was recorded', at: 50, play: undefined, slot: slots[0] },
    { why: 'the play of a board that should be dark', at: 30_050, play: b, slot: slots[1] },
    { why: 'nothing in the dark', at: 40_000, play: undefined, slot: undefined },
  ])('tells $why', ({ at, play, slot }) => {
    expect(playThen(slots, [a, b], at)).toEqual({ play, slot });
  });

  it('has the second play of a slot whose text was corrected on the glass', () => {
    const first = { ...a, endedAt: 8_000, outcome: 'cut' as const };
    const second = { ...a, id: 'second', revisionId: 'slide-r2', startedAt: 8_000 };
    expect(playThen(slots, [first, second], 7_999).play).toBe(first);
    expect(playThen(slots, [first, second], 8_000).play).toBe(second);
  });

  it('has the planned slot where a board that was cut off played another one', () => {
    const other = aPlay({ bookingId: 'z', slotStartMs: 3_000, startedAt: 3_000, endedAt: 18_000 });
    expect(playThen(slots, [other], 4_000)).toEqual({ play: other, slot: slots[0] });
  });

  it("tells a slot's failure once it was reported, and a play rather than it", () => {
    const failed = { ...a, startedAt: 2_000, endedAt: 2_000, outcome: 'failed' as const };
    expect(playThen(slots, [failed], 1_999).play).toBeUndefined();
    expect(playThen(slots, [failed], 14_999).play).toBe(failed);
    expect(playThen(slots, [failed], 15_000).play).toBeUndefined();
    expect(playThen(slots, [a, failed], 5_000).play).toBe(a);
  });
});
