import type { Feed, FeedFields } from '../../shared/content/feed.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { hashSecret, newSecret } from '../people/secret.ts';
import type { Records } from '../store/store.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { requireRight } from './require-right.ts';

const MOST_FEEDS = 20;

/**
 * A calendar of its own for one phone; `path` holds the secret, which nothing stores. Throws `invalid` for an
 * organization or shop that is none, `conflict` when the person has too many.
 */
export async function createFeed(
  context: Context,
  person: Person,
  fields: FeedFields,
): Promise<{ feed: Feed; path: string }> {
  requireRight(person, 'content.read', fields);
  const secret = newSecret();
  const { value: feed } = await change(context, { person }, async (records, noted) => {
    await refuseBadFeed(records, fields);
    await refuseMany(records, person);
    const id = context.newId();
    const made: Feed = {
      ...{ id, ...fields, personId: person.id },
      ...{ createdAt: context.now(), readAt: null },
    };
    await records.feeds.add(made, hashSecret(secret));
    noted.touch('feeds');
    noted.record({ action: 'feed.create', subjectId: id, before: null, after: made });
    return made;
  });
  return { feed, path: `/feeds/${secret}.ics` };
}

async function refuseBadFeed(
  records: Records,
  { organizationId, shopId }: FeedFields,
): Promise<void> {
  const shop = shopId === null ? undefined : await records.shops.get(shopId);
  const isOrganization =
    organizationId === null || (await records.organizations.get(organizationId)) !== undefined;
  const isShop =
    shopId === null ||
    (shop !== undefined && (organizationId === null || shop.organizationId === organizationId));
  if (isOrganization && isShop) return;
  throw new Refusal('invalid', '누구의 편성인지 다시 골라 주십시오.', [
    isOrganization
      ? { path: 'shopId', message: '그 가게가 없습니다. 목록에서 골라 주십시오.' }
      : { path: 'organizationId', message: '그 운영 주체가 없습니다. 목록에서 골라 주십시오.' },
  ]);
}

async function refuseMany(records: Records, person: Person): Promise<void> {
  const own = (await records.feeds.all()).filter(({ personId }) => personId === person.id);
  if (own.length < MOST_FEEDS) return;
  throw new Refusal(
    'conflict',
    `구독 링크는 한 사람이 ${MOST_FEEDS}개까지 만들 수 있습니다. 쓰지 않는 링크를 먼저 끊어 주십시오.`,
  );
}
