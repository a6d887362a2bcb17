/**
 * Before `npm test`: finds an ffmpeg, or installs one, and notes its path for `ffmpeg.ts`. In this order: FFMPEG,
 * what was found before, one in PATH, Debian's by apt-get (as root). Plain JavaScript, as `controller/start.mjs`,
 * which calls it.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const noted = join(root, 'node_modules/.cache/ffmpeg-path');

const path = told() ?? before() ?? inPath() ?? byApt();
if (path === undefined) {
  console.error(
    'ffmpeg를 찾지 못했습니다. ffmpeg를 설치하고 FFMPEG에 그 경로를 적어 주십시오. / No ffmpeg: install it and name it in FFMPEG.',
  );
  process.exit(1);
}
mkdirSync(resolve(noted, '..'), { recursive: true });
writeFileSync(noted, `${path}\n`);

function told() {
  const name = process.env.FFMPEG;
  if (name === undefined || name === '') return undefined;
  if (canRun(name)) return name;
  console.error(`FFMPEG: 실행할 수 없는 파일입니다. / Not an executable file: ${name}`);
  process.exit(2);
}

function before() {
  try {
    const name = readFileSync(noted, 'utf8').trim();
    return canRun(name) ? name : undefined;
  } catch {
    return undefined; // Nothing noted yet.
  }
}

function inPath() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, 'ffmpeg')).find(canRun);
}

function byApt() {
  if (process.getuid?.() !== 0 || !canRun('/usr/bin/apt-get')) return undefined;
  console.log('시험용 ffmpeg를 설치합니다. / Installing ffmpeg for the tests …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'ffmpeg'],
  ]) {
    spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
  }
  return canRun('/usr/bin/ffmpeg') ? '/usr/bin/ffmpeg' : undefined;
}

function canRun(name) {
  try {
    accessSync(name, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
