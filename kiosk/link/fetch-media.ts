/** Fetches media files from the controller, in parts. */
import type { FetchedPart, PartRequest } from '../cache/download.ts';
import { CallFailed, problemCode, type CallContext } from './call.ts';
import { refuseForeign } from './intercepted.ts';

const MEDIA_TYPE = /^(image|video)\//;
const CONTENT_RANGE = /^bytes (\d+)-(\d+)\/(\d+)$/;

/**
 * The bytes that were asked for, or the whole file where the server (or a proxy) knows of no parts. Rejects
 * with `CallFailed` for a refusal and with `Intercepted` where something else answered.
 */
export async function fetchPart(
  context: CallContext,
  sha256: string,
  { from, bytes, signal, onBytes }: PartRequest,
): Promise<FetchedPart> {
  const response = await context.fetch(new URL(`/media/${sha256}`, context.origin), {
    signal,
    // Kept here by hash; a copy of the browser's own might be that of a login page.
    cache: 'no-store',
    redirect: 'manual',
    headers: { range: `bytes=${String(from)}-${String(from + bytes - 1)}` },
  });
  refuseForeign(response, MEDIA_TYPE, context);
  if (!response.ok) throw new CallFailed(response.status, await problemCode(response));
  const blob = await counted(response, onBytes);
  if (response.status !== 206) return { from: 0, blob, totalBytes: blob.size };
  const range = CONTENT_RANGE.exec(response.headers.get('content-range') ?? '');
  const [first, last, totalBytes] = (range ?? []).slice(1).map(Number);
  if (first !== from || last === undefined || totalBytes === undefined)
    throw new TypeError(`media ${sha256}: another part came than was asked for`);
  if (blob.size !== last - first + 1) throw new TypeError(`media ${sha256}: a part broke off`);
  return { from, blob, totalBytes };
}

/** The body, with a word for each piece of it. */
function counted(response: Response, onBytes: () => void): Promise<Blob> {
  if (!response.body) return response.blob();
  const watched = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, out) {
      onBytes();
      out.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(watched)).blob();
}
