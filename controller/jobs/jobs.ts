/** The work that the controller does by the clock. */
import { schedule, type Logger, type ScheduledTask } from 'node-cron';
import { zoneOf } from '../../shared/content/screen.ts';
import type { Context } from '../usecases/context.ts';

/** One job: what it does, and when, as a cron expression in the zone of the screens. */
export interface Job {
  readonly name: string;
  readonly when: string;
  /** Resolves with what it did, for the log; nothing is logged when it did nothing. */
  readonly work: () => Promise<object | null>;
}

export interface RunningJobs {
  /** Starts no more; resolves when those that run have ended. */
  stop(): Promise<void>;
}

/**
 * Schedules `jobs`. One that throws is logged and runs again at its next time; one that still runs is not
 * started twice.
 */
export async function startJobs(context: Context, jobs: readonly Job[]): Promise<RunningJobs> {
  const timezone = zoneOf(await context.store.records.screens.all());
  const running = new Set<Promise<void>>();
  const tasks = jobs.map((job): ScheduledTask => {
    const start = () => {
      const run = runJob(context, job).finally(() => running.delete(run));
      running.add(run);
      return run;
    };
    return schedule(job.when, start, {
      name: job.name,
      timezone,
      noOverlap: true,
      unref: true,
      suppressMissedWarning: true,
      logger: cronLogger(context, job),
    });
  });
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy();
      await Promise.all(running);
    },
  };
}

/** Runs one job now, logs what it did or why it failed, and never throws. */
export async function runJob({ log }: Pick<Context, 'log'>, job: Job): Promise<void> {
  const startedAt = performance.now();
  try {
    const done = await job.work();
    const ms = Math.round(performance.now() - startedAt);
    if (done !== null) log.info({ job: job.name, ms, ...done }, 'job done');
  } catch (error) {
    log.error({ job: job.name, err: error }, 'job failed');
  }
}

/** What node-cron itself has to say, such as that a run was left out because the last one still runs. */
function cronLogger({ log }: Context, { name }: Job): Logger {
  return {
    info: (message) => log.info({ job: name }, message),
    warn: (message) => log.warn({ job: name }, message),
    error: (message, err) => log.error({ job: name, err: err ?? message }, 'node-cron failed'),
    debug: () => undefined,
  };
}
