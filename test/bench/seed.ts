/** A data folder with the shipped content and, beside its screen, `count` paired boards. */
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openStore } from '../../controller/store/sqlite-store.ts';
import { startController, temporaryFolder } from '../support/controller-process.ts';
import { setUp } from '../support/console-session.ts';

export const TOKEN_PREFIX = 'bench-board-token-';

export interface Seeded {
  readonly dataDir: string;
  readonly remove: () => void;
}

/** Starts a controller once so that it imports and an administrator exists; then writes the boards. */
export async function seedBoards(count: number): Promise<Seeded> {
  const folder = temporaryFolder();
  const controller = await startController({ dataDir: folder.path });
  await setUp(controller);
  await controller.stop();
  const store = await openStore({ path: join(folder.path, 'plaza.sqlite') });
  await store.transact(async (records) => {
    const [first] = await records.screens.all();
    if (first === undefined) throw new Error('no screen was imported');
    for (let i = 0; i < count; i++) {
      const screen = { ...first, id: `bench-${i}`, name: `시험 ${i}` };
      await records.screens.put(screen);
      await records.devices.put({
        id: randomUUID(),
        screenId: screen.id,
        pairedAt: Date.now(),
        lastSeenAt: null,
        revokedAt: null,
        tokenHash: createHash('sha256').update(`${TOKEN_PREFIX}${i}`).digest('hex'),
      });
    }
  });
  await store.close();
  return { dataDir: folder.path, remove: folder.remove };
}
