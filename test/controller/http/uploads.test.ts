import { existsSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_FILM_BYTES, MAX_PHOTO_BYTES } from '../../../shared/content/media.ts';
import { noisePng } from '../../support/media-files.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';
import { beginUpload, outcomeOf, sendCut, sendPart, uploadWhole } from '../../support/tus.ts';

let controller: TestController;
let manager: TestClient;
beforeAll(async () => {
  controller = await startTestController();
  manager = await controller.as('manager');
});
afterAll(() => controller.stop());

/** Files of uploads that are under way. */
const pieces = () => {
  const folder = join(controller.dataDir, 'media/uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const parts = () => readdirSync(join(controller.dataDir, 'media/parts'));

describe('Uploads in pieces', () => {
  it('go on where they were broken off, and become one picture', async () => {
    const photo = await noisePng(300);
    const uploadId = await beginUpload(manager, photo.length);
    const file = join(controller.dataDir, 'media/uploads', uploadId);
    const arrived = () => statSync(file).size > 0;
    await sendCut(manager, uploadId, { bytes: photo, sent: photo.length >> 1, arrived });
    const params = { uploadId };
    const { headers } = await manager.send('readUpload', { params, headers: TUS });
    const from = Number(headers.get('upload-offset'));
    expect(from).toBeGreaterThan(0);
    expect(from).toBeLessThan(photo.length);
    expect(await manager.get('readUploadResult', { params })).toEqual({ state: 'sending' });
    await sendPart(manager, uploadId, { bytes: photo.subarray(from), from });
    const outcome = await outcomeOf(manager, uploadId);
    expect(outcome).toMatchObject({
      media: [{ widthPx: 300, organizationId: 'guild', consent: 'recorded', mime: 'image/webp' }],
    });
    expect([pieces(), parts()]).toEqual([[], []]);
  });

  it('take the bytes that are due, and no others', async () => {
    const photo = await noisePng(100);
    const uploadId = await beginUpload(manager, photo.length);
    const sent = { bytes: photo.subarray(10), from: 10 };
    expect((await sendPart(manager, uploadId, sent)).problem?.code).toBe('conflict');
    const tooMany = { bytes: Buffer.concat([photo, photo]), from: 0 };
    expect((await sendPart(manager, uploadId, tooMany)).problem?.code).toBe('too-large');
    await manager.send('cancelUpload', { params: { uploadId } });
  });

  it('that are cancelled while a piece comes refuse it', async () => {
    const bytes = await noisePng(8);
    const statuses = new Set<number>();
    for (let round = 0; round < 60; round += 1) {
      const uploadId = await beginUpload(manager, bytes.length);
      const sending = sendPart(manager, uploadId, { bytes, from: 0 });
      await new Promise((wake) => setTimeout(wake, (round % 12) / 2));
      await manager.send('cancelUpload', { params: { uploadId } });
      statuses.add((await sending).status);
    }
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
  });

  it('are their sender’s alone', async () => {
    const uploadId = await beginUpload(manager, 1000);
    const other = await controller.as('guild-admin');
    for (const name of ['readUpload', 'sendUpload', 'cancelUpload', 'readUploadResult'] as const)
      expect((await other.send(name, { params: { uploadId } })).problem?.code, name).toBe(
        'not-found',
      );
    expect((await manager.send('cancelUpload', { params: { uploadId } })).status).toBe(204);
  });

  it('leave nothing when they are ended', async () => {
    const photo = await noisePng(400);
    const uploadId = await beginUpload(manager, photo.length);
    await sendPart(manager, uploadId, { bytes: photo.subarray(0, 5000), from: 0 });
    expect(pieces().length).toBeGreaterThan(0);
    await manager.send('cancelUpload', { params: { uploadId } });
    expect(pieces()).toEqual([]);
    const { problem } = await manager.send('readUploadResult', { params: { uploadId } });
    expect(problem?.code).toBe('not-found');
  });

  it('leave nothing when they are ended while the server works on them', async () => {
    const before = controller.fingerprint();
    const uploadId = await atWork(manager);
    await manager.send('cancelUpload', { params: { uploadId } });
    await expect.poll(() => [...pieces(), ...parts()]).toEqual([]);
    expect(controller.fingerprint()).toBe(before);
  });

  it('say that the disk is full', async () => {
    const uploadId = await beginUpload(manager, 1000);
    const file = join(controller.dataDir, 'media/uploads', uploadId);
    rmSync(file);
    symlinkSync('/dev/full', file);
    const { status, problem } = await sendPart(manager, uploadId, {
      bytes: Buffer.alloc(1000),
      from: 0,
    });
    expect([status, problem?.code]).toEqual([507, 'storage-full']);
    await manager.send('cancelUpload', { params: { uploadId } });
    expect(pieces()).toEqual([]);
  });

  it('tell the reason of a refusal, as often as it is asked for', async () => {
    const uploadId = await uploadWhole(
      manager,
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    );
    expect(await outcomeOf(manager, uploadId)).toMatchObject({ code: 'unsupported-media' });
    expect(await outcomeOf(manager, uploadId)).toMatchObject({ code: 'unsupported-media' });
    expect(pieces()).toEqual([]);
  });

  it.each([
    { why: 'a film over the limit', bytes: MAX_FILM_BYTES + 1, type: 'video/mp4' },
    { why: 'a photo over the limit', bytes: MAX_PHOTO_BYTES + 1, type: 'image/jpeg' },
    { why: 'anything over every limit', bytes: MAX_FILM_BYTES + 1, type: 'application/zip' },
  ])('are refused before a byte when they announce $why', async ({ bytes, type }) => {
    const query = { organizationId: 'guild', consent: 'none-needed', type };
    const headers = { ...TUS, 'upload-length': String(bytes) };
    const { problem } = await manager.send('createUpload', { query, headers });
    expect(problem?.code).toBe('too-large');
    expect(pieces()).toEqual([]);
  });

  it('are refused for a person who has lost the right meanwhile', async () => {
    const baker = await controller.as('baker');
    const photo = await noisePng(120);
    const uploadId = await beginUpload(baker, photo.length);
    const half = photo.length >> 1;
    await sendPart(baker, uploadId, { bytes: photo.subarray(0, half), from: 0 });
    await controller.store.transact(async (records) => {
      const person = (await records.people.get('baker'))!;
      const grant = { role: 'merchant' as const, organizationId: 'office', shopId: 'bakery' };
      await records.people.put({ ...person, grants: [grant] });
    });
    await sendPart(baker, uploadId, { bytes: photo.subarray(half), from: half });
    expect(await outcomeOf(baker, uploadId)).toMatchObject({ code: 'forbidden' });
    expect(pieces()).toEqual([]);
  });

  it('[64] are refused, too, for one who loses the right while the server works on them', async () => {
    const admin = await controller.as('guild-admin');
    const uploadId = await atWork(admin);
    const before = controller.fingerprint();
    const { records } = controller.store;
    const person = (await records.people.get('guild-admin'))!;
    await controller.store.transact((r) => r.people.put({ ...person, grants: [] }));
    await expect.poll(() => [...pieces(), ...parts()]).toEqual([]);
    await controller.store.transact((r) => r.people.put(person));
    expect(controller.fingerprint()).toBe(before);
    expect(await outcomeOf(admin, uploadId)).toMatchObject({ code: 'forbidden' });
  });

  it('need the length beforehand', async () => {
    const query = { organizationId: 'guild', consent: 'none-needed' };
    const { problem } = await manager.send('createUpload', { query, headers: TUS });
    expect(problem?.code).toBe('malformed');
  });
});

const TUS = { 'tus-resumable': '1.0.0' };

/** A photo that takes the server a while, sent whole. Resolves while it is worked on. */
async function atWork(client: TestClient): Promise<string> {
  const photo = await sharp({
    create: { width: 7000, height: 7000, channels: 3, background: '#a52' },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const uploadId = await beginUpload(client, photo.length);
  await sendPart(client, uploadId, { bytes: photo, from: 0 });
  const working = await client.get('readUploadResult', { params: { uploadId } });
  expect(working.state).toBe('working');
  return uploadId;
}
