import { describe, expect, it } from 'vitest';
import { RestartPlan } from '../../../kiosk/launcher/restart-plan.ts';
import { boardTimes } from '../../../kiosk/launcher/times.ts';

describe('the plan of restarts', () => {
  it('[B46] begins with the page, goes on to the browser, and waits twice as long each time', () => {
    const plan = new RestartPlan(boardTimes);
    const restarts = Array.from({ length: 9 }, (_, i) => plan.next(i * 5_000));
    expect(restarts.map(({ what }) => what).slice(0, 4)).toEqual([
      'page',
      'page',
      'browser',
      'browser',
    ]);
    expect(restarts.map(({ waitMs }) => waitMs / 1000)).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60]);
    expect(restarts.findIndex(({ isLoop }) => isLoop)).toBe(4);
  });

  it('[B6] keeps the browser while only its page dies, so that the slide at fault is known', () => {
    const plan = new RestartPlan(boardTimes);
    plan.next(0);
    plan.next(5_000);
    const deaths = [10_000, 15_000, 20_000, 25_000].map((atMs) => plan.next(atMs, 'page-died'));
    expect(deaths.map(({ what }) => what)).toEqual(['page', 'page', 'page', 'browser']);
  });

  it('[B46] forgets after ten quiet minutes', () => {
    const plan = new RestartPlan(boardTimes);
    for (let i = 0; i < 6; i += 1) plan.next(i);
    expect(plan.next(600_006)).toEqual({ what: 'page', waitMs: 0, isLoop: false });
  });
});
