/** What a board says of itself, line by line. Pure. */
import type { ScreenState } from '../../../shared/protocol/events.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { ago, span, type Tone } from '../app/words.ts';
import { lightWords } from './light-words.ts';

export interface Fact {
  readonly name: string;
  readonly words: string;
  readonly tone: Tone;
}

const CLOCK_MS = 2000;
const HOT_C = 80;

/** `newest` is the newest revision for the board, where it is known. */
export function boardFacts(
  state: ScreenState | undefined,
  newest: number | undefined,
  at: EpochMs,
): readonly Fact[] {
  const beat = state?.beat;
  if (!state || !beat) return [];
  const { launcher, unsentPlays } = beat;
  return [
    fact('마지막 소식', state.heardAt === null ? '없음' : ago(at - state.heardAt)),
    revisionFact(beat.held.manifestRevision, newest),
    clockFact(beat.clockOffsetMs, beat.clockSure),
    storageFact(beat.storage),
    framesFact(beat.frames, at),
    fact(
      '못 보낸 송출 기록',
      `${unsentPlays.toLocaleString('ko-KR')}건`,
      unsentPlays >= 500 ? 'warn' : 'soft',
    ),
    fact('지금 밝기', lightWords(beat.light)),
    fact('패널 밝기', panelWords(launcher)),
    launcher?.temperatureC == null
      ? fact('온도', '알 수 없음')
      : fact(
          '온도',
          `${launcher.temperatureC.toFixed(0)} °C`,
          launcher.temperatureC >= HOT_C ? 'warn' : 'soft',
        ),
    fact(
      '프로그램',
      [state.build, launcher && `launcher ${launcher.version}`].filter(Boolean).join(' · ') ||
        '알 수 없음',
    ),
  ];
}

function panelWords(launcher: NonNullable<ScreenState['beat']>['launcher']): string {
  if (launcher?.brightnessPercent === undefined) return '알 수 없음';
  const { brightnessPercent } = launcher;
  return brightnessPercent === null ? 'PC가 바꿀 수 없는 패널' : `${brightnessPercent}%`;
}

function revisionFact(held: number, newest: number | undefined): Fact {
  if (newest !== undefined && held < newest)
    return fact('편성', `뒤처짐: ${held}번을 갖고 있고, 최신은 ${newest}번`, 'warn');
  return fact('편성', held === 0 ? '아직 없음' : `최신(${held}번)`);
}

function clockFact(offsetMs: number, isSure: boolean | undefined): Fact {
  const seconds = (Math.abs(offsetMs) / 1000).toFixed(Math.abs(offsetMs) < 100 ? 2 : 1);
  if (Math.abs(offsetMs) > CLOCK_MS) {
    const way = offsetMs > 0 ? '늦음' : '빠름';
    return fact('시계', `PC가 ${seconds}초 ${way} · 편성은 서버 시계로 돕니다`, 'warn');
  }
  if (isSure === false) return fact('시계', '서버의 시각을 아직 모름', 'warn');
  return fact('시계', `맞음(${seconds}초 차이)`);
}

function storageFact(storage: NonNullable<ScreenState['beat']>['storage']): Fact {
  if (!storage || storage.quotaBytes === 0) return fact('저장 공간', '알 수 없음');
  const part = storage.usedBytes / storage.quotaBytes;
  const words = `${bytes(storage.usedBytes)} / ${bytes(storage.quotaBytes)} (${(part * 100).toFixed(0)} %)`;
  const kept = storage.persisted ? '' : ' · 디스크가 차면 브라우저가 지울 수 있음';
  return fact('저장 공간', words + kept, part >= 0.9 || !storage.persisted ? 'warn' : 'soft');
}

function framesFact(frames: NonNullable<ScreenState['beat']>['frames'], at: EpochMs): Fact {
  if (!frames) return fact('늦게 그린 장면', '알 수 없음');
  const { dropped, longestMs, sinceAt } = frames;
  const since = span(Math.max(1000, at - sinceAt));
  if (dropped === 0) return fact('늦게 그린 장면', `없음(${since} 동안)`);
  const longest = (longestMs / 1000).toFixed(1);
  return fact(
    '늦게 그린 장면',
    `${dropped.toLocaleString('ko-KR')}장(${since} 동안), 가장 긴 멈춤 ${longest}초`,
  );
}

function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  return `${(count / 1000 ** power).toFixed(power > 2 ? 1 : 0)} ${units[power] ?? ''}`;
}

function fact(name: string, words: string, tone: Tone = 'soft'): Fact {
  return { name, words, tone };
}
