/** Judges a measured slide by RULES.md. Pure: the console, the server and the board get the same findings. */
import type { Finding } from './finding.ts';
import { judgeGlyphs } from './judge-glyphs.ts';
import { judgeReading } from './judge-reading.ts';
import { judgeText } from './judge-text.ts';
import type { Judged } from './judged.ts';

const NIGHT_LUMINANCE = 0.4;
const SIGNAL_FAILS = 0.1;
const SIGNAL_WARNS = 0.05;
/** [L8] Of a film, in any second. */
export const MOST_FLASHES_PER_SECOND = 3;
const signalNames = { red: '빨간', yellow: '노란', green: '초록' } as const;

/** Failures first, then by rule. Empty when nothing is to be said. */
export function judge(judged: Judged): readonly Finding[] {
  const findings = [
    ...judgeGlyphs(judged),
    ...judgeReading(judged),
    ...judgeLight(judged),
    ...judgeMovement(judged),
    ...judged.measurement.texts.filter(({ field }) => field !== '').flatMap(judgeText),
  ];
  return findings.sort((a, b) => rank(a) - rank(b));
}

function judgeLight({ measurement, board }: Judged): Finding[] {
  const findings: Finding[] = [];
  const { form, meanLuminance, signalParts } = measurement;
  if (form === 'night' && meanLuminance > NIGHT_LUMINANCE)
    findings.push({
      ...whole('L6', 'warn'),
      words: `밤에는 눈이 부십니다(밝기 ${percent(meanLuminance)}). 어두운 사진으로 바꾸면 좋습니다.`,
    });
  if (!board.trafficSignalWithin30m) return findings;
  for (const colour of ['red', 'yellow', 'green'] as const) {
    const part = signalParts[colour];
    if (part <= SIGNAL_WARNS) continue;
    findings.push({
      ...whole('L7', part > SIGNAL_FAILS ? 'fail' : 'warn'),
      words: `신호등과 헷갈릴 ${signalNames[colour]} 면이 화면의 ${percent(part)}입니다. 다른 사진을 쓰거나 잘라 내 주십시오.`,
    });
  }
  return findings;
}

function judgeMovement({ measurement: { video }, board }: Judged): Finding[] {
  if (!video) return [];
  const findings: Finding[] = [];
  if (board.facesRoad)
    findings.push({
      ...whole('L8', 'fail'),
      words: '찻길을 마주한 화면에는 동영상을 낼 수 없습니다. 사진으로 바꿔 주십시오.',
    });
  if (video.flashesPerSecond > MOST_FLASHES_PER_SECOND)
    findings.push({
      ...whole('L8', 'fail'),
      words: '1초에 세 번 넘게 번쩍입니다. 번쩍이지 않는 동영상으로 바꿔 주십시오.',
    });
  return findings;
}

function whole(rule: string, verdict: Finding['verdict']) {
  return { rule, verdict, field: '', fix: null };
}

function percent(part: number): string {
  return `${String(Math.round(part * 100))}%`;
}

function rank({ rule, verdict }: Finding): number {
  return (verdict === 'fail' ? 0 : 1000) + Number(rule.slice(1));
}
