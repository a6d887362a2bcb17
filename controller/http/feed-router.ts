import { Router } from 'express';
import { createHash } from 'node:crypto';
import type { Site } from '../people/site.ts';
import type { Context } from '../usecases/context.ts';
import { readFeed } from '../usecases/read-feed.ts';
import { limitCalls, limitGuesses } from './rate-limits.ts';

/**
 * `GET` and `HEAD /feeds/<secret>.ics`: the secret is all the right that a calendar program brings. Whatever
 * opens nothing, revoked ones too, goes on as an address that does not exist.
 */
export function feedRouter(context: Context, { publicUrl }: Pick<Site, 'publicUrl'>): Router {
  const router = Router();
  router.use('/feeds', limitGuesses(), limitCalls());
  router.get('/feeds/:secret.ics', async (request, response, next) => {
    const text = await readFeed(context, request.params.secret, publicUrl);
    if (text === undefined) {
      next();
      return;
    }
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    response.set({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="plaza-board.ics"',
      // Asked for again each time, so that a revoked link is gone at once.
      'Cache-Control': 'private, no-cache',
      ETag: tag,
      'X-Robots-Tag': 'noindex',
    });
    // Express would send it whole to programs that add `Cache-Control: no-cache` to the question.
    if (request.headers['if-none-match']?.includes(tag) === true) response.status(304).end();
    else response.send(text);
  });
  return router;
}
