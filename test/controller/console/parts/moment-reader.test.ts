import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  MomentReader,
  type MomentQuestion,
} from '../../../../controller/console/parts/moment-reader.ts';
import type { Moment } from '../../../../shared/protocol/http/planning.ts';
import { Refusal } from '../../../../shared/problem.ts';
import { dayPlan } from '../../../../shared/schedule/day-plan.ts';
import { manifest } from '../../../support/console-fixture.ts';
import { momentAt } from '../../../support/eventful-day.ts';
import { seoul, TEST_DATE } from '../../../support/manifest-builder.ts';

const slots = dayPlan(manifest, TEST_DATE);
const AT = seoul('15:45:00');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A reader, what it was asked, and the replies, to be let through by the test. */
function reading() {
  const asked: number[] = [];
  const replies: ((refusal?: Refusal) => void)[] = [];
  const ask = ({ at }: MomentQuestion) => {
    asked.push(at);
    return new Promise<Moment>((resolve, reject) =>
      replies.push((refusal) =>
        refusal ? reject(refusal) : resolve(momentAt(manifest, slots, at)),
      ),
    );
  };
  let wanted = { screenId: 'plaza-1', at: AT };
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => reader.put(wanted, []),
    updateComplete: Promise.resolve(true),
  };
  const reader: MomentReader = new MomentReader(host, ask);
  const look = (at: number) => {
    wanted = { screenId: 'plaza-1', at };
    reader.put(wanted, []);
  };
  const reply = async (refusal?: Refusal) => {
    replies.shift()?.(refusal);
    await vi.advanceTimersByTimeAsync(500);
  };
  return { reader, asked, look, reply };
}

describe('the moment that a page looks at', () => {
  it('is asked once for all of its slot while that is fresh', async () => {
    const { reader, asked, look, reply } = reading();
    look(AT);
    await vi.advanceTimersByTimeAsync(0);
    await reply();
    for (const seconds of [1, 2, 4]) look(AT + seconds * 1000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual([AT]);
    expect(reader.isOld).toBe(false);
    look(AT + 5000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual([AT, AT + 5000]);
  });

  it('asks one at a time, and of those that were wanted meanwhile only the newest', async () => {
    const { reader, asked, look, reply } = reading();
    for (const minutes of [0, 1, 2]) {
      look(AT + minutes * 60_000);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(asked).toEqual([AT]);
    await reply();
    expect(reader.moment?.at).toBe(AT);
    expect(reader.isOld).toBe(true);
    await reply();
    expect(asked).toEqual([AT, AT + 120_000]);
    expect(reader.moment?.at).toBe(AT + 120_000);
  });

  it('keeps the old one when it is refused, and asks again only when told to', async () => {
    const { reader, asked, look, reply } = reading();
    look(AT);
    await vi.advanceTimersByTimeAsync(0);
    await reply();
    look(AT + 60_000);
    await vi.advanceTimersByTimeAsync(500);
    await reply(new Refusal('unavailable', '서버에 닿지 않습니다.'));
    look(AT + 60_000);
    await vi.advanceTimersByTimeAsync(500);
    expect(reader.refusal?.code).toBe('unavailable');
    expect(reader.moment?.at).toBe(AT);
    expect(asked).toHaveLength(2);
    reader.again();
    await vi.advanceTimersByTimeAsync(500);
    await reply();
    expect(asked).toHaveLength(3);
    expect([reader.refusal, reader.moment?.at]).toEqual([undefined, AT + 60_000]);
  });

  it('goes on to what is wanted by now when something older is refused', async () => {
    const { reader, asked, look, reply } = reading();
    look(AT);
    await vi.advanceTimersByTimeAsync(0);
    look(AT + 60_000);
    await reply(new Refusal('unavailable', '서버에 닿지 않습니다.'));
    expect(asked).toEqual([AT, AT + 60_000]);
    expect(reader.refusal).toBeUndefined();
  });
});
