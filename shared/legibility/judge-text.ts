import type { Finding } from './finding.ts';
import { textProblems, type TextProblem } from './text-rules.ts';

/** [L9] [L10] One Korean text. */
export function judgeText(field: string, text: string): readonly Finding[] {
  return textProblems(text).map((problem) => ({ field, fix: null, ...textFindings[problem] }));
}

const textFindings: Readonly<Record<TextProblem, Pick<Finding, 'rule' | 'verdict' | 'words'>>> = {
  'resident-number': {
    rule: 'L9',
    verdict: 'fail',
    words: '주민등록번호가 들어 있습니다. 지워 주십시오.',
  },
  'mobile-number': {
    rule: 'L9',
    verdict: 'warn',
    words: '개인 휴대전화 번호로 보입니다. 가게 전화번호로 바꿔 주십시오.',
  },
  'no-hangul': {
    rule: 'L10',
    verdict: 'warn',
    words: '외국어만 적혀 있습니다. 한글을 함께 적어 주십시오.',
  },
};
