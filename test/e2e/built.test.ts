/** What `npm start` runs is built: the parts that are found only at run time must be found from there. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setUp } from '../support/console-session.ts';
import { startController, temporaryFolder } from '../support/controller-process.ts';

it('the built controller draws its pictures, hashes a password and serves both pages', async () => {
  const folder = temporaryFolder();
  const controller = await startController({ dataDir: folder.path });
  const session = await setUp(controller);
  const { value } = await session.call('GET', '/api/slides');
  expect((value as unknown[]).length).toBeGreaterThan(0);
  expect(readdirSync(join(folder.path, 'media')).length).toBeGreaterThan(0);
  for (const page of ['/board', '/console'])
    expect((await fetch(`${controller.origin}${page}`)).status, page).toBe(200);
  await controller.stop();
  folder.remove();
});
