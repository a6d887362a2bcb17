import { basename, join, sep } from 'node:path';
import { Router, static as serveStatic } from 'express';
import type { Response } from 'express';

const PAGES = { '/board': 'kiosk', '/console': 'console' } as const;

/**
 * The built pages below `distDir`: assets carry a hash in their names and are kept for ever, everything else
 * is asked for again each time. `/` leads to the console.
 */
export function pagesRouter(distDir: string): Router {
  const router = Router();
  router.get('/', (_request, response) => response.redirect('/console/'));
  for (const [path, folder] of Object.entries(PAGES)) {
    router.use(path, serveStatic(join(distDir, folder), { cacheControl: false, setHeaders }));
  }
  return router;
}

function setHeaders(response: Response, path: string): void {
  const isHashed = path.includes(`${sep}assets${sep}`);
  response.set('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  // The worker also answers at the address without a slash, which is what people type.
  if (basename(path) === 'sw.js') response.set('Service-Worker-Allowed', '/board');
}
