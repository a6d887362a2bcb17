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

describe('board clock', () => {
  it('believes the wall clock until a server is heard', () => {
    const { sources } = clocks(SERVER);
    expect(new BoardClock(sources).now()).toBe(SERVER);
  });

  it('takes half the round trip, and prefers the sample with the least delay', () => {
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
  ])('does not follow a wall clock that jumps $why, and reports it once', ({ jump }) => {
    const { state, sources, run } = clocks(SERVER);
    const clock = new BoardClock(sources);
    clock.sample(clock.stamp(), SERVER);
    run(5_000);
    state.wall += jump;
    expect(clock.now()).toBe(SERVER + 5_000);
    expect(clock.takeJump()).toBe(jump);
    expect(clock.takeJump()).toBe(0);
  });

  it('never turns back by a small correction, but follows a large one', () => {
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

  it('starts from what it remembers, and never before the last word of the server', () => {
    const { sources } = clocks(0);
    const remembered = { offsetMs: 500, serverAt: SERVER };
    expect(new BoardClock(sources, remembered).now()).toBe(SERVER);
    const late = clocks(SERVER + 60_000);
    expect(new BoardClock(late.sources, remembered).now()).toBe(SERVER + 60_500);
  });
});
