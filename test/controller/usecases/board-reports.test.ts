import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetWatch } from '../../../controller/usecases/forget-watch.ts';
import { TestClient, type Sent } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

const ON_BOARD = { params: { screenId: 'board' } };
const NOON = Date.parse('2026-11-23T12:00:00+09:00');

let controller: TestController;
let board: TestClient;
let clock: number;
beforeEach(async () => {
  clock = NOON;
  controller = await startTestController({ now: () => clock });
  const token = await controller.deviceToken('board');
  board = new TestClient(controller.origin, { authorization: `Bearer ${token}` });
});
afterEach(() => controller.stop());

function jpeg(width = 1920, height = 1080): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#c33' } })
    .withMetadata({ exif: { IFD0: { Copyright: 'secret' } } })
    .jpeg()
    .toBuffer();
}

function send(id: string, kind: string, sent: Sent = {}) {
  const headers = { 'content-type': 'image/jpeg' };
  const query = { id, kind, at: String(clock), ...sent.query };
  return board.send('sendBoardReport', { body: '', ...sent, query, headers });
}

async function reports() {
  return (await controller.as('viewer')).get('listBoardReports', ON_BOARD);
}

function picture(reportId: string, screenId = 'board'): Promise<Response> {
  return controller.cookieOf('viewer').then((cookie) =>
    fetch(`${controller.origin}/api/screens/${screenId}/reports/${reportId}/picture`, {
      headers: { cookie },
    }),
  );
}

describe('what a board sends of its glass', () => {
  it('[W40] a picture is made anew, kept, and shown to who may see screens', async () => {
    expect((await send('p1', 'screenshot', { body: await jpeg() })).status).toBe(204);
    expect(await reports()).toEqual([
      {
        ...{ id: 'p1', screenId: 'board', kind: 'screenshot', at: NOON, receivedAt: NOON },
        ...{ message: null, picture: { widthPx: 1280, heightPx: 720 } },
      },
    ]);
    const response = await picture('p1');
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.includes('secret')).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1280 });
  });

  it('[W40] a fault comes with its words, with or without a picture, once', async () => {
    for (let i = 0; i < 3; i += 1)
      await send('f1', 'black', { body: await jpeg(64, 64), query: { message: 'all black' } });
    await send('f2', 'crash', { query: { message: 'gone' } });
    expect(await reports()).toMatchObject([
      { id: 'f1', kind: 'black', message: 'all black', picture: { widthPx: 64 } },
      { id: 'f2', kind: 'crash', picture: null },
    ]);
    expect(await controller.store.records.boardReports.faultsSince(NOON)).toEqual(
      new Map([['board', 2]]),
    );
    expect((await picture('f2')).status).toBe(404);
    expect((await picture('f1', 'other')).status).toBe(404);
  });

  it.each([
    { why: 'a page', body: '<html>', code: 'unsupported-media' },
    {
      why: 'a PNG',
      body: Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
      code: 'unsupported-media',
    },
    { why: 'half a JPEG', body: null, code: 'unreadable-media' },
    { why: 'too much', body: new Uint8Array(3_000_001), code: 'too-large' },
  ])('[W40] refuses $why', async ({ body, code }) => {
    const half = async () => (await jpeg()).subarray(0, 2000);
    const { problem } = await send('bad', 'screenshot', { body: body ?? (await half()) });
    expect(problem?.code).toBe(code);
    expect(await reports()).toEqual([]);
  });

  it('[W41] keeps the newest ten pictures and thirty faults, for sixty days', async () => {
    const bytes = await jpeg(32, 32);
    for (let i = 0; i < 12; i += 1) {
      clock += 60_000;
      await send(`p${i}`, 'screenshot', { body: bytes });
    }
    for (let i = 0; i < 32; i += 1) {
      clock += 60_000;
      await send(`f${i}`, 'hang');
    }
    const kept = await reports();
    expect(kept.filter(({ kind }) => kind === 'screenshot').map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, i) => `p${11 - i}`),
    );
    expect(kept.filter(({ kind }) => kind === 'hang')).toHaveLength(30);
    clock += 59 * 86_400_000;
    expect(await forgetWatch(controller.context)).toBeNull();
    clock += 2 * 86_400_000;
    expect(await forgetWatch(controller.context)).toMatchObject({ reports: 40 });
    expect(await controller.store.records.boardReports.ofScreen('board')).toEqual([]);
  });

  it('[W42] takes no more than thirty within ten minutes', async () => {
    for (let i = 0; i < 30; i += 1) await send(`f${i}`, 'hang');
    expect((await send('f30', 'hang')).problem?.code).toBe('too-many');
    clock += 10 * 60_000;
    expect((await send('f30', 'hang')).status).toBe(204);
  });

  it('[W40] never stores an instant that is still to come', async () => {
    await send('p1', 'screenshot', { query: { at: String(NOON + 86_400_000) } });
    expect((await reports())[0]?.at).toBe(NOON);
  });
});
