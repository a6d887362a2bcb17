/** Whatever boards do: none stays silent untold, none that is heard is told of, and nobody is told too often. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNS } from '../../support/runs.ts';
import { simulate, type Told } from '../../support/watched-boards.ts';

const FOR_MS = 3_600_000;
/** Each run is an hour of looks. */
const FEW = { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 5) };
const MIN = 60_000;

/** A board's words by the pauses between them: mostly beats, now and then a blip or an outage. */
const words = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constant(15_000), weight: 12 },
      { arbitrary: fc.integer({ min: 1000, max: 40_000 }), weight: 3 },
      { arbitrary: fc.integer({ min: 40_000, max: 15 * MIN }), weight: 1 },
    ),
    { minLength: 20, maxLength: 250 },
  )
  .map((pauses) => {
    let at = 0;
    return pauses.map((pause) => (at += pause)).filter((one) => one <= FOR_MS);
  });
const house = fc.array(words, { minLength: 1, maxLength: 4 });
const restarts = fc.array(fc.integer({ min: 0, max: FOR_MS }), { maxLength: 2 });

function run(
  of: readonly (readonly number[])[],
  restartsAt: readonly number[] = [],
): readonly Told[] {
  return simulate({
    boards: of.map((said, index) => ({ id: `b${index}`, words: said })),
    forMs: FOR_MS,
    restartsAt,
  });
}

function longestPause(said: readonly number[]): number {
  return Math.max(...[...said, FOR_MS].map((at, index) => at - (said[index - 1] ?? 0)));
}

describe('what is told of boards', () => {
  it('[W1] every silence of 90 s is told by then, unless the board is in trouble already', () => {
    fc.assert(
      fc.property(house, (of) => {
        const told = run(of);
        of.forEach((said, index) => {
          [0, ...said].forEach((from, i, all) => {
            const to = all[i + 1] ?? FOR_MS;
            if (to - from < 90_000) return;
            const before = told.filter(
              ({ atMs, screenIds }) => atMs <= from + 90_000 && screenIds.includes(`b${index}`),
            );
            expect(before.at(-1)?.what).toBe('begun');
          });
        });
      }),
      FEW,
    );
  });

  it('[W1] a board without a pause of 60 s is never told of, whatever the controller and the others do', () => {
    fc.assert(
      fc.property(house, restarts, (of, restartsAt) => {
        const named = new Set(run(of, restartsAt).flatMap(({ screenIds }) => screenIds));
        of.forEach((said, index) => {
          // A start forgets: what was said just before it does not count.
          if (longestPause(said) < 59_000 - 20_000) expect(named.has(`b${index}`)).toBe(false);
        });
      }),
      FEW,
    );
  });

  it('[W4] begin and end take turns, and no board is told of more than five times in an hour', () => {
    fc.assert(
      fc.property(house, restarts, (of, restartsAt) => {
        const told = run(of, restartsAt);
        of.forEach((_said, index) => {
          const own = told.filter(({ screenIds }) => screenIds.includes(`b${index}`));
          own.forEach(({ what }, i) => expect(what).toBe(i % 2 === 0 ? 'begun' : 'ended'));
          expect(own.filter(({ what }) => what === 'begun').length).toBeLessThanOrEqual(5);
        });
      }),
      FEW,
    );
  });

  it('[W5] all boards at once make one message', () => {
    const phases = fc.array(fc.integer({ min: 0, max: 14_999 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(phases, fc.integer({ min: 2, max: 30 }), (of, minutes) => {
        const told = run(
          of.map((phase) => Array.from({ length: minutes * 4 }, (_, i) => i * 15_000 + phase)),
        );
        expect(told.map(({ what, screenIds }) => [what, screenIds.length])).toEqual([
          ['begun', of.length],
        ]);
      }),
      FEW,
    );
  });
});
