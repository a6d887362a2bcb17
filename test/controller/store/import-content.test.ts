import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIntake, type Intake } from '../../../controller/media/intake.ts';
import { openMediaFiles } from '../../../controller/media/media-files.ts';
import { importContent } from '../../../controller/store/import-content.ts';
import { openStore } from '../../../controller/store/sqlite-store.ts';
import type { Store } from '../../../controller/store/store.ts';
import { pictureOf } from '../../../shared/content/slide.ts';
import { temporaryFolder } from '../../support/controller-process.ts';
import { writeSmallContent } from '../../support/small-content.ts';

const AT = Date.UTC(2026, 10, 22, 0, 0);

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let intake: Intake;
let contentDir: string;
beforeEach(async () => {
  folder = temporaryFolder();
  contentDir = join(folder.path, 'content');
  writeSmallContent(contentDir);
  intake = createIntake(openMediaFiles(join(folder.path, 'media')), null);
  store = await openStore({ path: join(folder.path, 'plaza.sqlite') });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const run = () => {
  let id = 0;
  return importContent({ store, intake, contentDir, at: AT, newId: () => `revision-${(id += 1)}` });
};

describe('importContent', () => {
  it('fills an empty store with approved slides, drawn pictures and live bookings', async () => {
    expect(await run()).toBe(1);
    const { records } = store;
    expect(await records.slides.get('soup')).toMatchObject({
      state: 'approved',
      approvedRevisionId: 'revision-1',
      version: 1,
    });
    const revision = await records.revisions.get('revision-1');
    const sha256 = revision && pictureOf(revision.content)?.sha256;
    expect(await records.media.get(sha256 ?? '')).toMatchObject({
      widthPx: 1600,
      consent: 'none-needed',
      organizationId: 'association',
    });
    expect(readFileSync(intake.files.pathOf(sha256 ?? '')).length).toBeGreaterThan(0);
    expect((await records.bookings.all())[0]).toMatchObject({ state: 'live', version: 1 });
    expect((await records.screens.all())[0]).toMatchObject({ blankUntil: null, version: 1 });
    expect(await records.audit.page(null, 10)).toMatchObject([{ action: 'content.import' }]);
  });

  it('imports once', async () => {
    await run();
    expect(await run()).toBe(0);
    expect(await store.records.audit.page(null, 10)).toHaveLength(1);
  });

  it.each([
    { file: 'shops.json', bad: '[{"id":"soup"}]' },
    { file: 'slides/soup.json', bad: '{' },
    { file: 'bookings.json', bad: '{}' },
  ])('names $file when it is not as it must be, and imports nothing', async ({ file, bad }) => {
    writeFileSync(join(contentDir, file), bad);
    await expect(run()).rejects.toThrow(join(contentDir, file));
    expect(await store.records.organizations.all()).toEqual([]);
  });
});
