import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIntake } from '../../../controller/media/intake.ts';
import { openMediaFiles } from '../../../controller/media/media-files.ts';
import type { Media } from '../../../shared/content/media.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

let controller: TestController;
let manager: TestClient;
let photo: Buffer;
beforeAll(async () => {
  controller = await startTestController();
  manager = await controller.as('manager');
  photo = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#246' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => controller.stop());

const binary = { 'content-type': 'application/octet-stream' };
const upload = (client: TestClient, organizationId: string, body: Buffer = photo) =>
  client.send('uploadMedia', {
    query: { organizationId, consent: 'none-needed' },
    headers: binary,
    body,
  });

describe('POST /api/media', () => {
  it('stores a photo for an organization, and tells of it', async () => {
    const { value } = await upload(manager, 'guild');
    expect(value).toMatchObject({ widthPx: 80, heightPx: 60, organizationId: 'guild' });
    const sha256 = value?.sha256 ?? '';
    expect(await manager.get('readMedia', { params: { sha256 } })).toEqual(value);
    const [entry] = await controller.store.records.audit.page(null, 1);
    expect(entry).toMatchObject({ action: 'media.upload', subjectId: sha256, personId: 'manager' });
  });

  it('keeps one row of the same photo, for every organization that brought it', async () => {
    const first = await upload(manager, 'guild');
    const officer = await controller.as('officer');
    const slideOfOffice = {
      body: {
        ...{ organizationId: 'office', shopId: null, dwellSeconds: 15 },
        content: {
          template: 'picture',
          title: { ko: '거리' },
          picture: {
            ...{ sha256: first.value?.sha256 ?? '', alt: { ko: '거리' } },
            ...{ focusX: 0.5, focusY: 0.5 },
          },
        },
      },
    };
    expect((await officer.send('createSlide', slideOfOffice)).problem?.code).toBe('invalid');
    for (let times = 0; times < 2; times++) {
      const again = await upload(officer, 'office');
      expect(again.value).toMatchObject({
        ...{ sha256: first.value?.sha256, organizationId: 'guild' },
        otherOwners: [{ organizationId: 'office', consent: 'none-needed' }],
      });
    }
    expect((await officer.send('createSlide', slideOfOffice)).status).toBe(200);
  });

  it('takes a photo of a merchant for its organization', async () => {
    expect((await upload(await controller.as('baker'), 'guild')).status).toBe(200);
  });

  it.each([
    { who: 'manager', organizationId: 'office', code: 'forbidden' },
    { who: 'baker', organizationId: 'office', code: 'forbidden' },
    { who: 'viewer', organizationId: 'guild', code: 'forbidden' },
    { who: 'admin', organizationId: 'nobody', code: 'not-found' },
    { who: 'manager', organizationId: '../guild', code: 'invalid' },
  ] as const)('refuses $who for $organizationId: $code', async ({ who, organizationId, code }) => {
    const before = controller.fingerprint();
    expect((await upload(await controller.as(who), organizationId)).problem?.code).toBe(code);
    expect(controller.fingerprint()).toBe(before);
  });

  it.each([
    { what: 'nothing', body: Buffer.alloc(0), code: 'unreadable-media' },
    { what: 'text', body: Buffer.from('<svg onload="x"/>'), code: 'unsupported-media' },
  ])('refuses $what: $code', async ({ body, code }) => {
    expect((await upload(manager, 'guild', body)).problem?.code).toBe(code);
  });

  it('refuses what says that it is too large, without waiting for it', async () => {
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      const path = '/api/media?organizationId=guild&consent=none-needed';
      const headers = { ...manager.headers, ...binary, 'content-length': 26_214_401 };
      request(`${controller.origin}${path}`, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode);
        response.destroy();
      })
        .once('error', reject)
        .write('the first bytes');
    });
    expect(answered).toBe(413);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const path = '/api/media?organizationId=guild&consent=none-needed';
    const headers = { ...manager.headers, ...binary, 'content-length': 100_000 };
    const sending = request(`${controller.origin}${path}`, { method: 'POST', headers });
    sending.once('error', () => undefined);
    sending.write(photo);
    const parts = join(controller.dataDir, 'media/parts');
    await expect.poll(() => existsSync(parts) && readdirSync(parts).length).toBe(1);
    sending.destroy();
    await expect.poll(() => readdirSync(parts).length).toBe(0);
  });
});

describe('Intake on a full disk', () => {
  it('says so', async () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const files = openMediaFiles(join(controller.dataDir, 'media'));
    const intake = createIntake({ ...files, adopt: () => Promise.reject(full) }, null);
    const taken = intake.photo({ body: Readable.from([photo]), declaredBytes: null }, () =>
      Promise.resolve(null),
    );
    await expect(taken).rejects.toMatchObject({ code: 'storage-full' });
    expect(readdirSync(join(controller.dataDir, 'media/parts'))).toEqual([]);
  });
});

describe('GET /media/<sha256>', () => {
  let media: Media;
  beforeAll(async () => {
    media = (await upload(manager, 'guild')).value!;
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${controller.origin}/media/${path}`, { headers });

  it('gives the bytes to anybody, for ever, as nothing but a picture', async () => {
    const response = await get(media.sha256);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-length': String(media.bytes),
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
      etag: `"${media.sha256}"`,
    });
    expect((await response.arrayBuffer()).byteLength).toBe(media.bytes);
  });

  it('gives a range, and nothing again to who has it', async () => {
    const part = await get(media.sha256, { range: 'bytes=0-9' });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);
    // Not by fetch, which asks with `no-cache` whenever it is given a condition.
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'if-none-match': `"${media.sha256}"` };
      request(`${controller.origin}/media/${media.sha256}`, { headers }, (response) => {
        resolve(response.resume().statusCode);
      })
        .once('error', reject)
        .end();
    });
    expect(status).toBe(304);
  });

  it.each([
    '0'.repeat(64),
    'parts',
    '..%2f..%2fplaza.db',
    '%2e%2e/plaza.db',
    `${'a'.repeat(64)}%00.webp`,
    'CON',
    '',
  ])('has no %j', async (path) => {
    const response = await get(path);
    expect([404, 400]).toContain(response.status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('cache-control') ?? '').not.toContain('immutable');
  });
});
