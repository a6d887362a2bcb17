import { mayDoSomewhere, type Person, type Right } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';

/** Throws `forbidden` unless `person` holds `right` over anything: for what all partners share, such as a board. */
export function requireSomewhere(person: Person, right: Right): void {
  if (mayDoSomewhere(person, right)) return;
  throw new Refusal(
    'forbidden',
    '이 작업을 할 권한이 없습니다. 관리자에게 권한을 요청해 주십시오.',
  );
}
