/** Before `npm test`: finds an ffmpeg, or installs one, and notes its path for `ffmpeg.ts`. */
import { findProgram } from './find-program.mjs';

findProgram({
  variable: 'FFMPEG',
  names: ['ffmpeg'],
  aptWords: ['--no-install-recommends', 'ffmpeg'],
  saying: '시험용 ffmpeg를 설치합니다. / Installing ffmpeg for the tests …',
  lacking:
    'ffmpeg를 찾지 못했습니다. ffmpeg를 설치하고 FFMPEG에 그 경로를 적어 주십시오. / No ffmpeg: install it and name it in FFMPEG.',
});
