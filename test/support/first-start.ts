import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startController, temporaryFolder } from './controller-process.ts';
import { KEPT_IN, KEPT_NAME, keptPath } from './kept-first-start.ts';

/** Before tests that start controllers: makes the folder that they begin with, unless there is one of this build. */
export async function setup(): Promise<void> {
  const path = keptPath();
  if (existsSync(path)) return;
  for (const name of readdirSync(KEPT_IN))
    if (name.startsWith(KEPT_NAME)) rmSync(join(KEPT_IN, name), { recursive: true });
  const folder = temporaryFolder();
  const controller = await startController({ dataDir: folder.path });
  await controller.stop();
  // Whole at once: another run of the tests may be making it, too.
  const making = `${path}-${String(process.pid)}`;
  cpSync(folder.path, making, { recursive: true });
  renameSync(making, path);
  folder.remove();
}
