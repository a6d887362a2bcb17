/** `npm run restore -- NAME`: puts a backup in the place of the data. Without a name it lists them. */
import { listBackups } from '../backup/backup-folder.ts';
import { ConfigError, readConfig } from '../config.ts';
import { readBuild } from '../http/health.ts';
import { restoreBackup, RestoreRefused } from './restore-backup.ts';

try {
  const { dataDir } = readConfig(process.env);
  const name = process.argv[2];
  if (name === undefined) {
    const names = await listBackups(dataDir);
    console.log('npm run restore -- NAME');
    for (const known of names) console.log(`  ${known}`);
    process.exit(2);
  }
  const { keptAside, damagedMedia } = await restoreBackup({
    dataDir,
    name,
    at: Date.now(),
    version: readBuild().version,
  });
  console.log(`되살렸습니다. / Restored: ${name}`);
  if (keptAside !== null) console.log(`바꾸기 전의 데이터 / What was replaced: ${keptAside}`);
  for (const sha256 of damagedMedia)
    console.warn(`사진 파일이 없거나 깨졌습니다. / Missing or damaged picture: ${sha256}`);
} catch (error) {
  const isRefused = error instanceof ConfigError || error instanceof RestoreRefused;
  console.error(isRefused ? error.message : error);
  process.exit(isRefused ? 2 : 1);
}
