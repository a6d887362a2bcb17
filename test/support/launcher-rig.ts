/** A launcher with a real browser, in a folder of its own. */
import { join } from 'node:path';
import { FaultBox } from '../../kiosk/launcher/fault-box.ts';
import { Launcher } from '../../kiosk/launcher/launcher.ts';
import { boardTimes, type LauncherTimes } from '../../kiosk/launcher/times.ts';
import type { BoardPage } from '../../kiosk/launcher/board-page.ts';
import type { PageState } from '../../kiosk/launcher/page-probe.ts';
import type { LauncherFault } from '../../shared/protocol/launcher.ts';
import { ALL_FAULTS } from './fault-counts.ts';
import { chromiumFlags, chromiumPath } from './chromium.ts';
import { temporaryFolder } from './controller-process.ts';

export interface LauncherRig {
  readonly launcher: Launcher;
  readonly page: () => BoardPage;
  readonly faults: () => readonly LauncherFault[];
  readonly log: readonly string[];
  readonly folder: string;
  /** Resolves with the page's state once `isSo`; rejects after `limitMs` with the log. */
  readonly until: (isSo: (state: PageState) => boolean, limitMs?: number) => Promise<PageState>;
  /** The fault that comes after `act`, which may break the page under itself. */
  readonly faultAfter: (act: () => Promise<unknown>) => Promise<LauncherFault>;
  readonly stop: () => Promise<void>;
}

const FAULT_MS = 30_000;

/** Where `TEST_FAULTS=all`, with the times of a real board; else with shorter ones. */
export const testTimes: LauncherTimes = ALL_FAULTS
  ? boardTimes
  : {
      ...boardTimes,
      beatMs: 200,
      lookMs: 500,
      hangMs: 3_000,
      plainMs: 1_500,
      undrawnMs: 3_000,
      settleMs: 300,
      overdueMs: 5_000,
      retryMs: 200,
      longestRetryMs: 400,
      recentMs: 100,
      firstWaitMs: 10,
      tellMs: 1_000,
    };

export function startLauncher(
  url: string,
  options: { readonly times?: LauncherTimes; readonly flags?: readonly string[] } = {},
): LauncherRig {
  const folder = temporaryFolder();
  const log: string[] = [];
  const note = (line: string) => log.push(line);
  const faults = new FaultBox(join(folder.path, 'faults.json'), note);
  const launcher = new Launcher({
    settings: {
      boardUrl: new URL(url),
      chromium: chromiumPath(),
      stateFolder: folder.path,
      window: { widthPx: 960, heightPx: 540, leftPx: 0, topPx: 0 },
      // Without a display, this is how large the browser takes it to be.
      extraFlags: options.flags ?? [...chromiumFlags, '--screen-info={960x540}'],
    },
    times: options.times ?? testTimes,
    device: {
      brightnessPercent: null,
      temperatureC: () => 41.5,
      setBrightness: () => Promise.resolve(),
    },
    faults,
    version: 'test',
    log: note,
    now: () => Date.now(),
  });
  const running = launcher.run();
  return {
    launcher,
    page: () => {
      if (!launcher.page) throw new Error(`no page is there:\n${log.join('\n')}`);
      return launcher.page;
    },
    faults: () => faults.faults,
    log,
    folder: folder.path,
    until: (isSo, limitMs = 60_000) => untilState({ launcher, isSo, limitMs, log }),
    faultAfter: async (act) => {
      const before = new Set(faults.faults.map(({ id }) => id));
      act().catch(() => undefined);
      const until = Date.now() + FAULT_MS;
      while (Date.now() < until) {
        const fault = faults.faults.find(({ id }) => !before.has(id));
        if (fault) return fault;
        await new Promise((wake) => setTimeout(wake, 50));
      }
      throw new Error(`no fault within ${FAULT_MS} ms:\n${log.join('\n')}`);
    },
    stop: async () => {
      await launcher.stop();
      await running;
      folder.remove();
    },
  };
}

async function untilState(question: {
  readonly launcher: Launcher;
  readonly isSo: (state: PageState) => boolean;
  readonly limitMs: number;
  readonly log: readonly string[];
}): Promise<PageState> {
  const { launcher, isSo, limitMs, log } = question;
  const until = Date.now() + limitMs;
  let last: PageState | null = null;
  while (Date.now() < until) {
    last = (await launcher.page?.state(2_000).catch(() => null)) ?? null;
    if (last && isSo(last)) return last;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`not within ${limitMs} ms: ${JSON.stringify(last)}\n${log.join('\n')}`);
}
