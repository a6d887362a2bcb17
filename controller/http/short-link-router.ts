import { Router } from 'express';
import type { Request } from 'express';
import type { Context } from '../usecases/context.ts';
import { followLink } from '../usecases/follow-link.ts';
import { limitCalls } from './rate-limits.ts';
import { shortLinkPage, shortLinkPagePolicy } from './short-link-page.ts';

/** Programs that fetch an address to show what is behind it, by how they name themselves. */
const PREVIEWS =
  /(?<!cu)bot\b|crawl|spider|scrap|preview|facebookexternalhit|whatsapp|yeti|daumoa|curl|wget|python|headless/i;

/**
 * `GET` and `HEAD /q/<code>`, in either case: on to the slide's link. What the passer-by sends along is looked
 * at to leave out previews, and goes nowhere: not into the store, the log, or a cookie.
 */
export function shortLinkRouter(context: Context): Router {
  const router = Router();
  router.use('/q', limitCalls());
  router.get('/q/:code', async (request, response) => {
    const followed = await followLink(context, request.params.code, isPerson(request));
    response.set({
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    });
    if (followed.to === null)
      response
        .status(404)
        .set({ 'Content-Security-Policy': shortLinkPagePolicy, 'Content-Language': 'ko' })
        .type('html')
        .send(shortLinkPage(followed));
    else response.redirect(302, followed.to);
  });
  return router;
}

function isPerson({ method, headers }: Request): boolean {
  if (method !== 'GET') return false;
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-purpose'];
  return purpose === undefined && !PREVIEWS.test(headers['user-agent'] ?? 'bot/none');
}
