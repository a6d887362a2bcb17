import { describe, expect, it } from 'vitest';
import { beats, simulate, type Told } from '../../support/watched-boards.ts';

const MIN = 60_000;
const HOUR = 60 * MIN;
const brief = (told: readonly Told[]) =>
  told.map(({ what, screenIds }) => `${what} ${screenIds.join('+')}`);

describe('a silent board', () => {
  it('[W1] [53] is told once, within 65 s of its last word, and once when it is back', () => {
    const words = beats([
      [0, 10 * MIN],
      [15 * MIN, 30 * MIN],
    ]);
    const told = simulate({ boards: [{ id: 'a', words }], forMs: 30 * MIN });
    const last = words.filter((at) => at < 10 * MIN).at(-1)!;
    expect(told).toEqual([
      { atMs: expect.any(Number) as number, what: 'begun', screenIds: ['a'], kinds: ['silent'] },
      { atMs: 16 * MIN, what: 'ended', screenIds: ['a'], kinds: ['silent'] },
    ]);
    expect(told[0]!.atMs - last).toBeGreaterThanOrEqual(60_000);
    expect(told[0]!.atMs - last).toBeLessThanOrEqual(65_000);
  });

  it.each([
    { silentMs: 20_000, times: 0 },
    { silentMs: 45_000, times: 0 },
    { silentMs: 59_000, times: 0 },
    { silentMs: 70_000, times: 1 },
  ])('[W1] of $silentMs ms is told $times times', ({ silentMs, times }) => {
    const back = 4 * MIN + 45_000 + silentMs;
    const words = beats([
      [0, 5 * MIN],
      [back, 20 * MIN],
    ]);
    const told = simulate({ boards: [{ id: 'a', words }], forMs: 20 * MIN });
    expect(told.filter(({ what }) => what === 'begun')).toHaveLength(times);
  });

  it('[W2] is no trouble while the board is closed, and has five minutes after the opening', () => {
    const night = { boards: [{ id: 'a', words: beats([[0, MIN]]) }], forMs: 30 * MIN };
    const opening = (fromMs: number, toMs: number) => ({ ...night, opening: { fromMs, toMs } });
    expect(simulate(opening(-HOUR, MIN))).toEqual([]);
    const late = simulate(opening(10 * MIN, HOUR));
    expect(late).toMatchObject([{ what: 'begun', atMs: 15 * MIN }]);
  });

  it('[W3] is not one that was not heard since the controller’s own start, for a minute', () => {
    const words = beats([[0, 20 * MIN]], 7000);
    expect(
      simulate({ boards: [{ id: 'a', words }], forMs: 20 * MIN, restartsAt: [5 * MIN, 6 * MIN] }),
    ).toEqual([]);
    const sleeps = { fromMs: 5 * MIN, toMs: 12 * MIN };
    const slept = words.filter((at) => at < sleeps.fromMs || at >= sleeps.toMs + 20_000);
    expect(simulate({ boards: [{ id: 'a', words: slept }], forMs: 20 * MIN, sleeps })).toEqual([]);
  });

  it('[W3] is told once, also when the controller starts anew meanwhile', () => {
    const words = beats([
      [0, 2 * MIN],
      [20 * MIN, 30 * MIN],
    ]);
    const told = simulate({
      boards: [{ id: 'a', words }],
      forMs: 30 * MIN,
      restartsAt: [4 * MIN, 9 * MIN, 20 * MIN + 20_000],
    });
    expect(brief(told)).toEqual(['begun a', 'ended a']);
  });

  it('[W4] [53] that comes and goes is told once', () => {
    const spans = Array.from(
      { length: 20 },
      (_, i) => [i * 2 * MIN, i * 2 * MIN + 40_000] as const,
    );
    const words = beats([...spans, [40 * MIN, 80 * MIN]]);
    const told = simulate({ boards: [{ id: 'a', words }], forMs: 80 * MIN });
    expect(brief(told)).toEqual(['begun a', 'ended a']);
  });

  it('[W4] that falls silent again soon has to be back for a quarter of an hour', () => {
    const words = beats([
      [0, 5 * MIN],
      [8 * MIN, 12 * MIN],
      [15 * MIN, 19 * MIN],
      [22 * MIN, 60 * MIN],
    ]);
    const told = simulate({ boards: [{ id: 'a', words }], forMs: 60 * MIN });
    expect(brief(told)).toEqual(['begun a', 'ended a', 'begun a', 'ended a']);
    expect(told[3]!.atMs).toBe(22 * MIN + 15 * MIN);
  });

  it('[W5] [53] with all others of its place makes one message that names them all, and one when they are back', () => {
    const boards = ['a', 'b', 'c', 'd'].map((id, index) => ({
      id,
      words: beats(
        [
          [0, 5 * MIN],
          [15 * MIN, 30 * MIN],
        ],
        index * 3700,
      ),
    }));
    const told = simulate({ boards, forMs: 30 * MIN });
    expect(told.map(({ what, screenIds }) => [what, [...screenIds].sort()])).toEqual([
      ['begun', ['a', 'b', 'c', 'd']],
      ['ended', ['a', 'b', 'c', 'd']],
    ]);
    expect(told[0]!.atMs - 5 * MIN).toBeLessThanOrEqual(90_000);
  });

  it('[W5] does not wait for others that are heard', () => {
    const boards = [
      { id: 'a', words: beats([[0, 5 * MIN]]) },
      { id: 'b', words: beats([[0, 30 * MIN]], 4000) },
    ];
    const [first] = simulate({ boards, forMs: 30 * MIN });
    expect(first!.atMs - (5 * MIN - 15_000)).toBeLessThanOrEqual(65_000);
  });
});

