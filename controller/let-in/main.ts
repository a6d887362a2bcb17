/** `npm run let-in -- LOGINNAME`: a link for someone who is locked out, also while the controller runs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../shared/problem.ts';
import { ConfigError, readConfig } from '../config.ts';
import { DATABASE_FILE } from '../data-folder.ts';
import { originOf } from '../links.ts';
import { openStore } from '../store/sqlite-store.ts';
import { letIn } from '../usecases/let-in.ts';

try {
  const config = readConfig(process.env);
  const loginName = process.argv[2];
  if (loginName === undefined)
    throw new ConfigError('아이디를 적어 주십시오. / npm run let-in -- LOGINNAME');
  const path = join(config.dataDir, DATABASE_FILE);
  if (!existsSync(path))
    throw new ConfigError(`DATA_DIR: 데이터가 없습니다. / no data in ${config.dataDir}.`);
  const store = await openStore({ path, beforeMigrate: refuseOlder });
  try {
    const { secret } = await letIn(store, loginName, Date.now());
    console.log(
      '한 시간 동안 한 번 쓸 수 있습니다. 새 비밀번호를 정하고 두 단계 로그인을 끕니다.\n' +
        'Works once within an hour; sets a new password and turns two-step sign-in off:\n\n' +
        `  ${originOf(config, config.port)}/console#/let-in/${secret}\n`,
    );
  } finally {
    await store.close();
  }
} catch (error) {
  const isRefused = error instanceof ConfigError || error instanceof Refusal;
  console.error(isRefused ? error.message : error);
  process.exit(isRefused ? 2 : 1);
}

/** Only a start moves the data on: it makes a backup first. */
function refuseOlder(): Promise<never> {
  return Promise.reject(
    new ConfigError(
      'DATA_DIR: 이전 판의 데이터입니다. 먼저 npm start를 한 번 실행해 주십시오. / run npm start once first.',
    ),
  );
}
