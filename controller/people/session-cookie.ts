/** The console's cookie, read and written as header text, so that HTTP and sockets agree on it. */
import { SESSION_LIFE_MS } from './session.ts';

/** Over TLS the browser itself guarantees by the prefix that only this host set it. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-plaza-session' : 'plaza-session';
}

/** The session's secret in a `Cookie` header, or undefined. */
export function readSessionCookie(header: string | undefined, secure: boolean): string | undefined {
  const prefix = `${sessionCookieName(secure)}=`;
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  return pair === undefined || pair.length > 200 ? undefined : pair.slice(prefix.length);
}

/** The `Set-Cookie` header that hands out `secret`, or (null) takes the cookie away. */
export function writeSessionCookie(secret: string | null, secure: boolean): string {
  return [
    `${sessionCookieName(secure)}=${secret ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${secret === null ? 0 : SESSION_LIFE_MS / 1000}`,
    ...(secure ? ['Secure'] : []),
  ].join('; ');
}
