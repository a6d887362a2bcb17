/** `npm run backup`: one verified backup, also while the controller runs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readConfig } from '../config.ts';
import { DATABASE_FILE, MEDIA_FOLDER } from '../data-folder.ts';
import { readBuild } from '../http/health.ts';
import { openMediaFiles } from '../media/media-files.ts';
import { copyDatabase } from '../store/database-file.ts';
import { makeBackup } from './make-backup.ts';

try {
  const { dataDir } = readConfig(process.env);
  const database = join(dataDir, DATABASE_FILE);
  if (!existsSync(database))
    throw new ConfigError(`DATA_DIR: 데이터가 없습니다. / no data in ${dataDir}.`);
  const done = await makeBackup({
    dataDir,
    copyTo: (target) => copyDatabase(database, target),
    files: openMediaFiles(join(dataDir, MEDIA_FOLDER)),
    reason: 'by-hand',
    at: Date.now(),
    version: readBuild().version,
  });
  console.log(`백업했습니다. / Backed up: ${done.folder}`);
  for (const sha256 of done.missingMedia)
    console.warn(`사진 파일이 없습니다. / Missing picture: ${sha256}`);
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(error instanceof ConfigError ? 2 : 1);
}
