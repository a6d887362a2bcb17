/** Uploads that break off, are dropped, come twice or lie about themselves: what is left is what the rows say. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMediaFiles } from '../../../controller/media/media-files.ts';
import { cleanMedia } from '../../../controller/usecases/clean-media.ts';
import { storedFilesOf } from '../../../shared/content/media.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { noisePng } from '../../support/media-files.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';
import {
  beginPart,
  beginUpload,
  closed,
  outcomeOf,
  sendCut,
  sendPart,
  uploadWhole,
} from '../../support/tus.ts';

const CUTS = 50;
const TUS = { 'tus-resumable': '1.0.0' };

let controller: TestController;
let manager: TestClient;
let photo: Buffer;
/** Rows of the house, which has no files. */
let seeded: ReadonlySet<string>;
beforeAll(async () => {
  controller = await startTestController();
  const rows = await controller.store.records.media.all();
  seeded = new Set(rows.map(({ sha256 }) => sha256));
  manager = await controller.as('manager');
  photo = await noisePng(200);
});
afterAll(() => controller.stop());

const within = (folder: string) => {
  const path = join(controller.dataDir, 'media', folder);
  return existsSync(path) ? readdirSync(path) : [];
};
const left = () => [...within('uploads'), ...within('parts')];
const bugs = () => controller.log.filter(({ level }) => level === 'error');
const offsetOf = async (uploadId: string) => {
  const { headers } = await manager.send('readUpload', { params: { uploadId }, headers: TUS });
  return Number(headers.get('upload-offset'));
};
const clean = (now: number) => {
  const files = openMediaFiles(join(controller.dataDir, 'media'));
  const context = { ...controller.context, now: () => now };
  return cleanMedia(context, files, () => Promise.resolve(new Set()));
};

/** What lies in the media folder is what the rows name, byte for byte. */
async function expectTrueFigures(): Promise<void> {
  const all = await controller.store.records.media.all();
  const rows = all.filter(({ sha256 }) => !seeded.has(sha256));
  const said = new Map(rows.flatMap(storedFilesOf).map(({ sha256, bytes }) => [sha256, bytes]));
  const lying = within('').flatMap((name) => (name.length === 2 ? within(name) : []));
  expect(lying.sort()).toEqual([...said.keys()].sort());
  for (const sha256 of lying) {
    const bytes = readFileSync(join(controller.dataDir, 'media', sha256.slice(0, 2), sha256));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(bytes.length).toBe(said.get(sha256));
  }
}

describe('[71] uploads that break off at each part of their way, all at once', () => {
  let cut: { readonly uploadId: string; readonly sent: number }[];
  beforeAll(async () => {
    cut = await Promise.all(
      Array.from({ length: CUTS }, async (_, index) => {
        const sent = Math.ceil((photo.length * (index + 1)) / (CUTS + 1));
        const uploadId = await beginUpload(manager, photo.length);
        const file = join(controller.dataDir, 'media/uploads', uploadId);
        const arrived = () => statSync(file).size > 0;
        await sendCut(manager, uploadId, { bytes: photo, sent, arrived });
        return { uploadId, sent };
      }),
    );
  });

  it('keep what came, and no byte that did not', async () => {
    for (const { uploadId, sent } of cut) {
      const offset = await offsetOf(uploadId);
      expect(offset).toBeGreaterThan(0);
      expect(offset).toBeLessThanOrEqual(sent);
    }
    expect(bugs()).toEqual([]);
  });

  it('become one picture where they go on, however many bring it', async () => {
    const goOn = cut.filter((_, index) => index % 5 === 0);
    const outcomes = await Promise.all(
      goOn.map(async ({ uploadId }) => {
        const from = await offsetOf(uploadId);
        await sendPart(manager, uploadId, { bytes: photo.subarray(from), from });
        return outcomeOf(manager, uploadId);
      }),
    );
    const hashes = outcomes.map((one) => ('media' in one ? one.media[0]?.sha256 : one.code));
    expect(new Set(hashes).size).toBe(1);
    expect(await controller.store.records.media.get(String(hashes[0]))).toBeDefined();
    for (const { uploadId } of goOn) expect(within('uploads')).not.toContain(uploadId);
    await expectTrueFigures();
  });

  it('leave nothing where they are ended, and nothing after a day where they are left', async () => {
    const others = cut.filter((_, index) => index % 5 !== 0);
    const [ended, abandoned] = [others.slice(0, 30), others.slice(30)];
    await Promise.all(
      ended.map(({ uploadId }) => manager.send('cancelUpload', { params: { uploadId } })),
    );
    expect(left()).toHaveLength(abandoned.length * 2);
    await clean(Date.now() + DAY_MS - 60_000);
    expect(left()).toHaveLength(abandoned.length * 2);
    expect(await clean(Date.now() + DAY_MS + 1000)).toMatchObject({ parts: abandoned.length * 2 });
    expect(left()).toEqual([]);
    const params = { uploadId: abandoned[0]?.uploadId ?? '' };
    expect((await manager.send('readUploadResult', { params })).problem?.code).toBe('not-found');
    await expectTrueFigures();
  });
});

describe('[71] uploads that are not what they say', () => {
  it.each(['-1', '1e3', 'NaN', '', '0x10', '9'.repeat(16)])(
    'are refused with the length %s',
    async (length) => {
      const query = { organizationId: 'guild', consent: 'none-needed' };
      const headers = { ...TUS, 'upload-length': length };
      const { problem } = await manager.send('createUpload', { query, headers });
      expect(problem?.code).toBe('malformed');
      expect(left()).toEqual([]);
    },
  );

  it('end as a broken picture where they say that they are shorter', async () => {
    const uploadId = await uploadWhole(manager, photo.subarray(0, photo.length - 4000));
    expect(await outcomeOf(manager, uploadId)).toMatchObject({ code: 'unreadable-media' });
    expect(left()).toEqual([]);
    await expectTrueFigures();
  });

  it.each(['0', '5', '1000000', '-5', 'x'])(
    'take no piece that says it begins at %s instead of 10',
    async (offset) => {
      const uploadId = await beginUpload(manager, photo.length);
      await sendPart(manager, uploadId, { bytes: photo.subarray(0, 10), from: 0 });
      const { problem } = await manager.send('sendUpload', {
        params: { uploadId },
        headers: {
          ...{ ...TUS, 'upload-offset': offset },
          'content-type': 'application/offset+octet-stream',
        },
        body: photo.subarray(10),
      });
      expect(problem?.status).toBeGreaterThanOrEqual(400);
      expect(problem?.status).toBeLessThan(500);
      expect(await offsetOf(uploadId)).toBe(10);
      await manager.send('cancelUpload', { params: { uploadId } });
      expect(left()).toEqual([]);
    },
  );

  it('leave nothing when they are ended while a piece is still on its way', async () => {
    const uploadId = await beginUpload(manager, photo.length);
    const file = join(controller.dataDir, 'media/uploads', uploadId);
    const arrived = () => statSync(file).size > 0;
    const sent = photo.length >> 1;
    const sending = await beginPart(manager, uploadId, { bytes: photo, sent, arrived });
    await manager.send('cancelUpload', { params: { uploadId } });
    sending.end(photo.subarray(sent));
    await closed(sending);
    await expect.poll(left).toEqual([]);
    expect(bugs()).toEqual([]);
  });
});
