import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupName, listBackups } from '../../../controller/backup/backup-folder.ts';
import { makeBackup, type BackupDone } from '../../../controller/backup/make-backup.ts';
import { openMediaFiles, type MediaFiles } from '../../../controller/media/media-files.ts';
import { restoreBackup } from '../../../controller/restore/restore-backup.ts';
import { lockData } from '../../../controller/store/data-lock.ts';
import { openStore } from '../../../controller/store/sqlite-store.ts';
import type { Store } from '../../../controller/store/store.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { temporaryFolder } from '../../support/controller-process.ts';
import { anAnnouncement } from '../../support/values.ts';
import { damage } from './damage.ts';
import { keepBytes } from '../../support/keep-bytes.ts';

const AT = Date.UTC(2026, 10, 21, 18, 30);

let folder: ReturnType<typeof temporaryFolder>;
let database: string;
let files: MediaFiles;
beforeEach(() => {
  folder = temporaryFolder();
  database = join(folder.path, 'plaza.sqlite');
  files = openMediaFiles(join(folder.path, 'media'));
});
afterEach(() => folder.remove());

/** Work on the store of the folder, closed afterwards as by a graceful stop. */
async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ path: database });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const setting = (key: string) => withStore((store) => store.records.settings.get(key));
const backUp = (store: Store, at = AT): Promise<BackupDone> =>
  makeBackup({
    dataDir: folder.path,
    copyTo: (target) => store.copyTo(target),
    files,
    reason: 'nightly',
    at,
    version: '0.1.0',
  });
/** Where the backup is that was made so many days after the first. */
const nightly = (day: number) =>
  join(folder.path, 'backups', backupName(AT + day * DAY_MS, 'Asia/Seoul', 'nightly'));
const restore = (name: string) =>
  restoreBackup({ dataDir: folder.path, name, at: AT + 1000, version: '0.1.0' });

async function storePicture(store: Store, bytes: Buffer): Promise<string> {
  const sha256 = await keepBytes(files, bytes);
  await store.transact((records) =>
    records.media.put({
      sha256,
      mime: 'image/webp',
      widthPx: 10,
      heightPx: 10,
      bytes: bytes.length,
      organizationId: 'association',
      consent: 'none-needed',
      createdAt: AT,
    }),
  );
  return sha256;
}

describe('makeBackup', () => {
  it('holds every row that was written before it, while writing goes on', async () => {
    await withStore(async (store) => {
      for (let n = 0; n < 50; n += 1)
        await store.transact((r) => r.settings.set(`before-${n}`, '1'));
      const writing = (async () => {
        for (let n = 0; n < 200; n += 1)
          await store.transact((r) => r.settings.set(`during-${n}`, '1'));
      })();
      const done = await backUp(store);
      await writing;
      expect(done.name).toBe('2026-11-22-033000-nightly');
      expect(done.rows.settings).toBeGreaterThanOrEqual(50);
      expect(readdirSync(done.folder).sort()).toEqual([
        'backup.json',
        'database.sqlite',
        'media.json',
      ]);
    });
  });

  it('lists the media of the database and names those whose file is gone', async () => {
    await withStore(async (store) => {
      const kept = await storePicture(store, Buffer.from('kept'));
      const lost = await storePicture(store, Buffer.from('lost'));
      rmSync(files.pathOf(lost));
      const done = await backUp(store);
      expect(JSON.parse(readFileSync(join(done.folder, 'media.json'), 'utf8'))).toEqual(
        [
          { sha256: kept, bytes: 4 },
          { sha256: lost, bytes: 4 },
        ].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
      );
      expect(done.missingMedia).toEqual([lost]);
    });
  });

  it('keeps the newest fourteen', async () => {
    await withStore(async (store) => {
      const { folder: first } = await backUp(store);
      for (let day = 1; day < 15; day += 1) cpSync(first, nightly(day), { recursive: true });
      await backUp(store, AT + 15 * DAY_MS);
    });
    const names = await listBackups(folder.path);
    expect(names).toHaveLength(14);
    expect(names[0]).toBe('2026-11-24-033000-nightly');
  });

  it('leaves nothing when the copy is damaged', async () => {
    const failing = makeBackup({
      dataDir: folder.path,
      copyTo: async (target) => {
        await Promise.resolve();
        writeFileSync(target, Buffer.alloc(8192, 7));
      },
      files,
      reason: 'nightly',
      at: AT,
      version: '0.1.0',
    });
    await expect(failing).rejects.toThrow();
    expect(readdirSync(join(folder.path, 'backups'))).toEqual([]);
  });

  it('is named by the local time of the board', () => {
    expect(backupName(AT, 'Asia/Seoul', 'by-hand')).toBe('2026-11-22-033000-by-hand');
    expect(backupName(AT, 'UTC', 'by-hand')).toBe('2026-11-21-183000-by-hand');
  });
});

