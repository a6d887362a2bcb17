import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMediaFiles, type MediaFiles } from '../../../controller/media/media-files.ts';
import { openStore } from '../../../controller/store/sqlite-store.ts';
import type { Store } from '../../../controller/store/store.ts';
import { cleanMedia } from '../../../controller/usecases/clean-media.ts';
import type { Context } from '../../../controller/usecases/context.ts';
import { endExpiredNotices } from '../../../controller/usecases/end-expired-notices.ts';
import { forgetExpired } from '../../../controller/usecases/forget-expired.ts';
import { forgetHistory } from '../../../controller/usecases/forget-history.ts';
import type { Announcement } from '../../../shared/content/announcement.ts';
import type { Booking } from '../../../shared/content/booking.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { temporaryFolder } from '../../support/controller-process.ts';
import { aManifest } from '../../support/manifest-builder.ts';
import { keepBytes } from '../../support/keep-bytes.ts';

const NOW = Date.UTC(2026, 10, 22, 3, 0);
const noBackups = () => Promise.resolve(new Set<string>());

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let files: MediaFiles;
let context: Context;
const stage = vi.fn(() => Promise.resolve({ revisionByScreen: new Map<string, number>() }));
beforeEach(async () => {
  stage.mockClear();
  folder = temporaryFolder();
  files = openMediaFiles(join(folder.path, 'media'));
  store = await openStore({ path: join(folder.path, 'plaza.sqlite') });
  context = {
    store,
    manifests: { stage, release: () => undefined },
    consoles: { contentChanged: () => undefined },
    now: () => NOW,
  } as unknown as Context;
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

async function picture(text: string, ageDays: number, hasRow = true): Promise<string> {
  const sha256 = await keepBytes(files, Buffer.from(text));
  const at = NOW - ageDays * DAY_MS;
  utimesSync(files.pathOf(sha256), at / 1000, at / 1000);
  if (!hasRow) return sha256;
  await store.transact((records) =>
    records.media.put({
      ...{ sha256, mime: 'image/webp', widthPx: 1, heightPx: 1, bytes: text.length },
      ...{ organizationId: 'association', consent: 'none-needed', createdAt: at },
    }),
  );
  return sha256;
}

async function slideWith(sha256: string): Promise<void> {
  await store.transact(async (records) => {
    await records.slides.put({
      ...{ id: 'slide', organizationId: 'association', shopId: null, house: false },
      ...{ state: 'withdrawn', latestRevisionId: 'r2', approvedRevisionId: null },
      ...{ rejectionReason: null, createdAt: NOW, updatedAt: NOW, version: 1 },
    });
    await records.revisions.add({
      ...{ id: 'r1', slideId: 'slide', number: 1, dwellSeconds: 15, pages: 1 },
      content: {
        template: 'picture',
        title: null,
        picture: { sha256, alt: { ko: '사진' }, focusX: 0.5, focusY: 0.5 },
      },
      ...{ createdAt: NOW, createdBy: 'kim' },
    });
  });
}

describe('cleanMedia', () => {
  it('removes pictures that no revision has drawn for a week, row and file', async () => {
    const used = await picture('used', 30);
    await slideWith(used);
    const young = await picture('young', 6);
    const unused = await picture('unused', 8);
    expect(await cleanMedia(context, files, noBackups)).toEqual({ rows: 1, files: 1, parts: 0 });
    expect((await store.records.media.all()).map(({ sha256 }) => sha256).sort()).toEqual(
      [used, young].sort(),
    );
    expect([used, young, unused].map((sha256) => existsSync(files.pathOf(sha256)))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('removes files without a row after a day, but none that a backup names', async () => {
    const fresh = await picture('fresh', 0.5, false);
    const orphan = await picture('orphan', 2, false);
    const backedUp = await picture('backed up', 2, false);
    await cleanMedia(context, files, () => Promise.resolve(new Set([backedUp])));
    expect([fresh, orphan, backedUp].map((sha256) => existsSync(files.pathOf(sha256)))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('waits for an upload of the same bytes, and leaves what it brought', async () => {
    const sha256 = await picture('again', 8);
    const uploading = files.alone(() => picture('again', 0));
    await Promise.all([uploading, cleanMedia(context, files, noBackups)]);
    expect(existsSync(files.pathOf(sha256))).toBe(true);
    expect(await store.records.media.get(sha256)).toBeDefined();
  });

  it('is silent where there is nothing to do', async () => {
    expect(await cleanMedia(context, files, noBackups)).toBeNull();
  });
});

const booking: Booking = {
  ...{ id: 'b1', organizationId: 'district', shopId: null, name: '공지', slideIds: ['slide'] },
  ...{ screens: 'all', fromDate: '2026-11-22', toDate: '2026-11-22', recurrence: null },
  ...{ excludedDates: [], fromMinute: 0, toMinute: 1440, weight: 1, exclusive: false },
  ...{ promisedPlaysPerDay: null, skipClosedDays: false, state: 'live', version: 1 },
};
const notice: Announcement = {
  ...{ id: 'a1', level: 'notice', title: '공지', body: null, source: '도봉구청', screens: 'all' },
  ...{ expiresAt: NOW, drill: false, seq: 1, sentAt: NOW - HOUR_MS, sentBy: 'kim' },
  ...{ clearedAt: null, corrects: null, slideId: 'slide', bookingId: 'b1' },
};

describe('endExpiredNotices', () => {
  it.each([
    { when: 'it has just expired', change: {}, ends: true },
    { when: 'it was cleared', change: { expiresAt: NOW + 1, clearedAt: NOW - 1 }, ends: true },
    { when: 'it has a millisecond left', change: { expiresAt: NOW + 1 }, ends: false },
  ])('ends the booking of a notice when $when: $ends', async ({ change, ends }) => {
    await store.transact(async (records) => {
      await records.bookings.put(booking);
      await records.announcements.put({ ...notice, ...change });
    });
    expect(await endExpiredNotices(context)).toEqual(ends ? { ended: 1 } : null);
    expect((await store.records.bookings.get('b1'))?.state).toBe(ends ? 'ended' : 'live');
    expect(stage).toHaveBeenCalledTimes(ends ? 1 : 0);
    expect(await endExpiredNotices(context)).toBeNull();
  });
});

describe('forgetExpired', () => {
  it('removes what has expired and keeps what lives', async () => {
    await store.transact(async (records) => {
      for (const [hash, expiresAt] of [
        ['old', NOW],
        ['new', NOW + 1],
      ] as const)
        await records.secrets.put({ hash, purpose: 'setup', subjectId: null, expiresAt });
    });
    expect(await forgetExpired(context)).toEqual({
      ...{ sessions: 0, secrets: 1, devices: 0, pairings: 0 },
    });
    expect(await store.records.secrets.get('new', 'setup', NOW)).toBeDefined();
    expect(await forgetExpired(context)).toBeNull();
  });
});

describe('forgetHistory', () => {
  it('removes steps from which no day of the last 400 is made', async () => {
    await store.transact(async (records) => {
      for (const [revision, days] of [500, 402, 400, 30].entries())
        await records.history.add({
          ...{ manifestId: 'plan-board', revision, at: NOW - days * DAY_MS, patch: null },
          manifest: aManifest({ id: 'plan-board' }),
        });
    });
    expect(await forgetHistory(context)).toEqual({ steps: 2, scans: 0 });
    expect(await forgetHistory(context)).toBeNull();
  });
});
