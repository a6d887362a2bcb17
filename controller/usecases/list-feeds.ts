import type { Feed } from '../../shared/content/feed.ts';
import type { Person } from '../../shared/content/person.ts';
import type { Context } from './context.ts';
import { mayRevoke } from './revoke-feed.ts';

/** The person's own, and those of the people that they manage, by creation. */
export async function listFeeds({ store: { records } }: Context, person: Person): Promise<Feed[]> {
  const ownerById = new Map((await records.people.all()).map((owner) => [owner.id, owner]));
  return (await records.feeds.all()).filter((feed) =>
    mayRevoke(person, feed, ownerById.get(feed.personId)),
  );
}
