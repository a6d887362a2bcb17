import type { ReactiveControllerHost } from 'lit';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Asking } from '../../../../controller/console/app/asking.ts';
import { Refusal } from '../../../../shared/problem.ts';

const PAUSE_MS = 300;
const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

/** Asks by a function whose replies the test gives, oldest first. */
function asked() {
  const questions: string[] = [];
  const replies: ((answer: string | Refusal) => void)[] = [];
  const asking = new Asking<string, string>(host, (question) => {
    questions.push(question);
    return new Promise((resolve, reject) =>
      replies.push((answer) => (answer instanceof Refusal ? reject(answer) : resolve(answer))),
    );
  });
  return { asking, questions, replies };
}

describe('Asking', () => {
  it('asks once, a moment after the last change', () => {
    const { asking, questions } = asked();
    asking.put('a');
    vi.advanceTimersByTime(PAUSE_MS - 1);
    asking.put('ab');
    vi.advanceTimersByTime(PAUSE_MS - 1);
    expect(questions).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(questions).toEqual(['ab']);
  });

  it('does not ask the same question twice, but when what the answer hangs on is another', () => {
    const { asking, questions } = asked();
    const [bookings, later] = [[1], [1]];
    for (const source of [bookings, bookings, later]) {
      asking.put('a', [source]);
      vi.advanceTimersByTime(PAUSE_MS);
    }
    expect(questions).toEqual(['a', 'a']);
  });

  it('keeps the old answer until the newest question is answered, whatever comes in between', async () => {
    const { asking, replies } = asked();
    asking.put('a');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    replies[0]?.('A');
    await vi.advanceTimersByTimeAsync(0);
    expect([asking.answer, asking.isOld]).toEqual(['A', false]);
    asking.put('b');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    asking.put('c');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    replies[1]?.('B');
    await vi.advanceTimersByTimeAsync(0);
    expect([asking.answer, asking.isOld]).toEqual(['A', true]);
    replies[2]?.('C');
    await vi.advanceTimersByTimeAsync(0);
    expect([asking.answer, asking.isOld]).toEqual(['C', false]);
  });

  it('keeps the old answer beside a refusal, and asks once more when told to', async () => {
    const { asking, questions, replies } = asked();
    asking.put('a');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    replies[0]?.('A');
    asking.put('b');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    replies[1]?.(new Refusal('unavailable', '서버에 닿지 않습니다.'));
    await vi.advanceTimersByTimeAsync(0);
    expect([asking.refusal?.message, asking.isOld]).toEqual(['서버에 닿지 않습니다.', true]);
    asking.again();
    asking.put('b');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    replies[2]?.('B');
    await vi.advanceTimersByTimeAsync(0);
    expect(questions).toEqual(['a', 'b', 'b']);
    expect([asking.answer, asking.refusal, asking.isOld]).toEqual(['B', undefined, false]);
  });

  it('forgets the answer where nothing is asked any more', async () => {
    const { asking, replies } = asked();
    asking.put('a');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    asking.put(undefined);
    replies[0]?.('A');
    await vi.advanceTimersByTimeAsync(0);
    expect([asking.answer, asking.isOld]).toEqual([undefined, false]);
  });
});
