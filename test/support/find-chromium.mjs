/** Before `npm test`: finds a Chromium, or installs one, and notes its path for `chromium.ts`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { canRun, findProgram, root } from './find-program.mjs';

findProgram({
  variable: 'CHROMIUM',
  names: ['chromium', 'chromium-browser', 'google-chrome'],
  aptWords: ['chromium'],
  saying: '시험용 브라우저를 설치합니다. / Installing Chromium for the tests …',
  lacking:
    '브라우저를 찾지 못했습니다. Chromium을 설치하고 CHROMIUM에 그 경로를 적어 주십시오. / No browser: install Chromium and name it in CHROMIUM.',
  otherwise: byPlaywright,
});

function byPlaywright() {
  console.log('시험용 브라우저를 내려받습니다. / Downloading Chromium for the tests …');
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  const asked = spawnSync(
    process.execPath,
    ['-e', "import('playwright-core').then((p) => console.log(p.chromium.executablePath()))"],
    { cwd: root, encoding: 'utf8' },
  );
  const path = asked.stdout.trim();
  return canRun(path) ? path : undefined;
}
