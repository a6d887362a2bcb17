import type { GlassLimits } from './glass-watch.ts';
import type { RestartTimes } from './restart-plan.ts';

/** Every time that the launcher waits for something. */
export interface LauncherTimes extends GlassLimits, RestartTimes {
  /** Between two questions to the page. */
  readonly beatMs: number;
  /** Between two looks at the picture. */
  readonly lookMs: number;
  /** A page that has not answered by then hangs. */
  readonly hangMs: number;
  /** Before the page is called up again that could not be had; twice as long each time. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
  /** Between two tries to hand faults on. */
  readonly tellMs: number;
}

/** Of a real board: a wrong picture is known within 10 s, and a hung page is back within 15. */
export const boardTimes: LauncherTimes = {
  beatMs: 1_000,
  lookMs: 2_000,
  hangMs: 8_000,
  plainMs: 5_000,
  undrawnMs: 6_000,
  settleMs: 1_000,
  overdueMs: 60_000,
  startMs: 30_000,
  retryMs: 2_000,
  longestRetryMs: 30_000,
  recentMs: 600_000,
  firstWaitMs: 1_000,
  tellMs: 60_000,
};
