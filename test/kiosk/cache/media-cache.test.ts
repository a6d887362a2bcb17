import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FetchedPart } from '../../../kiosk/cache/download.ts';
import { sha256Hex } from '../../../kiosk/cache/sha256.ts';
import { cacheOver, shaOf } from './media-rig.ts';

const PICTURE = 'a picture of bread';
const FILM = 'a film that is so long that it comes in many parts';
const [picture, film, missing] = [shaOf(PICTURE), shaOf(FILM), shaOf('missing')];
const DAY_MS = 86_400_000;

afterEach(() => {
  vi.useRealTimers();
});

function spoilt(fault: string, fine: FetchedPart): FetchedPart {
  if (fault === 'empty') return { from: 0, blob: new Blob([]), totalBytes: 0 };
  if (fault === 'corrupt') return { ...fine, blob: new Blob(['#'.repeat(fine.blob.size)]) };
  if (fault === 'html') return { from: 0, blob: new Blob(['<html>']), totalBytes: 6 };
  if (fault === 'whole') return { ...fine, from: 0, blob: new Blob([FILM]) };
  return fault === 'other length' ? { ...fine, totalBytes: FILM.length + 9 } : fine;
}

describe('media cache', () => {
  it('[B20] asks once and then has it', async () => {
    const { cache, asked } = cacheOver({ [picture]: PICTURE }, undefined, 100);
    const [first] = await Promise.all([cache.load(picture), cache.load(picture)]);
    await cache.load(picture);
    expect(await first.text()).toBe(PICTURE);
    expect(asked).toEqual([picture]);
  });

  it('[B20] refuses wrong bytes and stores nothing of them', async () => {
    const { cache, store } = cacheOver({ [picture]: '<html>captive portal</html>' });
    await expect(cache.load(picture)).rejects.toThrow('not the ones asked for');
    expect(await store.names()).toEqual([]);
    expect(await store.partNames()).toEqual([]);
  });

  it('[B20] gives out only the right bytes, whatever the network makes of them', async () => {
    const fault = fc.constantFrom(
      'fine',
      'cut',
      'empty',
      'corrupt',
      'html',
      'whole',
      'other length',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 12 }), async (faults) => {
        const left = [...faults];
        const { cache } = cacheOver({}, (_sha256, { from, bytes }) => {
          const fine: FetchedPart = {
            ...{ from, totalBytes: FILM.length },
            blob: new Blob([FILM.slice(from, from + bytes)]),
          };
          const now = left.shift() ?? 'fine';
          return now === 'cut'
            ? Promise.reject(new TypeError('terminated'))
            : Promise.resolve(spoilt(now, fine));
        });
        for (let tries = 0; tries <= faults.length; tries += 1) {
          const blob = await cache.load(film).catch(() => null);
          if (blob) expect(await blob.text()).toBe(FILM);
        }
        expect(await (await cache.load(film)).text()).toBe(FILM);
      }),
      { numRuns: 150 },
    );
  });

  it('[B20] finds a bit that rotted on the disk and asks again', async () => {
    const { cache, store, asked } = cacheOver({ [picture]: PICTURE }, undefined, 100);
    await store.put({ sha256: picture, blob: new Blob([PICTURE.toUpperCase()]), storedAt: 0 });
    expect(await (await cache.load(picture)).text()).toBe(PICTURE);
    expect(asked).toEqual([picture]);
  });

  it('[B20] looks at the bytes again after a day', async () => {
    const { cache, store, asked, state } = cacheOver({ [picture]: PICTURE }, undefined, 100);
    await cache.load(picture);
    await cache.keep(() => [picture]);
    await store.put({ sha256: picture, blob: new Blob([PICTURE.toUpperCase()]), storedAt: 0 });
    state.now = DAY_MS;
    expect(await (await cache.load(picture)).text()).toBe(PICTURE);
    expect(asked).toEqual([picture, picture]);
  });

  it('[B22] lets one that does not come not stop the others', async () => {
    const { cache, store, failures } = cacheOver({ [picture]: PICTURE });
    await cache.keep(() => [missing, picture]);
    expect(await store.names()).toEqual([picture]);
    expect(failures).toHaveLength(1);
  });

  it('[B22] knows what is missing once it has looked', async () => {
    const { cache, store } = cacheOver({ [picture]: PICTURE });
    expect(cache.isMissing(picture)).toBe(false);
    await cache.look();
    expect(cache.isMissing(picture)).toBe(true);
    await cache.keep(() => [picture, missing]);
    expect([picture, missing].map((sha) => cache.isMissing(sha))).toEqual([false, true]);
    await store.put({ sha256: picture, blob: new Blob(['rotten']), storedAt: 0 });
    await cache.load(picture);
    expect(cache.isMissing(picture)).toBe(false);
  });

  it('[B22] misses what rotted and cannot be had again', async () => {
    const { cache, store } = cacheOver({});
    await store.put({ sha256: picture, blob: new Blob(['rotten']), storedAt: 0 });
    await cache.look();
    expect(cache.isMissing(picture)).toBe(false);
    await expect(cache.load(picture)).rejects.toThrow('404');
    expect(cache.isMissing(picture)).toBe(true);
  });

  it('[B25] drops what nobody wants after two weeks, and nothing before it knows what is wanted', async () => {
    const { cache, store, state } = cacheOver({ [picture]: PICTURE, [film]: FILM });
    await cache.keep(() => [picture, film]);
    state.now = 10 * DAY_MS;
    await cache.keep(() => [film]);
    state.now = 15 * DAY_MS;
    await cache.keep(() => []);
    expect(await store.names()).toEqual([picture, film]);
    await cache.keep(() => [film]);
    expect(await store.names()).toEqual([film]);
  });
});

