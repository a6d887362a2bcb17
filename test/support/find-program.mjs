/**
 * What the tests need of the machine: found, or installed, and its path noted for the module that uses it. Plain
 * JavaScript, as `controller/start.mjs`, which calls `find-chromium.mjs` and `find-ffmpeg.mjs`.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/**
 * Notes where the program is, in `node_modules/.cache/<names[0]>-path`. In this order: what the environment says
 * (`variable`), what was found before, one of `names` in PATH, Debian's package by apt-get (as root) with
 * `aptWords`, and `otherwise`. Ends the process with code 2 where `variable` is wrong, with 1 and `lacking` where
 * there is none.
 */
export function findProgram({ variable, names, aptWords, saying, lacking, otherwise }) {
  const [name] = names;
  const noted = join(root, `node_modules/.cache/${name}-path`);
  const path =
    told(variable) ??
    before(noted) ??
    inPath(names) ??
    byApt(name, aptWords, saying) ??
    otherwise?.();
  if (path === undefined) {
    console.error(lacking);
    process.exit(1);
  }
  mkdirSync(resolve(noted, '..'), { recursive: true });
  writeFileSync(noted, `${path}\n`);
}

function told(variable) {
  const path = process.env[variable];
  if (path === undefined || path === '') return undefined;
  if (canRun(path)) return path;
  console.error(`${variable}: 실행할 수 없는 파일입니다. / Not an executable file: ${path}`);
  process.exit(2);
}

function before(noted) {
  try {
    const path = readFileSync(noted, 'utf8').trim();
    return canRun(path) ? path : undefined;
  } catch {
    return undefined; // Nothing noted yet.
  }
}

function inPath(names) {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(canRun);
}

function byApt(name, aptWords, saying) {
  if (process.getuid?.() !== 0 || !canRun('/usr/bin/apt-get')) return undefined;
  console.log(saying);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', ...aptWords],
  ]) {
    spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
  }
  const path = `/usr/bin/${name}`;
  return canRun(path) ? path : undefined;
}

/** Whether `path` is a file that may be started. */
export function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
