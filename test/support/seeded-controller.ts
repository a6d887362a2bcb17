/** The real controller as a process over the small house, and clients with sessions in it. */
import { join } from 'node:path';
import { DATABASE_FILE } from '../../controller/data-folder.ts';
import { sessionCookieName } from '../../controller/people/session-cookie.ts';
import { openSession } from '../../controller/people/session.ts';
import { openStore } from '../../controller/store/sqlite-store.ts';
import { startController, temporaryFolder, type ControllerProcess } from './controller-process.ts';
import { testFfmpeg } from './ffmpeg.ts';
import { seedHouse, type PersonId } from './house-fixture.ts';
import { TestClient } from './test-client.ts';

export interface SeededController extends ControllerProcess {
  readonly client: TestClient;
}

/** Started, with a client of one person. `stop` also removes its folder. */
export async function startSeededController(personId: PersonId): Promise<SeededController> {
  const folder = temporaryFolder();
  const store = await openStore({ path: join(folder.path, DATABASE_FILE) });
  const { secret } = await store.transact(async (records) => {
    await seedHouse(records);
    return openSession(records, { personId }, Date.now());
  });
  await store.close();
  const env = { FFMPEG: testFfmpeg().ffmpeg };
  const controller = await startController({ dataDir: folder.path, env });
  const cookie = `${sessionCookieName(false)}=${secret}`;
  return {
    ...controller,
    client: new TestClient(controller.origin, { cookie }),
    stop: async (signal) => {
      await controller.stop(signal);
      folder.remove();
    },
  };
}
