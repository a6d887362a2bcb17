/** Runs dependency-cruiser over the house, and fails when it looked at (almost) nothing. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const LEAST_MODULES = 100;
const root = resolve(import.meta.dirname, '../..');
const output = execFileSync(
  process.execPath,
  [
    resolve(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config',
    'test/config/dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...['kiosk', 'controller', 'shared', 'test'],
  ],
  { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
);
interface Result {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { from: string; to: string; rule: { name: string } }[];
  };
}
const { summary } = JSON.parse(output) as Result;
for (const { from, to, rule } of summary.violations)
  console.error(`${rule.name}: ${from} -> ${to}`);
if (summary.totalCruised < LEAST_MODULES) {
  console.error(`only ${summary.totalCruised} modules were looked at: the arrows were not checked`);
}
process.exitCode = summary.violations.length > 0 || summary.totalCruised < LEAST_MODULES ? 1 : 0;
