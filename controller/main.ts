/** The controller's process: reads the environment, starts the house, and ends. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { programDir } from './program.ts';

const STOP_LIMIT_MS = 10_000;
const ECHO_MS = 1000;

// What comes next is loaded from the cache of the last start: types are stripped and scripts compiled once.
enableCompileCache(join(programDir, 'node_modules/.cache/compiled'));
// Whatever the controller writes is for its own user alone.
process.umask(0o077);
const { ConfigError, readConfig } = await import('./config.ts');

try {
  await run(readConfig(process.env));
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(error instanceof ConfigError ? 2 : 1);
}

async function run(config: Config): Promise<void> {
  const { createLog } = await import('./log.ts');
  const log = createLog(config.logLevel);
  const die = (error: unknown) => {
    log.fatal({ err: error }, 'a bug ends the controller');
    process.exit(1);
  };
  process.on('unhandledRejection', die).on('uncaughtException', die);
  const { startHouse } = await import('./house.ts');
  const house = await startHouse(config, log);
  console.log(house.links);
  onSignal(async (signal) => {
    log.info({ signal }, 'stopping');
    await house.stop();
    log.info({}, 'stopped');
  });
}

/** Runs `stop` on the first signal to end; a later one, or a stop that takes too long, ends at once. */
function onSignal(stop: (signal: string) => Promise<void>): void {
  let stoppingSince: number | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stoppingSince !== undefined) {
        // npm passes the terminal's Ctrl-C on, so that it comes two or three times at once.
        if (performance.now() - stoppingSince > ECHO_MS) process.exit(1);
        return;
      }
      stoppingSince = performance.now();
      setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
      void stop(signal).then(() => process.exit(0));
    });
  }
}
