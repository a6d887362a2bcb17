/**
 * Before `npm test`: finds a Chromium, or installs one, and notes its path for `chromium.ts`. In this order:
 * CHROMIUM, Debian's, one in PATH, Debian's by apt-get (as root), Playwright's. Plain JavaScript, as
 * `controller/start.mjs`, which calls it.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const noted = join(root, 'node_modules/.cache/chromium-path');

const path = told() ?? before() ?? inPath() ?? byApt() ?? byPlaywright();
if (path === undefined) {
  console.error(
    '브라우저를 찾지 못했습니다. Chromium을 설치하고 CHROMIUM에 그 경로를 적어 주십시오. / No browser: install Chromium and name it in CHROMIUM.',
  );
  process.exit(1);
}
mkdirSync(resolve(noted, '..'), { recursive: true });
writeFileSync(noted, `${path}\n`);

function told() {
  const name = process.env.CHROMIUM;
  if (name === undefined || name === '') return undefined;
  if (canRun(name)) return name;
  console.error(`CHROMIUM: 실행할 수 없는 파일입니다. / Not an executable file: ${name}`);
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
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(canRun);
}

function byApt() {
  if (process.getuid?.() !== 0 || !canRun('/usr/bin/apt-get')) return undefined;
  console.log('시험용 브라우저를 설치합니다. / Installing Chromium for the tests …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', 'chromium'],
  ]) {
    spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
  }
  return canRun('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
}

function byPlaywright() {
  console.log('시험용 브라우저를 내려받습니다. / Downloading Chromium for the tests …');
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  const asked = spawnSync(
    process.execPath,
    ['-e', "import('playwright-core').then((p) => console.log(p.chromium.executablePath()))"],
    { cwd: root, encoding: 'utf8' },
  );
  const name = asked.stdout.trim();
  return canRun(name) ? name : undefined;
}

function canRun(name) {
  try {
    accessSync(name, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
