/** What a schema found wrong, in words that say what to do. */
import type * as z from 'zod/mini';
import type { FieldProblem } from '../../shared/problem.ts';

type RawIssue = z.core.$ZodRawIssue;

const EXPECTED: Readonly<Record<string, string>> = {
  string: '글자로 적어 주십시오.',
  number: '수로 적어 주십시오.',
  int: '정수로 적어 주십시오.',
  boolean: '예(true)나 아니요(false)로 정해 주십시오.',
  array: '목록으로 적어 주십시오.',
  object: '여러 항목의 묶음으로 적어 주십시오.',
};

/** The message of an issue whose schema has none of its own. */
export function koreanIssue(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? '빠져 있습니다. 적어 주십시오.'
        : (EXPECTED[issue.expected] ?? '형식이 맞지 않습니다. 다시 적어 주십시오.');
    case 'unrecognized_keys':
      return '모르는 항목입니다. 지워 주십시오.';
    case 'too_small':
      return `${String(issue.minimum)} 이상이어야 합니다.`;
    case 'too_big':
      return `${String(issue.maximum)} 이하여야 합니다.`;
    case 'invalid_value':
      return `다음 가운데 하나를 골라 주십시오: ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return '고를 수 있는 것 가운데 하나를 골라 주십시오.';
    default:
      return '형식이 맞지 않습니다. 다시 적어 주십시오.';
  }
}

/** One problem per refused field; unknown keys are named each. */
export function fieldProblems(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    const { message } = issue;
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message }];
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message }));
  });
}
