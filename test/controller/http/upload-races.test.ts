/** An upload and the loss of the right to it at the same time. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noise } from '../../support/media-files.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';
import { beginUpload, outcomeOf, sendPart } from '../../support/tus.ts';

/** Each starts a process for its picture: 100 by `npm run test:long -- people`. */
const TIMES = process.env.TEST_FUZZ === undefined ? 10 : 100;

let controller: TestController;
let manager: TestClient;
beforeAll(async () => {
  controller = await startTestController();
  manager = await controller.as('manager');
});
afterAll(() => controller.stop());

/** The manager's rights are taken away, or given back. */
async function setRights(isGiven: boolean, grants: Grants): Promise<void> {
  await controller.store.transact(async (records) => {
    const person = (await records.people.get('manager'))!;
    await records.people.put({ ...person, grants: isGiven ? grants : [] });
  });
}
type Grants = NonNullable<Awaited<ReturnType<typeof grantsOfManager>>>;
const grantsOfManager = async () => (await controller.store.records.people.get('manager'))?.grants;

const left = (folder: string) => {
  const path = join(controller.dataDir, 'media', folder);
  return existsSync(path) ? readdirSync(path) : [];
};

it('[64] is kept whole and written down, or refused and gone', async () => {
  const grants = (await grantsOfManager()) ?? [];
  for (let round = 0; round < TIMES; round += 1) {
    const bytes = await noise(8 + round, 8)
      .png()
      .toBuffer();
    const uploadId = await beginUpload(manager, bytes.length);
    const sending = sendPart(manager, uploadId, { bytes, from: 0 });
    await new Promise((wake) => setTimeout(wake, (round * 37) % 400));
    await setRights(false, grants);
    const sent = await sending;
    await setRights(true, grants);
    if (sent.problem) {
      expect(sent.problem.code).toBe('forbidden');
      await manager.send('cancelUpload', { params: { uploadId } });
      continue;
    }
    const outcome = await outcomeOf(manager, uploadId);
    if (!('media' in outcome)) expect(outcome.code).toBe('forbidden');
    const [row] = await controller.store.records.audit.page(null, 1);
    const isLast = row?.action === 'media.upload' && row.subjectId === sha256Of(outcome);
    expect(isLast).toBe('media' in outcome);
    expect([left('uploads'), left('parts')]).toEqual([[], []]);
  }
});

function sha256Of(outcome: Awaited<ReturnType<typeof outcomeOf>>): string | undefined {
  return 'media' in outcome ? outcome.media[0]?.sha256 : undefined;
}