describe('downloads', () => {
  it('[B21] come in the order in which they are needed, which a push may change at any part', async () => {
    let wanted = [film, picture];
    const { cache, asked, serve, came } = cacheOver(
      { [picture]: PICTURE, [film]: FILM },
      (sha256, request) => {
        wanted = [picture, film];
        return serve(sha256, request);
      },
    );
    await cache.keep(() => wanted);
    expect(asked.slice(0, 4)).toEqual([film, picture, picture, picture]);
    expect(came).toEqual([picture, film]);
  });

  it('[B21] of what is on next go before all others', async () => {
    const { cache, asked } = cacheOver({ [picture]: PICTURE, [film]: FILM });
    const keeping = cache.keep(() => [film]);
    await cache.load(picture);
    expect(asked.slice(0, 4)).toEqual([film, picture, picture, picture]);
    await keeping;
  });

  it('[B21] go on where they broke off, on the next page too', async () => {
    const files = { [film]: FILM };
    const before = cacheOver(files);
    let left = 4;
    const broken = cacheOver(files, (sha256, request) => {
      left -= 1;
      return left < 0 ? Promise.reject(new TypeError('cut')) : before.serve(sha256, request);
    });
    await expect(broken.cache.load(film)).rejects.toThrow('cut');
    const next = cacheOver(files);
    for (const part of await broken.store.parts(film)) await next.store.putPart(part);
    expect(await (await next.cache.load(film)).text()).toBe(FILM);
    expect(next.asked).toHaveLength(Math.ceil(FILM.length / 8) - 4);
    await next.cache.keep(() => [film]);
    expect(await next.store.partNames()).toEqual([]);
  });

  it('[B21] end when no byte came for half a minute, and not while bytes come', async () => {
    vi.useFakeTimers();
    let onBytes: () => void = () => undefined;
    const { cache } = cacheOver({}, (_sha256, request) => {
      onBytes = request.onBytes;
      return new Promise((_resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
      });
    });
    let failure: unknown;
    const loading = cache.load(film).catch((error: unknown) => (failure = error));
    await vi.advanceTimersByTimeAsync(29_000);
    onBytes();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(failure).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1_000);
    await loading;
    expect(failure).toMatchObject({ name: 'TimeoutError' });
  });

  it('[B21] that fail rest, longer each time, and are tried at once when the network is back', async () => {
    vi.useFakeTimers();
    const { cache, asked } = cacheOver({});
    await cache.keep(() => [missing]);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(asked).toHaveLength(2);
    cache.retryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(3);
  });
});

describe('a full disk', () => {
  it('[B26] is said once, costs no picture, and is filled again when there is room', async () => {
    vi.useFakeTimers();
    const { cache, store, asked, storageFailures } = cacheOver({
      [picture]: PICTURE,
      [film]: FILM,
    });
    const put = store.put.bind(store);
    store.put = () => Promise.reject(new Error('QuotaExceededError'));
    await cache.keep(() => [picture, film]);
    expect(storageFailures).toHaveLength(1);
    expect(cache.isMissing(picture)).toBe(false);
    const before = asked.length;
    expect(await (await cache.load(picture)).text()).toBe(PICTURE);
    store.put = put;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await store.names()).toEqual([picture, film]);
    expect(asked).toHaveLength(before);
  });

  it('[B26] first loses what nobody wants', async () => {
    const { cache, store, state } = cacheOver({ [picture]: PICTURE });
    await store.put({ sha256: film, blob: new Blob([FILM]), storedAt: 0 });
    state.now = DAY_MS;
    const put = store.put.bind(store);
    store.put = async (media) => {
      if ((await store.names()).length > 0) throw new Error('QuotaExceededError');
      await put(media);
    };
    await cache.keep(() => [picture]);
    expect(await store.names()).toEqual([picture]);
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
