import type { Feed } from '../../shared/content/feed.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { isManagedBy } from './invite-person.ts';

/** From now on the link answers that there is nothing. Throws `not-found`, also for those of others. */
export async function revokeFeed(
  context: Context,
  person: Person,
  { feedId }: { readonly feedId: string },
): Promise<null> {
  await change(context, { person }, async (records, noted) => {
    const feed = await records.feeds.get(feedId);
    const owner = feed && (await records.people.get(feed.personId));
    if (!feed || !mayRevoke(person, feed, owner))
      throw new Refusal('not-found', '그 구독 링크를 찾을 수 없습니다. 목록을 새로 고쳐 주십시오.');
    await records.feeds.remove(feedId);
    noted.touch('feeds');
    noted.record({ action: 'feed.revoke', subjectId: feedId, before: feed, after: null });
  });
  return null;
}

/** Whether `person` may know of the feed and end it: its owner, and who manages its owner. */
export function mayRevoke(person: Person, feed: Feed, owner: Person | undefined): boolean {
  return feed.personId === person.id || (owner !== undefined && isManagedBy(owner, person));
}
