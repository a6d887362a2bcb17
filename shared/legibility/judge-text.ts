import { drawablePart, undrawableWords } from '../content/drawable.ts';
import type { SlideText } from '../content/slide-texts.ts';
import type { Finding, Fix } from './finding.ts';
import { textProblems, withoutResidentNumber, type TextProblem } from './text-rules.ts';

/** [L9] [L10] [L12] One text that a person wrote. */
export function judgeText(one: SlideText): readonly Finding[] {
  const { field, language, text } = one;
  // A translation is meant to be foreign.
  const problems = textProblems(text).filter(
    (problem) => language === 'ko' || problem !== 'no-hangul',
  );
  const findings = problems.map((problem) => ({
    ...{ field, ...textFindings[problem] },
    fix:
      problem === 'resident-number'
        ? rewriting(one, withoutResidentNumber(text), '번호 지우기')
        : null,
  }));
  const words = undrawableWords(text, language);
  if (words === undefined) return findings;
  const fix = rewriting(one, drawablePart(text, language), '그 글자 지우기');
  return [...findings, { rule: 'L12', verdict: 'fail', field, words, fix }];
}

/** Nothing to write where nothing would be left: a field may not be empty. */
function rewriting({ field, language }: SlideText, text: string, label: string): Fix | null {
  return text === '' ? null : { kind: 'write', field, language, texts: [text], label };
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
