import { broughtBy, consentOf, type Media } from '../../shared/content/media.ts';
import { mayDo, type Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Intake, StoredPicture } from '../media/intake.ts';
import type { Incoming } from '../media/receive.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';

/**
 * Takes a photo in for an organization. The same photo twice is one row, of all organizations that brought
 * it, and counts as new for the clean-up.
 * @throws Refusal `not-found` for an unknown organization, `forbidden`, or as `Intake.photo` says.
 */
export async function uploadMedia(
  context: Context,
  intake: Intake,
  upload: {
    readonly person: Person;
    readonly organizationId: string;
    readonly consent: Media['consent'];
    readonly incoming: Incoming;
  },
): Promise<Media> {
  const { person, organizationId, consent, incoming } = upload;
  await checkRight(context, person, organizationId);
  return intake.photo(incoming, async (stored) => {
    const row = { ...stored, organizationId, consent, createdAt: context.now() };
    return record(context, person, row);
  });
}

async function checkRight(context: Context, person: Person, organizationId: string): Promise<void> {
  const organization = await context.store.records.organizations.get(organizationId);
  if (organization === undefined)
    throw new Refusal('not-found', '그 운영 주체가 없습니다. 목록에서 다시 골라 주십시오.');
  // A photo belongs to no shop yet: whoever may write for any shop of the organization may bring one.
  const may = person.grants.some(({ shopId }) =>
    mayDo(person, 'media.write', { organizationId, shopId }),
  );
  if (!may) throw new Refusal('forbidden', '이 운영 주체의 사진을 올릴 권한이 없습니다.');
}

async function record(
  context: Context,
  person: Person,
  row: StoredPicture & Media,
): Promise<Media> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const before = await records.media.get(row.sha256);
    const known = before && consentOf(before, row.organizationId);
    const after = before ? { ...broughtBy(before, row), createdAt: row.createdAt } : row;
    await records.media.put(after);
    if (known !== row.consent)
      noted.record({
        action: 'media.upload',
        subjectId: row.sha256,
        before: before ?? null,
        after,
      });
    return after;
  });
  return value;
}
