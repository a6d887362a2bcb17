import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runJob, startJobs, type Job, type RunningJobs } from '../../../controller/jobs/jobs.ts';
import type { Context } from '../../../controller/usecases/context.ts';

/** 03:29:30 at night in Seoul. */
const BEFORE_HALF_PAST_THREE = Date.UTC(2026, 10, 21, 18, 29, 30);

const lines: { readonly level: string; readonly fields: object; readonly message: string }[] = [];
const note = (level: string) => (fields: object, message: string) =>
  void lines.push({ level, fields, message });
const log = { info: note('info'), warn: note('warn'), error: note('error') };
const contextOf = (zones: readonly string[]) =>
  ({
    log,
    store: {
      records: { screens: { all: () => Promise.resolve(zones.map((zone) => ({ zone }))) } },
    },
  }) as unknown as Context;

let running: RunningJobs | undefined;
beforeEach(() => {
  lines.length = 0;
  vi.useFakeTimers({ now: BEFORE_HALF_PAST_THREE });
});
afterEach(async () => {
  vi.useRealTimers();
  await running?.stop();
  running = undefined;
});

const nightly = (work: Job['work']): Job => ({ name: 'backup', when: '30 3 * * *', work });

describe('startJobs', () => {
  it.each([
    { zones: [], runs: 1 },
    { zones: ['Asia/Seoul'], runs: 1 },
    { zones: ['Europe/Oslo'], runs: 0 },
  ])('goes by the clock of the screens: $zones', async ({ zones, runs }) => {
    const work = vi.fn(() => Promise.resolve(null));
    running = await startJobs(contextOf(zones), [nightly(work)]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(work).toHaveBeenCalledTimes(runs);
  });

  it('goes on after a job that threw, and says so', async () => {
    let run = 0;
    const work = () => {
      run += 1;
      return run === 1 ? Promise.reject(new Error('disk')) : Promise.resolve({ run });
    };
    running = await startJobs(contextOf([]), [{ name: 'plans', when: '* * * * *', work }]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(lines).toMatchObject([
      { level: 'error', fields: { job: 'plans', err: new Error('disk') } },
      { level: 'info', fields: { job: 'plans', run: 2 } },
    ]);
  });

  it('does not start a job that still runs', async () => {
    let release: (value: null) => void = () => undefined;
    const work = vi.fn(() => new Promise<null>((resolve) => (release = resolve)));
    running = await startJobs(contextOf([]), [{ name: 'media', when: '* * * * *', work }]);
    await vi.advanceTimersByTimeAsync(180_000);
    expect(work).toHaveBeenCalledTimes(1);
    expect(lines).toMatchObject([
      { level: 'warn', fields: { job: 'media' } },
      { level: 'warn', fields: { job: 'media' } },
    ]);
    release(null);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(work).toHaveBeenCalledTimes(2);
    release(null);
  });

  it('waits for a running job when it stops, and starts none after', async () => {
    let release: (value: null) => void = () => undefined;
    const work = vi.fn(() => new Promise<null>((resolve) => (release = resolve)));
    const jobs = await startJobs(contextOf([]), [{ name: 'media', when: '* * * * *', work }]);
    await vi.advanceTimersByTimeAsync(60_000);
    let isStopped = false;
    const stopping = jobs.stop().then(() => (isStopped = true));
    await vi.advanceTimersByTimeAsync(1000);
    expect(isStopped).toBe(false);
    release(null);
    await stopping;
    await vi.advanceTimersByTimeAsync(300_000);
    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe('runJob', () => {
  it('is silent about a job that had nothing to do', async () => {
    await runJob(
      { log },
      nightly(() => Promise.resolve(null)),
    );
    expect(lines).toEqual([]);
  });
});
