import { Refusal } from '../../shared/problem.ts';

interface Owned {
  readonly organizationId: string;
}

/** Throws `invalid` when an edit would hand the object to another organization. */
export function refuseMove(stored: Owned, edited: Owned): void {
  if (stored.organizationId === edited.organizationId) return;
  const message = '운영 주체는 바꿀 수 없습니다. 새로 만들어 주십시오.';
  throw new Refusal('invalid', message, [{ path: 'organizationId', message }]);
}
