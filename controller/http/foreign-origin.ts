import type { IncomingHttpHeaders } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { Refusal } from '../../shared/problem.ts';
import type { Site } from '../people/site.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether another site's page sent this. `Sec-Fetch-Site` decides where the browser sends it (over TLS and on
 * localhost); else `Origin` must be ours. Neither of them means no browser: then no foreign page either.
 */
export function isForeign(headers: IncomingHttpHeaders, site: Site): boolean {
  const fetchSite = headers['sec-fetch-site'];
  if (fetchSite !== undefined) return fetchSite !== 'same-origin' && fetchSite !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  return origin !== site.publicUrl && origin !== askedOrigin(headers, site);
}

/** Express middleware: refuses unsafe requests that a foreign page sent. */
export function refuseForeign(site: Site) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (!SAFE_METHODS.has(request.method) && isForeign(request.headers, site)) {
      next(
        new Refusal(
          'foreign-origin',
          '다른 사이트에서 보낸 요청은 받지 않습니다. 콘솔에서 다시 시도해 주십시오.',
        ),
      );
      return;
    }
    next();
  };
}

/** The origin under which this request reached us. */
function askedOrigin(headers: IncomingHttpHeaders, site: Site): string | undefined {
  const { host } = headers;
  if (host === undefined) return undefined;
  const forwarded = site.trustProxyHops > 0 ? headers['x-forwarded-proto'] : undefined;
  const isSecure = site.secure || forwarded === 'https';
  return `${isSecure ? 'https' : 'http'}://${host.toLowerCase()}`;
}
