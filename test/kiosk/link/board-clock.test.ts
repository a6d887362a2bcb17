import { describe, expect, it } from 'vitest';
import { BoardClock } from '../../../kiosk/link/board-clock.ts';

const SERVER = 1_795_000_000_000;

/** Clocks that a test turns: `mono` runs, `wall` is whatever the PC believes. */
function clocks(wallMs: number) {
  const state = { mono: 1_000, wall: wallMs };
  return {
    state,
    sources: { monotonicMs: () => state.mono, wallMs: () => state.wall },
    run: (ms: number) => {
      state.mono += ms;
      state.wall += ms;
    },
  };
}

const DAY_MS = 86_400_000;

describe('board clock', () => {
  it('[B12] believes the wall clock until a server is heard', () => {
    const { sources } = clocks(SERVER);
    expect(new BoardClock(sources).now()).toBe(SERVER);
  });

  it('[B11] takes half the round trip, and prefers the sample with the least delay', () => {
    const { state, sources, run } = clocks(SERVER - 32_400_000);
    const clock = new BoardClock(sources);
    const slow = clock.stamp();
    run(200);
    clock.sample(slow, SERVER + 20);
    const quick = clock.stamp();
    run(4);
    clock.sample(quick, SERVER + 202);
    expect(clock.now()).toBe(SERVER + 204);
    expect(clock.offsetMs()).toBe(SERVER + 204 - state.wall);
  });

  it.each([
    { why: 'a day ahead', jump: 86_400_000 },
    { why: 'a day back', jump: -86_400_000 },
    { why: 'to 1970', jump: -SERVER },
  ])('[B12] does not follow a wall clock that jumps $why, and reports it once', ({ jump }) => {
    const { state, sources, run } = clocks(SERVER);
    const clock = new BoardClock(sources);
    clock.sample(clock.stamp(), SERVER);
    run(5_000);
    state.wall += jump;
    expect(clock.now()).toBe(SERVER + 5_000);
    expect(clock.takeJump()).toBe(jump);
    expect(clock.takeJump()).toBe(0);
  });

  it('[B11] never turns back by a small correction, but follows a large one', () => {
    const { sources, run } = clocks(SERVER);
    const clock = new BoardClock(sources);
    expect(clock.now()).toBe(SERVER);
    clock.sample(clock.stamp(), SERVER - 40);
    expect(clock.now()).toBe(SERVER);
    run(100);
    expect(clock.now()).toBe(SERVER + 60);
    clock.sample(clock.stamp(), SERVER - 3_600_000);
    expect(clock.now()).toBe(SERVER - 3_600_000);
  });

  it('[B12] starts from what it remembers, and never before the last word of the server', () => {
    const { sources } = clocks(0);
    const remembered = { offsetMs: 500, serverAt: SERVER };
    expect(new BoardClock(sources, remembered).now()).toBe(SERVER);
    const late = clocks(SERVER + 60_000);
    expect(new BoardClock(late.sources, remembered).now()).toBe(SERVER + 60_500);
  });

  it('[B12] takes the date of an answer where the PC started in 1970, until a round trip tells it', () => {
    const { sources, run } = clocks(5_000);
    const clock = new BoardClock(sources);
    clock.hint(SERVER);
    expect(clock.now()).toBe(SERVER);
    expect(clock.isSure).toBe(false);
    run(1_000);
    clock.sample(clock.stamp(), SERVER + 1_300);
    clock.hint(SERVER + 90_000);
    expect(clock.now()).toBe(SERVER + 1_300);
  });

  it('[B12] leaves a clock that was set to itself, whatever the date of an answer', () => {
    const { sources } = clocks(SERVER);
    const clock = new BoardClock(sources);
    clock.hint(SERVER + DAY_MS);
    expect(clock.now()).toBe(SERVER);
  });

  it('[B13] tells a drift of two seconds once, and then only what has come since', () => {
    const { state, sources, run } = clocks(SERVER);
    const clock = new BoardClock(sources);
    clock.sample(clock.stamp(), SERVER);
    const drifts = Array.from({ length: 48 }, (_, hour) => {
      run(DAY_MS / 24);
      state.wall -= 2_000 / 24;
      clock.sample(clock.stamp(), SERVER + ((hour + 1) * DAY_MS) / 24);
      expect(clock.takeJump()).toBe(0);
      return clock.takeDrift();
    });
    expect(drifts.filter((ms) => ms !== 0)).toEqual([2_000, 2_000]);
  });

  it('[B13] tells how far it went wrong itself while no server was heard', () => {
    const { sources, run } = clocks(SERVER);
    const clock = new BoardClock(sources);
    clock.sample(clock.stamp(), SERVER);
    run(3 * DAY_MS);
    expect(clock.takeDrift()).toBe(0);
    clock.sample(clock.stamp(), SERVER + 3 * DAY_MS + 6_000);
    expect(clock.now()).toBe(SERVER + 3 * DAY_MS + 6_000);
    expect(clock.takeDrift()).toBe(6_000);
    expect(clock.takeDrift()).toBe(0);
  });

  it('[B13] does not take a jump of the wall clock for a drift', () => {
    const { state, sources } = clocks(SERVER);
    const clock = new BoardClock(sources);
    clock.sample(clock.stamp(), SERVER);
    state.wall += DAY_MS;
    expect([clock.takeJump(), clock.takeDrift()]).toEqual([DAY_MS, 0]);
  });

  it('[B14] is sure for a day after a server was heard in this run, and not before', () => {
    const { sources, run } = clocks(SERVER);
    const clock = new BoardClock(sources, { offsetMs: 0, serverAt: SERVER - 1_000 });
    expect(clock.isSure).toBe(false);
    clock.sample(clock.stamp(), SERVER);
    run(DAY_MS - 1);
    expect(clock.isSure).toBe(true);
    run(1);
    expect(clock.isSure).toBe(false);
  });
});
