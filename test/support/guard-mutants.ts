/**
 * `npm run test:long -- people [--every N] [--from K] [WORDS]`: takes each guard whose name holds WORDS (all of them
 * without) away in a copy of the project, one at a time, or every N-th, from the K-th on, and runs the tests of
 * rights there: half of them in each of two copies at once. Each must fail. Names those that do not, and ends with 1 then. [U13]
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
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
/** One a core. */
const COPIES = 2;
/** The matrix first, since it finds nearly all; then what is named like the guard's file; then whatever else could. */
const MATRIX = [
  'test/controller/http/authorization.test.ts',
  'test/controller/http/others-things.test.ts',
  'test/controller/http/other-routes.test.ts',
  'test/controller/socket/socket-rights.test.ts',
];
const OTHERS = ['http', 'usecases', 'approvals', 'socket', 'people'].map(
  (folder) => `test/controller/${folder}/`,
);

const { values, positionals } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    from: { type: 'string', default: '1' },
  },
  allowPositionals: true,
});
const words = positionals.join(' ');
const chosen = guardMutants(root)
  .filter(({ name }) => name.includes(words))
  .filter((_mutant, index) => index % Number(values.every) === 0)
  .slice(Number(values.from) - 1);
const all = chosen.length;

const survivors: string[] = [];
let judged = 0;
await Promise.all(Array.from({ length: COPIES }, () => inCopy(judgeAll)));
console.log(`${all - survivors.length} of ${all} guards are missed by the tests.`);
for (const name of survivors) console.error(`survived: ${name}`);
process.exit(survivors.length === 0 ? 0 : 1);

async function inCopy(work: (copy: string) => Promise<void>): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'plaza-guards-'));
  try {
    for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
    for (const name of LINKED) symlinkSync(join(root, name), join(copy, name));
    await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Takes one after the other from those that nobody has yet. */
async function judgeAll(copy: string): Promise<void> {
  for (const files of [MATRIX, OTHERS])
    if (!(await passes(copy, files)))
      throw new Error('the tests fail before any guard is taken away');
  for (let mutant = chosen.shift(); mutant; mutant = chosen.shift()) {
    const verdict = await judge(copy, mutant);
    if (verdict === 'survived') survivors.push(mutant.name);
    judged += 1;
    console.log(`${judged}/${all} ${verdict}: ${mutant.name}`);
  }
}

async function judge(
  copy: string,
  { file, mutate }: Mutant,
): Promise<'found' | 'found elsewhere' | 'survived'> {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const changed = mutate(text);
  if (changed === text) throw new Error(`${file}: nothing was taken away`);
  writeFileSync(path, changed);
  try {
    if (!(await passes(copy, MATRIX))) return 'found';
    const near = namedLike(file);
    if (near.length > 0 && !(await passes(copy, near))) return 'found elsewhere';
    return (await passes(copy, OTHERS)) ? 'survived' : 'found elsewhere';
  } finally {
    writeFileSync(path, text);
  }
}

/** Tests that share a longer word with the file's name, such as `release-races.test.ts` with `end-release.ts`. */
function namedLike(file: string): readonly string[] {
  const words = basename(file, '.ts')
    .split('-')
    .filter((word) => word.length > 4)
    .map((word) => word.replace(/s$/, ''));
  return OTHERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts') && words.some((word) => name.includes(word)))
      .map((name) => join(folder, name)),
  );
}

function passes(copy: string, files: readonly string[]): Promise<boolean> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const options = [
    ...['--config', 'test/config/vitest.config.ts', '--project', 'unit'],
    ...['--bail', '1', '--maxWorkers', '1', '--testTimeout', '60000'],
  ];
  const run = spawn(process.execPath, [vitest, 'run', ...options, ...files], {
    cwd: copy,
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    run.once('error', reject);
    run.once('exit', (code) => resolve(code === 0));
  });
}
