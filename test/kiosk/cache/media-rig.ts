/** A media cache over files that a test names, without a network. */
import { createHash } from 'node:crypto';
import type { FetchPart } from '../../../kiosk/cache/download.ts';
import { MediaCache } from '../../../kiosk/cache/media-cache.ts';
import { memoryMediaStore } from '../../../kiosk/cache/media-store.ts';
import { sha256Hex } from '../../../kiosk/cache/sha256.ts';
import { StorageWatch } from '../../../kiosk/cache/storage-watch.ts';

export function shaOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** `asked` lists the hashes of all requests, `came` the files that arrived. */
export function cacheOver(files: Record<string, string>, fetchPart?: FetchPart, partBytes = 8) {
  const asked: string[] = [];
  const came: string[] = [];
  const failures: unknown[] = [];
  const storageFailures: unknown[] = [];
  const store = memoryMediaStore();
  const state = { now: 0 };
  const serve: FetchPart = (sha256, { from, bytes }) => {
    const text = files[sha256];
    if (text === undefined) return Promise.reject(new Error('404'));
    const blob = new Blob([text.slice(from, from + bytes)]);
    return Promise.resolve({ from, blob, totalBytes: text.length });
  };
  const cache = new MediaCache({
    store,
    fetchPart: (sha256, request) => {
      asked.push(sha256);
      return (fetchPart ?? serve)(sha256, request);
    },
    hash: (bytes) => sha256Hex(bytes, undefined),
    now: () => state.now,
    storage: new StorageWatch((error) => storageFailures.push(error)),
    onFailure: (error) => failures.push(error),
    onCame: (sha256) => came.push(sha256),
    partBytes,
  });
  return { cache, store, asked, came, failures, storageFailures, state, serve };
}
