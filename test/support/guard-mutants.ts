/**
 * `npm run test:long -- people [--every N] [WORDS]`: takes each guard whose name holds WORDS (all of them without)
 * away in a copy of the project, one at a time, or every N-th, and runs the tests of rights there. Each must
 * fail. Names those that do not, and ends with 1 then. [U13]
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { guardMutants, type Mutant } from './guards.ts';

const root = resolve(import.meta.dirname, '../..');
const COPIED = [
  'controller',
  'shared',
  'test',
  'kiosk',
  'content',
  'package.json',
  'tsconfig.json',
];
const LINKED = ['node_modules', 'dist'];
/** The matrix first, since it finds nearly all; then whatever else could. */
const MATRIX = [
  'test/controller/http/authorization.test.ts',
  'test/controller/http/others-things.test.ts',
  'test/controller/http/other-routes.test.ts',
  'test/controller/socket/socket-rights.test.ts',
];
const OTHERS = ['http', 'usecases', 'socket', 'people'].map(
  (folder) => `test/controller/${folder}/`,
);

const { values, positionals } = parseArgs({
  options: { every: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const words = positionals.join(' ');
const chosen = guardMutants(root)
  .filter(({ name }) => name.includes(words))
  .filter((_mutant, index) => index % Number(values.every) === 0);

const copy = mkdtempSync(join(tmpdir(), 'plaza-guards-'));
const survivors: string[] = [];
try {
  for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const name of LINKED) symlinkSync(join(root, name), join(copy, name));
  for (const files of [MATRIX, OTHERS])
    if (!passes(files, 'inherit')) throw new Error('the tests fail before any guard is taken away');
  for (const [index, mutant] of chosen.entries()) {
    const verdict = judge(mutant);
    if (verdict === 'survived') survivors.push(mutant.name);
    console.log(`${index + 1}/${chosen.length} ${verdict}: ${mutant.name}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(
  `${chosen.length - survivors.length} of ${chosen.length} guards are missed by the tests.`,
);
for (const name of survivors) console.error(`survived: ${name}`);
process.exit(survivors.length === 0 ? 0 : 1);

function judge({ file, mutate }: Mutant): 'found' | 'found elsewhere' | 'survived' {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const changed = mutate(text);
  if (changed === text) throw new Error(`${file}: nothing was taken away`);
  writeFileSync(path, changed);
  try {
    if (!passes(MATRIX)) return 'found';
    return passes(OTHERS) ? 'survived' : 'found elsewhere';
  } finally {
    writeFileSync(path, text);
  }
}

function passes(files: readonly string[], stdio: 'ignore' | 'inherit' = 'ignore'): boolean {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const options = ['--config', 'test/config/vitest.config.ts', '--project', 'unit', '--bail', '1'];
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...options, ...files], {
    cwd: copy,
    stdio,
  });
  return status === 0;
}
