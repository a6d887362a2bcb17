import { mayDo } from '../../shared/content/person.ts';
import type { Person, Right, Subject } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';

/** Throws `forbidden` unless `person` holds `right` over `subject`. */
export function requireRight(
  person: Pick<Person, 'grants' | 'disabled'>,
  right: Right,
  subject: Subject,
): void {
  if (mayDo(person, right, subject)) return;
  throw new Refusal(
    'forbidden',
    '이 작업을 할 권한이 없습니다. 관리자에게 권한을 요청해 주십시오.',
  );
}
