/** The console's cookies, read and written as header text, so that HTTP and sockets agree on them. */
import { DEVICE_LIFE_MS } from './entry.ts';
import { SESSION_LIFE_MS } from './session.ts';

/** Over TLS the browser itself guarantees by the prefix that only this host set it. */
export function sessionCookieName(secure: boolean): string {
  return nameOf('plaza-session', secure);
}

/** The session's secret in a `Cookie` header, or undefined. */
export function readSessionCookie(header: string | undefined, secure: boolean): string | undefined {
  return readCookie(header, sessionCookieName(secure));
}

/** The secret of a browser in which somebody signed in before, or undefined. */
export function readDeviceCookie(header: string | undefined, secure: boolean): string | undefined {
  return readCookie(header, nameOf('plaza-device', secure));
}

/** The `Set-Cookie` header that hands out `secret`, or (null) takes the cookie away. */
export function writeSessionCookie(secret: string | null, secure: boolean): string {
  const pair = `${sessionCookieName(secure)}=${secret ?? ''}`;
  return writeCookie(pair, secret === null ? 0 : SESSION_LIFE_MS, secure);
}

export function writeDeviceCookie(secret: string, secure: boolean): string {
  return writeCookie(`${nameOf('plaza-device', secure)}=${secret}`, DEVICE_LIFE_MS, secure);
}

function nameOf(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

function readCookie(header: string | undefined, name: string): string | undefined {
  const prefix = `${name}=`;
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  return pair === undefined || pair.length > 200 ? undefined : pair.slice(prefix.length);
}

function writeCookie(pair: string, lifeMs: number, secure: boolean): string {
  return [
    pair,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${lifeMs / 1000}`,
    ...(secure ? ['Secure'] : []),
  ].join('; ');
}
