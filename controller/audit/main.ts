/** `npm run audit:verify [-- --head FILE]`: checks the audit log row by row, also while the controller runs. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import { DATABASE_FILE } from '../data-folder.ts';
import { readAuditRows } from '../store/audit-file.ts';
import { readHeads } from './heads.ts';
import { verdictWords } from './verdict-words.ts';
import { verifyChain } from './verify-chain.ts';

try {
  const { dataDir } = readConfig(process.env);
  const database = join(dataDir, DATABASE_FILE);
  if (!existsSync(database))
    throw new ConfigError(`DATA_DIR: 데이터가 없습니다. / no data in ${dataDir}.`);
  const { head } = parseArgs({ options: { head: { type: 'string' } } }).values;
  const heads = head === undefined ? [] : await readHeads(resolve(head));
  const verdict = verifyChain(readAuditRows(database), heads);
  console.log(verdictWords(verdict));
  process.exit(verdict.bad === null ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
