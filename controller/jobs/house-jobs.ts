/** Which jobs the controller has. */
import { exportHead } from '../audit/export-head.ts';
import { hashesInBackups } from '../backup/backup-folder.ts';
import { makeBackup } from '../backup/make-backup.ts';
import type { MediaFiles } from '../media/media-files.ts';
import type { Context } from '../usecases/context.ts';
import { cleanMedia } from '../usecases/clean-media.ts';
import { endExpiredNotices } from '../usecases/end-expired-notices.ts';
import { lapseReleases } from '../usecases/end-release.ts';
import { forgetExpired } from '../usecases/forget-expired.ts';
import { forgetHistory } from '../usecases/forget-history.ts';
import { forgetWatch } from '../usecases/forget-watch.ts';
import { makeGood } from '../usecases/make-good.ts';
import { rollManifests } from '../usecases/roll-manifests.ts';
import { warnUnapproved } from '../usecases/warn-unapproved.ts';
import { warnShortfalls } from '../usecases/warn-shortfalls.ts';
import type { Alerts } from '../watch/alerts.ts';
import type { BoardWatch } from '../watch/board-watch.ts';
import type { Job } from './jobs.ts';

export interface HouseJobsParts {
  readonly context: Context;
  readonly files: MediaFiles;
  readonly watch: BoardWatch;
  readonly alerts: Alerts;
  readonly dataDir: string;
  /** The program's. */
  readonly version: string;
}

/** Times are of the screens' zone. */
export function houseJobs(parts: HouseJobsParts): readonly Job[] {
  const { context, files, dataDir, watch, alerts } = parts;
  return [
    { name: 'plans', when: '0 * * * *', work: () => rollManifests(context) },
    { name: 'expiry', when: '*/10 * * * * *', work: () => endExpiredNotices(context) },
    { name: 'releases', when: '*/10 * * * * *', work: () => lapseReleases(context) },
    // Twice an hour: what an evening loses can then still be made good before the board closes.
    { name: 'make-good', when: '5,35 * * * *', work: () => makeGood(context) },
    { name: 'shortfalls', when: '15 * * * *', work: () => warnShortfalls(context) },
    { name: 'forget', when: '7 * * * *', work: () => forgetExpired(context) },
    {
      name: 'media',
      when: '23 * * * *',
      work: () => cleanMedia(context, files, () => hashesInBackups(dataDir)),
    },
    // Silence is noticed to five seconds, and what is noticed leaves at once.
    { name: 'watch', when: '*/5 * * * * *', work: () => watch.look() },
    { name: 'unapproved', when: '*/5 * * * *', work: () => warnUnapproved(context, alerts) },
    { name: 'alerts', when: '*/5 * * * * *', work: () => alerts.deliver() },
    { name: 'watch-history', when: '50 2 * * *', work: () => forgetWatch(context) },
    { name: 'history', when: '40 2 * * *', work: () => forgetHistory(context) },
    // Before the backup, which therefore never holds less than the head of its night.
    { name: 'audit-head', when: '20 3 * * *', work: () => exportHead(parts) },
    { name: 'backup', when: '30 3 * * *', work: () => nightlyBackup(parts) },
  ];
}

async function nightlyBackup(parts: HouseJobsParts): Promise<object> {
  const { context, files, dataDir, version } = parts;
  const { name, rows, missingMedia } = await makeBackup({
    dataDir,
    copyTo: (target) => context.store.copyTo(target),
    files,
    reason: 'nightly',
    at: context.now(),
    version,
  });
  if (missingMedia.length > 0)
    context.log.warn({ missingMedia }, 'pictures that the database names are missing');
  return { name, rows };
}
