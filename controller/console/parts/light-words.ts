/** How bright a board is, in words. */
import type { Beat } from '../../../shared/protocol/events.ts';

const times: Readonly<Record<NonNullable<Beat['light']>['part'], string>> = {
  day: '낮',
  dusk: '해 진 뒤 한 시간',
  evening: '밤',
  'small-hours': '자정 뒤',
  dawn: '해 뜨기 전 한 시간',
};

/** Such as `64% · 밤 한도 1,000cd/㎡에 맞추어 이 슬라이드를 낮춤`. */
export function lightWords(light: Beat['light']): string {
  if (!light) return '알 수 없음';
  const { keptPercent, part, limitNits } = light;
  if (part === 'day') return `${keptPercent}% · 낮에는 낮추지 않음`;
  const limit = `${times[part]} 한도 ${limitNits.toLocaleString('ko-KR')}cd/㎡`;
  return keptPercent < 100
    ? `${keptPercent}% · ${limit}에 맞추어 이 슬라이드를 낮춤`
    : `${keptPercent}% · ${limit} 안`;
}
