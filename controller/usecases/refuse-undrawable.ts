import { undrawableWords } from '../../shared/content/drawable.ts';
import { textsIn } from '../../shared/content/slide-texts.ts';
import { Refusal } from '../../shared/problem.ts';
import type { FieldProblem } from '../../shared/problem.ts';

/** [L12] Throws `invalid` with each of these fields that holds a character which no shipped typeface draws. */
export function refuseUndrawable(fields: object): void {
  const problems = undrawableProblems(fields);
  if (problems.length > 0)
    throw new Refusal('invalid', '화면에 그릴 수 없는 글자가 있습니다.', problems);
}

/** [L12] The same as values; `within` is the path of `fields`, such as `content`. */
export function undrawableProblems(fields: object, within?: string): FieldProblem[] {
  return textsIn(fields).flatMap(({ field, language, text }) => {
    const message = undrawableWords(text, language);
    if (message === undefined) return [];
    const parts = [within, field, language === 'ko' ? undefined : language];
    return [{ path: parts.filter((part) => part !== undefined).join('.'), message }];
  });
}
