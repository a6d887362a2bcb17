import type { IncomingHttpHeaders } from 'node:http';
import type { Site } from './site.ts';

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

/** The origin under which this request reached us. */
function askedOrigin(headers: IncomingHttpHeaders, site: Site): string | undefined {
  const { host } = headers;
  if (host === undefined) return undefined;
  const forwarded = site.trustProxyHops > 0 ? headers['x-forwarded-proto'] : undefined;
  const isSecure = site.secure || forwarded === 'https';
  return `${isSecure ? 'https' : 'http'}://${host.toLowerCase()}`;
}
