import { deleteDB } from 'idb';
import { expect, it, onTestFinished } from 'vitest';
import { openBoardDatabase } from '../../../kiosk/cache/database.ts';
import { readDocument, writeDocument } from '../../../kiosk/cache/documents.ts';

const NAME = 'standing-page';

it('[B6] what a page said about its documents holds, and others can write, though it stands still right afterwards', async () => {
  const database = await openBoardDatabase(NAME);
  await writeDocument(database, 'device', { token: 'token', screenId: 'board' });
  const page = new Worker(new URL('./standing-page.ts', import.meta.url), { type: 'module' });
  onTestFinished(async () => {
    page.terminate();
    database.close();
    await deleteDB(NAME);
  });
  const standing = new Promise((resolve) => page.addEventListener('message', resolve));
  page.postMessage(NAME);
  await standing;
  await writeDocument(database, 'hung', { page: 'page' });
  expect(await readDocument(database, 'starts')).toBe('noted');
  expect(await readDocument(database, 'clock')).toEqual({ offsetMs: 1, serverAt: 2 });
  expect(await readDocument(database, 'device')).toBeNull();
}, 20_000);
