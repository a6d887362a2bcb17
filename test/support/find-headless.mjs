/**
 * Before `npm test`: finds Debian's Chromium without windows, or installs it, and notes its path for `chromium.ts`.
 * Where there is none, the whole Chromium does the same work, more slowly.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, root } from './find-program.mjs';

findProgram({
  variable: 'CHROMIUM',
  names: ['chromium-headless-shell'],
  aptWords: ['chromium-headless-shell'],
  saying:
    '창이 없는 시험용 브라우저를 설치합니다. / Installing a Chromium without windows for the tests …',
  lacking: '',
  otherwise: () => readFileSync(join(root, 'node_modules/.cache/chromium-path'), 'utf8').trim(),
});
