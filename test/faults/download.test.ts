/** Media files through a network that cuts, corrupts and intercepts: in the end right, in between nothing wrong. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMediaFiles } from '../../controller/media/media-files.ts';
import { MediaCache } from '../../kiosk/cache/media-cache.ts';
import { memoryMediaStore } from '../../kiosk/cache/media-store.ts';
import { sha256Hex } from '../../kiosk/cache/sha256.ts';
import { StorageWatch } from '../../kiosk/cache/storage-watch.ts';
import { call, type CallContext } from '../../kiosk/link/call.ts';
import { fetchPart } from '../../kiosk/link/fetch-media.ts';
import { Intercepted, Interceptions } from '../../kiosk/link/intercepted.ts';
import { pullManifest } from '../../shared/protocol/http/screens.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import { keepBytes } from '../support/keep-bytes.ts';
import { startTestController, type TestController } from '../support/test-controller.ts';
import { FaultProxy, type Fault } from './proxy.ts';

const PART_BYTES = 2048;
const FILE_BYTES = 5 * PART_BYTES + 777;
/** What one answer carries beside its body, at most. */
const HEAD_BYTES = 1024;
const file = randomBytes(FILE_BYTES);
const SENT_BYTES = FILE_BYTES + 6 * HEAD_BYTES;
const STEP = ALL_FAULTS ? 1 : 331;

let controller: TestController;
let proxy: FaultProxy;
let sha256: string;

beforeAll(async () => {
  controller = await startTestController();
  sha256 = await keepBytes(openMediaFiles(join(controller.dataDir, 'media')), file);
});

beforeEach(() => openProxy());
afterEach(() => proxy.close());
afterAll(() => controller.stop());

describe('a download', () => {
  it('[B20] [B21] goes on where it was cut, wherever that is, and fetches one part again at most', async () => {
    for (let cutAfter = 0; cutAfter < SENT_BYTES; cutAfter += STEP) {
      await brokenOnce({ cutAfter });
      const { cache, store } = openCache();
      const first = await cache.load(sha256).catch(() => null);
      if (!first) expect(await store.names(), `cut after ${cutAfter}`).toEqual([]);
      const blob = first ?? (await untilLoaded(cache));
      expect(await isRight(blob), `cut after ${cutAfter}`).toBe(true);
      expect(proxy.passedBytes).toBeLessThan(SENT_BYTES + PART_BYTES + HEAD_BYTES);
    }
  });

  it('[B20] starts over where a byte was wrong, and shows nothing of it', async () => {
    for (let corruptAt = 0; corruptAt < SENT_BYTES; corruptAt += STEP) {
      await brokenOnce({ corruptAt });
      const blob = await untilLoaded(openCache().cache);
      expect(await isRight(blob), `corrupt at ${corruptAt}`).toBe(true);
    }
  });

  it('[B21] comes over a line that resets, is slow and late', async () => {
    proxy.fault = (connection) => ({
      ...{ delayMs: 20, bytesPerSecond: 200_000 },
      ...(connection % 3 === 0 ? {} : { resetAfter: 3 * PART_BYTES }),
    });
    expect(await isRight(await untilLoaded(openCache().cache))).toBe(true);
  });
});

describe.each(['page', 'redirect'] as const)('a login %s in the controller’s place', (portal) => {
  it('[B24] is no file, and the file comes when it is gone', async () => {
    proxy.fault = () => ({ portal });
    const { cache, store } = openCache();
    await expect(cache.load(sha256)).rejects.toThrow(Intercepted);
    expect([await store.names(), await store.partNames()]).toEqual([[], []]);
    proxy.fault = () => ({});
    expect(await isRight(await untilLoaded(cache))).toBe(true);
  });

  it('[B24] is no manifest, and is told of when the controller is heard again', async () => {
    const told: string[] = [];
    const reporter = {
      report: (kind: string, cause: unknown) => told.push(`${kind}: ${String(cause)}`),
    };
    const interceptions = new Interceptions(reporter, () => Date.UTC(2026, 10, 22, 3));
    const context = { ...contextOf(null), onIntercepted: interceptions.note };
    proxy.fault = () => ({ portal });
    await expect(call(context, pullManifest, null)).rejects.toThrow(Intercepted);
    await expect(call(context, pullManifest, null)).rejects.toThrow(Intercepted);
    interceptions.tell();
    interceptions.tell();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^intercepted: 2× from 2026-11-22T03:00:00.000Z to /);
    proxy.fault = () => ({});
    const token = await controller.deviceToken('board');
    const { manifest } = await call({ ...context, token }, pullManifest, null);
    expect(manifest.revision).toBeGreaterThan(0);
  });
});

it('[B24] a refusal of the controller is no interception', async () => {
  await expect(call(contextOf('wrong'), pullManifest, null)).rejects.toThrow('unauthenticated');
});

/** A proxy of its own for each trial, so that no connection of the one before is left. */
async function openProxy(): Promise<void> {
  proxy = await FaultProxy.open(controller.origin);
}

/** The first connection has the fault, later ones have none. */
async function brokenOnce(fault: Fault): Promise<void> {
  await proxy.close();
  await openProxy();
  proxy.fault = (connection) => (connection === 0 ? fault : {});
}

async function untilLoaded(cache: MediaCache): Promise<Blob> {
  for (;;) {
    const blob = await cache.load(sha256).catch(() => null);
    if (blob) return blob;
  }
}

function openCache() {
  const store = memoryMediaStore();
  const cache = new MediaCache({
    store,
    fetchPart: (sha, part) => fetchPart(contextOf(null), sha, part),
    hash: (bytes) => sha256Hex(bytes, undefined),
    now: () => 0,
    storage: new StorageWatch(() => undefined),
    onFailure: () => undefined,
    onCame: () => undefined,
    partBytes: PART_BYTES,
  });
  return { cache, store };
}

function contextOf(token: string | null): CallContext {
  return { fetch, origin: proxy.origin, token };
}

async function isRight(blob: Blob): Promise<boolean> {
  return file.equals(Buffer.from(await blob.arrayBuffer()));
}
