import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DATABASE_FILE } from '../../../controller/data-folder.ts';
import { hashSecret } from '../../../controller/people/secret.ts';
import { programDir } from '../../../controller/program.ts';
import { openStore } from '../../../controller/store/sqlite-store.ts';
import { temporaryFolder } from '../../support/controller-process.ts';
import { seedHouse } from '../../support/house-fixture.ts';

const run = promisify(execFile);

async function letIn(dataDir: string, ...names: string[]) {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, PUBLIC_URL: 'https://board.example.kr' };
  const main = join(programDir, 'controller/let-in/main.ts');
  return run(process.execPath, [main, ...names], { env }).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: unknown) => {
      const { code, stderr } = error as { readonly code: number; readonly stderr: string };
      return { code, text: stderr };
    },
  );
}

describe('npm run let-in', () => {
  it('[P11] prints a link for a locked-out person while the controller has the data open', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ path: join(folder.path, DATABASE_FILE) });
    onTestFinished(async () => {
      await store.close();
      folder.remove();
    });
    await store.transact(seedHouse);
    const made = await letIn(folder.path, 'admin');
    const secret = /https:\/\/board\.example\.kr\/console#\/let-in\/([\w-]{43})/.exec(
      made.text,
    )?.[1];
    const found = await store.records.secrets.get(hashSecret(secret ?? ''), 'let-in', Date.now());
    expect(found).toMatchObject({ subjectId: 'admin' });
    expect(await letIn(folder.path, 'nobody')).toMatchObject({ code: 2 });
  });

  it('[P11] says what it needs', async () => {
    const folder = temporaryFolder();
    onTestFinished(() => folder.remove());
    const nameless = await letIn(folder.path);
    expect(nameless.code).toBe(2);
    expect(nameless.text).toContain('LOGINNAME');
    const bare = await letIn(folder.path, 'admin');
    expect(bare.code).toBe(2);
    expect(bare.text).toContain('DATA_DIR');
  });
});
