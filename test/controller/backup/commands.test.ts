/** `npm run backup` and `npm run restore`, as somebody types them. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listBackups } from '../../../controller/backup/backup-folder.ts';
import { openStore } from '../../../controller/store/sqlite-store.ts';
import { temporaryFolder } from '../../support/controller-process.ts';

const root = resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const open = () => openStore({ path: join(folder.path, 'plaza.sqlite') });
const command = (file: string, ...words: string[]) =>
  run(process.execPath, [file, ...words], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder.path },
  });

it('back up beside a running controller, and restore after it', async () => {
  const running = await open();
  await running.transact((r) => r.settings.set('when', 'then'));
  const { stdout } = await command('controller/backup/main.ts');
  expect(stdout).toContain('-by-hand');
  await running.transact((r) => r.settings.set('when', 'now'));
  await running.close();
  const [name = ''] = await listBackups(folder.path);
  await command('controller/restore/main.ts', name);
  const restored = await open();
  expect(await restored.records.settings.get('when')).toBe('then');
  await restored.close();
});

it('refuse in one line', async () => {
  await expect(command('controller/backup/main.ts')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^DATA_DIR: .*\n$/) as string,
  });
  const first = await open();
  await first.close();
  await expect(command('controller/restore/main.ts', 'none')).rejects.toMatchObject({ code: 2 });
});
