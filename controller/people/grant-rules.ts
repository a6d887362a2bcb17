/** What roles may be given to whom, and by whom. */
import { mayDo } from '../../shared/content/person.ts';
import type { Grant, Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Records } from '../store/store.ts';

/** Throws `forbidden` unless `actor` may manage people in every organization that the grants name. */
export function refuseForeignGrants(actor: Person, grants: readonly Grant[]): void {
  const may = grants.every(({ organizationId }) =>
    mayDo(actor, 'person.write', { organizationId }),
  );
  if (!may) {
    throw new Refusal(
      'forbidden',
      '다른 운영 주체의 권한은 줄 수 없습니다. 그곳 관리자에게 요청해 주십시오.',
    );
  }
}

/** Throws `invalid` for organizations or shops that do not exist or do not belong together. */
export async function refuseBadGrants(records: Records, grants: readonly Grant[]): Promise<void> {
  const fields: FieldProblem[] = [];
  for (const [index, grant] of grants.entries()) {
    const problem = await problemOf(records, grant);
    if (problem) fields.push({ ...problem, path: `grants.${index}.${problem.path}` });
  }
  if (fields.length > 0) throw new Refusal('invalid', '권한을 다시 확인해 주십시오.', fields);
}

/** Throws `conflict` when nobody would be left who administers everything. */
export async function refuseNoAdministrator(records: Records): Promise<void> {
  const people = await records.people.all();
  const isLeft = people.some((person) => mayDo(person, 'person.write', { organizationId: null }));
  if (!isLeft) {
    throw new Refusal(
      'conflict',
      '전체 관리자가 한 사람은 남아 있어야 합니다. 다른 사람을 먼저 관리자로 정해 주십시오.',
    );
  }
}

async function problemOf(records: Records, grant: Grant): Promise<FieldProblem | undefined> {
  const { role, organizationId, shopId } = grant;
  if (organizationId !== null && !(await records.organizations.get(organizationId))) {
    return { path: 'organizationId', message: '그 운영 주체가 없습니다. 목록에서 골라 주십시오.' };
  }
  if (role !== 'merchant') {
    return shopId === null ? undefined : { path: 'shopId', message: '가게는 상인에게만 정합니다.' };
  }
  const shop = shopId === null ? undefined : await records.shops.get(shopId);
  if (shop?.organizationId === organizationId) return undefined;
  return { path: 'shopId', message: '상인은 같은 운영 주체의 가게 하나를 골라 주십시오.' };
}
