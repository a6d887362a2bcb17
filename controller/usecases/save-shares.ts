import type { Organization } from '../../shared/content/organization.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Records } from '../store/store.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { refuseStale } from './refuse-stale.ts';
import { requireRight } from './require-right.ts';

const FULL_HOUR_PERCENT = 100;

export interface Share {
  readonly organizationId: string;
  readonly sharePercent: number;
  readonly version: number;
}

/** Sets shares together; those not named stay. Throws `invalid` when the sum of all would pass 100. */
export async function saveShares(
  context: Context,
  person: Person,
  shares: readonly Share[],
): Promise<Organization[]> {
  for (const { organizationId } of shares) {
    requireRight(person, 'organization.write', { organizationId });
  }
  refuseDoubles(shares);
  const { value } = await change(context, { person }, async (records, noted) => {
    for (const [index, share] of shares.entries()) {
      const before = await find(records, share.organizationId, index);
      refuseStale(before.version, share.version);
      if (before.sharePercent === share.sharePercent) continue;
      const { sharePercent } = share;
      const after: Organization = { ...before, sharePercent, version: before.version + 1 };
      await records.organizations.put(after);
      noted.record({ action: 'organization.share', subjectId: before.id, before, after });
    }
    const all = [...(await records.organizations.all())];
    refuseTooMuch(all, shares);
    noted.touch('organizations');
    return all;
  });
  return value;
}

function refuseDoubles(shares: readonly Share[]): void {
  const ids = new Set(shares.map(({ organizationId }) => organizationId));
  if (ids.size < shares.length) {
    throw new Refusal('invalid', '같은 운영 주체가 두 번 들어 있습니다. 하나만 남겨 주십시오.', [
      { path: 'shares', message: '운영 주체마다 한 번만 적어 주십시오.' },
    ]);
  }
}

async function find(records: Records, id: string, index: number): Promise<Organization> {
  const found = await records.organizations.get(id);
  if (found) return found;
  const message = '그 운영 주체가 없습니다. 목록을 새로 고쳐 주십시오.';
  throw new Refusal('invalid', message, [{ path: `shares.${index}.organizationId`, message }]);
}

function refuseTooMuch(all: readonly Organization[], shares: readonly Share[]): void {
  const sum = all.reduce((total, { sharePercent }) => total + sharePercent, 0);
  if (sum <= FULL_HOUR_PERCENT) return;
  const message = `시간 배분의 합이 ${sum}%입니다. 100%를 넘지 않게 줄여 주십시오.`;
  const fields = shares.map((_share, index) => ({ path: `shares.${index}.sharePercent`, message }));
  throw new Refusal('invalid', message, fields);
}
