import type { Context } from '../usecases/context.ts';
import { createFeed } from '../usecases/create-feed.ts';
import { listFeeds } from '../usecases/list-feeds.ts';
import { revokeFeed } from '../usecases/revoke-feed.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

export function feedHandlers(
  context: Context,
): Handlers<'listFeeds' | 'createFeed' | 'revokeFeed'> {
  return {
    listFeeds: (call) => listFeeds(context, signedIn(call).person),
    createFeed: (call) => createFeed(context, signedIn(call).person, call.body),
    revokeFeed: (call) => revokeFeed(context, signedIn(call).person, call.params),
  };
}