describe('restoreBackup', () => {
  it('brings the rows back, also with a stale log beside the database, and keeps the others aside', async () => {
    const name = await withStore(async (store) => {
      await store.transact((r) => r.settings.set('when', 'then'));
      await storePicture(store, Buffer.from('picture'));
      return (await backUp(store)).name;
    });
    await withStore(async (store) => {
      await store.transact((r) => r.settings.set('when', 'now'));
      // As after a kill: the log still holds what the database lacks.
      copyFileSync(`${database}-wal`, join(folder.path, 'stale-wal'));
    });
    copyFileSync(join(folder.path, 'stale-wal'), `${database}-wal`);
    const restored = await restore(name);
    expect(restored.damagedMedia).toEqual([]);
    expect(existsSync(`${database}-wal`)).toBe(false);
    expect(await setting('when')).toBe('then');
    const aside = (await listBackups(folder.path)).find((known) =>
      known.endsWith('before-restore'),
    );
    expect(restored.keptAside).toBe(join(folder.path, 'backups', aside ?? ''));
    await restore(aside ?? '');
    expect(await setting('when')).toBe('now');
  });

  it('restores where the present database is damaged, and keeps that too', async () => {
    const name = await withStore(async (store) => {
      await store.transact((r) => r.settings.set('when', 'then'));
      return (await backUp(store)).name;
    });
    writeFileSync(database, Buffer.alloc(40_000, 3));
    const { keptAside } = await restore(name);
    expect(readFileSync(keptAside ?? '')).toEqual(Buffer.alloc(40_000, 3));
    expect(await setting('when')).toBe('then');
  });

  it('restores into an empty folder', async () => {
    const name = await withStore(async (store) => {
      await store.transact((r) => r.settings.set('when', 'then'));
      return (await backUp(store)).name;
    });
    rmSync(database);
    expect((await restore(name)).keptAside).toBeNull();
    expect(await setting('when')).toBe('then');
  });

  it('lifts revisions above those that boards have seen since', async () => {
    const state = { id: 'plan-main', hash: 'a', carry: null };
    const name = await withStore(async (store) => {
      await store.transact((r) => r.manifests.put({ ...state, revision: 3 }));
      return (await backUp(store)).name;
    });
    await withStore((store) => store.transact((r) => r.manifests.put({ ...state, revision: 9 })));
    await restore(name);
    expect(
      await withStore(async (store) => (await store.records.manifests.get('plan-main'))?.revision),
    ).toBe(10);
  });

  it('numbers announcements above those that boards have seen since', async () => {
    const name = await withStore(async (store) => (await backUp(store)).name);
    await withStore((store) =>
      store.transact((r) => r.announcements.put(anAnnouncement({ seq: 7 }))),
    );
    await restore(name);
    const newest = () => withStore((store) => store.records.announcements.newestSeq());
    expect(await newest()).toBe(8);
    writeFileSync(database, 'lost');
    await restore(name);
    expect(await newest()).toBeGreaterThan(1000);
  });

  it('names pictures whose bytes have changed', async () => {
    const { name, sha256 } = await withStore(async (store) => ({
      sha256: await storePicture(store, Buffer.from('picture')),
      name: (await backUp(store)).name,
    }));
    writeFileSync(files.pathOf(sha256), 'pictura');
    expect((await restore(name)).damagedMedia).toEqual([sha256]);
  });

  it.each([
    { what: 'a flipped byte', spoil: (path: string) => damage(join(path, 'database.sqlite')) },
    {
      what: 'half a file',
      spoil: (path: string) => {
        const whole = readFileSync(join(path, 'database.sqlite'));
        writeFileSync(join(path, 'database.sqlite'), whole.subarray(0, whole.length / 2));
      },
    },
    { what: 'no summary', spoil: (path: string) => rmSync(join(path, 'backup.json')) },
    {
      what: 'rows that are missing',
      spoil: (path: string) => {
        const summary = join(path, 'backup.json');
        writeFileSync(
          summary,
          readFileSync(summary, 'utf8').replace('"settings": 1', '"settings": 2'),
        );
      },
    },
  ])('refuses a backup with $what and changes nothing', async ({ spoil }) => {
    const done = await withStore(async (store) => {
      await store.transact((r) => r.settings.set('when', 'then'));
      const made = await backUp(store);
      await store.transact((r) => r.settings.set('when', 'now'));
      return made;
    });
    spoil(done.folder);
    await expect(restore(done.name)).rejects.toMatchObject({ name: 'RestoreRefused' });
    expect(await setting('when')).toBe('now');
    expect(existsSync(`${database}.restoring`)).toBe(false);
  });

  it('refuses while a controller holds the folder', async () => {
    const name = await withStore(async (store) => (await backUp(store)).name);
    const lock = await lockData(folder.path, 0);
    await expect(restore(name)).rejects.toThrow(/running/);
    lock?.release();
    await restore(name);
  });

  it.each(['../etc', 'none', ''])('refuses %j, which is no backup', async (name) => {
    await expect(restore(name)).rejects.toMatchObject({ name: 'RestoreRefused' });
  });
});
