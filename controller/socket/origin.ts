import type { IncomingMessage } from 'node:http';

/**
 * Whether the page that asks is ours: its origin's host is the one that was asked, or that of `publicUrl`.
 * CORS does not guard a WebSocket, so this does. A program sends no Origin and is judged by its token
 * later; `undefined` says so.
 */
export function isOwnOrigin(
  request: Pick<IncomingMessage, 'headers'>,
  publicUrl: string | null,
): boolean | undefined {
  const { origin, host } = request.headers;
  if (origin === undefined) {
    // A same-origin GET carries no Origin, but current browsers say where it comes from.
    const site = request.headers['sec-fetch-site'];
    if (site === undefined) return undefined;
    return site === 'same-origin';
  }
  const from = hostOf(origin);
  if (from === undefined) return false;
  return from === host?.toLowerCase() || (publicUrl !== null && from === hostOf(publicUrl));
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}
