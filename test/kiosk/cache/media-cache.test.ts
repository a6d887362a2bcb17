import { createHash, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MediaCache, memoryMediaStore } from '../../../kiosk/cache/media-cache.ts';
import { sha256Hex } from '../../../kiosk/cache/sha256.ts';

function shaOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function cacheOver(files: Record<string, string>) {
  const asked: string[] = [];
  const failures: unknown[] = [];
  const store = memoryMediaStore();
  const state = { now: 0 };
  const cache = new MediaCache({
    store,
    fetchMedia: (sha256) => {
      asked.push(sha256);
      const text = files[sha256];
      return text === undefined
        ? Promise.reject(new Error('404'))
        : Promise.resolve(new Blob([text]));
    },
    hash: (bytes) => sha256Hex(bytes, undefined),
    now: () => state.now,
    onFailure: (error) => failures.push(error),
  });
  return { cache, store, asked, failures, state };
}

describe('media cache', () => {
  it('asks once and then has it', async () => {
    const sha = shaOf('picture');
    const { cache, asked } = cacheOver({ [sha]: 'picture' });
    const [first] = await Promise.all([cache.load(sha), cache.load(sha)]);
    await cache.load(sha);
    expect(await first.text()).toBe('picture');
    expect(asked).toEqual([sha]);
  });

  it('refuses wrong bytes and stores nothing of them', async () => {
    const sha = shaOf('picture');
    const { cache, store } = cacheOver({ [sha]: '<html>captive portal' });
    await expect(cache.load(sha)).rejects.toThrow('not the ones asked for');
    expect(await store.list()).toEqual([]);
  });

  it('finds a bit that rotted on the disk and asks again', async () => {
    const sha = shaOf('picture');
    const { cache, store, asked } = cacheOver({ [sha]: 'picture' });
    await store.put({ sha256: sha, blob: new Blob(['pictuRe']), storedAt: 0 });
    expect(await (await cache.load(sha)).text()).toBe('picture');
    expect(asked).toEqual([sha]);
  });

  it('lets one that does not come not stop the others', async () => {
    const sha = shaOf('picture');
    const { cache, store, failures } = cacheOver({ [sha]: 'picture' });
    await cache.keep([shaOf('missing'), sha]);
    expect(await store.list()).toHaveLength(1);
    expect(failures).toHaveLength(1);
  });

  it('knows what is missing once it has looked', async () => {
    const [here, elsewhere] = [shaOf('picture'), shaOf('missing')];
    const { cache, store } = cacheOver({ [here]: 'picture' });
    expect(cache.isMissing(here)).toBe(false);
    await cache.keep([]);
    expect(cache.isMissing(here)).toBe(true);
    await cache.keep([here, elsewhere]);
    expect([here, elsewhere].map((sha) => cache.isMissing(sha))).toEqual([false, true]);
    await store.put({ sha256: here, blob: new Blob(['pictuRe']), storedAt: 0 });
    await cache.load(here);
    expect(cache.isMissing(here)).toBe(false);
  });

  it('misses what rotted and cannot be had again, and what the disk does not take', async () => {
    const sha = shaOf('picture');
    const { cache, store } = cacheOver({});
    await store.put({ sha256: sha, blob: new Blob(['pictuRe']), storedAt: 0 });
    await cache.keep([sha]);
    expect(cache.isMissing(sha)).toBe(false);
    await expect(cache.load(sha)).rejects.toThrow('404');
    expect(cache.isMissing(sha)).toBe(true);
    const full = cacheOver({ [sha]: 'picture' });
    full.store.put = () => Promise.reject(new Error('the disk is full'));
    await full.cache.keep([sha]);
    expect(full.cache.isMissing(sha)).toBe(true);
  });

  it('drops what nobody wants after two weeks', async () => {
    const sha = shaOf('picture');
    const { cache, store, state } = cacheOver({ [sha]: 'picture' });
    await cache.load(sha);
    state.now = 10 * 86_400_000;
    await cache.keep([]);
    expect(await store.list()).toHaveLength(1);
    state.now = 15 * 86_400_000;
    await cache.keep([]);
    expect(await store.list()).toEqual([]);
  });
});

describe('sha256Hex', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 1000])(
    'computes %i bytes as the browser does',
    async (size) => {
      const bytes = new Uint8Array(size).map((_, index) => (index * 37) % 256).buffer;
      expect(await sha256Hex(bytes, undefined)).toBe(
        await sha256Hex(bytes, webcrypto.subtle as SubtleCrypto),
      );
    },
  );
});
