/** What a browser brings and takes at the door. */
import type { Request } from 'express';
import { deviceWords } from '../people/device-words.ts';
import type { Browser, Entry } from '../people/entry.ts';
import {
  readDeviceCookie,
  writeDeviceCookie,
  writeSessionCookie,
} from '../people/session-cookie.ts';

/** The browser of a request, by its own words and its cookie. */
export function browserOf(request: Request, secure: boolean): Browser {
  const { cookie, 'user-agent': userAgent } = request.headers;
  return { words: deviceWords(userAgent), known: readDeviceCookie(cookie, secure) };
}

/** Hands the session's cookie out, or (null) takes it away. */
export function setSessionCookie(request: Request, secret: string | null, secure: boolean): void {
  request.res?.append('Set-Cookie', writeSessionCookie(secret, secure));
}

/** Hands both cookies out. */
export function setEntryCookies(request: Request, entry: Entry, secure: boolean): void {
  setSessionCookie(request, entry.secret, secure);
  request.res?.append('Set-Cookie', writeDeviceCookie(entry.deviceSecret, secure));
}
