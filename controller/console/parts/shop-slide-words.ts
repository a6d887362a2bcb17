/** [V40] What became of a merchant's slide, in their words. Pure. */
import type { ShopSlide } from '../../../shared/protocol/http/approvals.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import type { Tone } from '../app/words.ts';

export interface StandingWords {
  readonly tone: Tone;
  readonly words: string;
}

/** By the state of the slide, and by whether it was shown and a turn is planned for it; undefined is not known yet. */
export function shopSlideWords(
  { slide }: Pick<SlideView, 'slide'>,
  facts: Pick<ShopSlide, 'next' | 'playsInAll'> | undefined,
): StandingWords {
  const isOnAir = slide.approvedRevisionId !== null;
  switch (slide.state) {
    case 'submitted':
      return {
        tone: 'warn',
        words: isOnAir ? '먼저 것이 나가고 있고, 고친 것은 확인 중입니다' : '확인 중입니다',
      };
    case 'rejected':
      return { tone: 'bad', words: `고쳐 주세요: ${slide.rejectionReason ?? ''}` };
    case 'draft':
      return {
        tone: 'soft',
        words: isOnAir
          ? '먼저 것이 나가고 있고, 고친 것은 아직 보내지 않았습니다'
          : '쓰는 중입니다. 아직 보내지 않았습니다',
      };
    case 'withdrawn':
      return { tone: 'soft', words: '지금은 내렸습니다' };
    case 'approved':
      return { tone: 'good', words: approvedWords(facts) };
  }
}

function approvedWords(facts: Pick<ShopSlide, 'next' | 'playsInAll'> | undefined): string {
  if (!facts?.next) return '승인되었습니다. 순서가 잡히면 나갑니다';
  return facts.playsInAll > 0 ? '나가고 있습니다' : '곧 처음 나갑니다';
}

/** `오늘 12번, 모두 340번 나갔습니다`. */
export function playsWords({
  playsToday,
  playsInAll,
}: Pick<ShopSlide, 'playsToday' | 'playsInAll'>) {
  if (playsInAll === 0) return '아직 나간 적이 없습니다';
  return `오늘 ${playsToday}번, 모두 ${playsInAll.toLocaleString('ko-KR')}번 나갔습니다`;
}
