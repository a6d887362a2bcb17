/** `npm run test:long -- NAME`: the same tests with counts too long for every change. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
interface Run {
  readonly env: Record<string, string>;
  readonly files: string[];
  /** One file after the other: what is judged by a real board's times has the machine to itself. */
  readonly isAlone?: boolean;
  /** Run after the tests, with whatever follows the name on the command line. */
  readonly script?: string;
}
const runs: Readonly<Record<string, Run>> = {
  plan: {
    env: { TEST_RUNS: '2000' },
    files: ['test/shared/schedule', 'test/controller/manifest/day-records.properties.test.ts'],
  },
  recurrence: {
    env: { TEST_RUNS: '10000' },
    files: ['test/controller/manifest/recurrence.test.ts'],
  },
  day: {
    env: { TEST_DAY: '1' },
    files: ['test/e2e/board-day.test.ts', 'test/e2e/board-alone.test.ts'],
  },
  slides: {
    env: { TEST_SLIDES: 'all' },
    files: [
      'test/shared/slides/contact-sheet.browser.test.ts',
      'test/shared/slides/naughty.browser.test.ts',
    ],
  },
  faults: {
    env: { TEST_FAULTS: 'all' },
    files: globSync('test/faults/*.test.ts', { cwd: root }),
    isAlone: true,
  },
  people: {
    env: { TEST_FUZZ: '10000', TEST_RUNS: '1000' },
    files: ['test/controller/audit', 'test/controller/http', 'test/controller/socket'],
    script: 'test/support/guard-mutants.ts',
  },
  kill: { env: { TEST_KILLS: '200' }, files: ['test/faults/kill.test.ts'] },
};
const [name = '', ...rest] = process.argv.slice(2);
const run = runs[name];
if (run === undefined) {
  console.error(`Which one? There are: ${Object.keys(runs).join(', ')}`);
  process.exit(2);
}
const statuses = (run.isAlone ? run.files.map((file) => [file]) : [run.files]).map((files) => {
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
  const options = ['--config', 'test/config/vitest.config.ts', '--testTimeout', '3600000'];
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...options, ...files], {
    ...{ cwd: root, stdio: 'inherit' as const },
    env: { ...process.env, ...run.env },
  });
  return status ?? 1;
});
const status = statuses.find((one) => one !== 0) ?? 0;
if (status !== 0 || run.script === undefined) process.exit(status);
const script = [resolve(root, run.script), ...rest];
process.exit(spawnSync(process.execPath, script, { cwd: root, stdio: 'inherit' }).status ?? 1);
