import type { Organization } from '../../shared/content/organization.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { without } from '../../shared/without.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { refuseStale } from './refuse-stale.ts';
import { requireRight } from './require-right.ts';

export interface ApprovalRules {
  readonly organizationId: string;
  readonly twoPersonApproval: boolean;
  /** Null outside of any election. */
  readonly election: NonNullable<Organization['election']> | null;
  readonly version: number;
}

/** [V10] [V11] Throws `invalid` for an election that ends before it begins, or that is no district's. */
export async function saveApprovalRules(
  context: Context,
  person: Person,
  { organizationId, twoPersonApproval, election, version }: ApprovalRules,
): Promise<Organization> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const found = await findOrRefuse(records.organizations, organizationId, '운영 주체를');
    requireRight(person, 'organization.write', { organizationId });
    refuseStale(found.version, version);
    const before = without(found, 'election');
    if (election) refuseBadElection(found, election);
    const after: Organization = {
      ...{ ...before, twoPersonApproval },
      ...(election && { election }),
      version: before.version + 1,
    };
    await records.organizations.put(after);
    noted.touch('organizations');
    noted.record({
      action: 'organization.approval',
      subjectId: organizationId,
      before: found,
      after,
    });
    return after;
  });
  return value;
}

function refuseBadElection(
  { kind }: Organization,
  { from, until }: NonNullable<Organization['election']>,
): void {
  if (kind !== 'district')
    throw badElection('election', '선거 기간은 자치구에만 정할 수 있습니다.');
  if (until < from)
    throw badElection('election.until', '끝나는 날을 시작하는 날이나 그 뒤로 적어 주십시오.');
}

function badElection(path: string, message: string): Refusal {
  return new Refusal('invalid', message, [{ path, message }]);
}