describe('trouble of a board that is heard', () => {
  const words = beats([[0, 3 * HOUR]]);
  const during = (fromMs: number, toMs: number) => (at: number) => fromMs <= at && at < toMs;

  it.each([
    { kind: 'safe-mode', bad: { safeMode: true }, after: MIN, well: MIN },
    { kind: 'clock', bad: { clockOffsetMs: -2500 }, after: MIN, well: 5 * MIN },
    {
      kind: 'storage',
      bad: { storage: { usedBytes: 95, quotaBytes: 100, persisted: true } },
      after: MIN,
      well: 5 * MIN,
    },
    { kind: 'plays', bad: { unsentPlays: 900 }, after: 10 * MIN, well: MIN },
  ] as const)(
    '[W6] $kind is told when it lasts, and when it is over',
    ({ kind, bad, after, well }) => {
      const isBad = during(10 * MIN, 40 * MIN);
      const beat = (at: number) => (isBad(at) ? bad : {});
      const told = simulate({ boards: [{ id: 'a', words, beat }], forMs: HOUR });
      expect(told).toEqual([
        { atMs: 10 * MIN + after, what: 'begun', screenIds: ['a'], kinds: [kind] },
        { atMs: 40 * MIN + well, what: 'ended', screenIds: ['a'], kinds: [kind] },
      ]);
    },
  );

  it('[W6] is not told of a moment', () => {
    const isBad = during(10 * MIN, 10 * MIN + 50_000);
    const beat = (at: number) => (isBad(at) ? { safeMode: true, clockOffsetMs: 9000 } : {});
    expect(simulate({ boards: [{ id: 'a', words, beat }], forMs: HOUR })).toEqual([]);
  });

  it('[W6] three faults of the picture within an hour are told, two are not', () => {
    const twice = { id: 'a', words, faults: (at: number) => (at > 5 * MIN ? 2 : 0) };
    expect(simulate({ boards: [twice], forMs: HOUR })).toEqual([]);
    const thrice = { id: 'a', words, faults: (at: number) => (during(5 * MIN, HOUR)(at) ? 3 : 0) };
    const told = simulate({ boards: [thrice], forMs: 2 * HOUR });
    expect(told.map(({ what, kinds }) => [what, ...kinds])).toEqual([
      ['begun', 'faults'],
      ['ended', 'faults'],
    ]);
  });

  it('[W6] stays as it was while the board is silent', () => {
    const broken = beats([
      [0, 12 * MIN],
      [30 * MIN, HOUR],
    ]);
    const beat = () => ({ safeMode: true });
    const told = simulate({ boards: [{ id: 'a', words: broken, beat }], forMs: HOUR });
    expect(told.flatMap(({ what, kinds }) => kinds.map((kind) => `${what} ${kind}`))).toEqual([
      'begun safe-mode',
      'begun silent',
      'ended silent',
    ]);
  });
});
