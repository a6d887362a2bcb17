/** The whole controller: makes everything once, joins it, and ends in order. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { makeBackup } from './backup/make-backup.ts';
import { ConfigError, type Config } from './config.ts';
import { DATABASE_FILE, MEDIA_FOLDER } from './data-folder.ts';
import { readBuild } from './http/health.ts';
import { houseJobs } from './jobs/house-jobs.ts';
import { startJobs, type RunningJobs } from './jobs/jobs.ts';
import { originOf, welcome } from './links.ts';
import { requestLog } from './log.ts';
import { createManifests } from './manifest/manifests.ts';
import { createIntake, type Intake } from './media/intake.ts';
import { openMediaFiles } from './media/media-files.ts';
import { enteredBy } from './people/entered-by.ts';
import { postLinks } from './people/reset-mail.ts';
import type { Site } from './people/site.ts';
import { programDir } from './program.ts';
import { closeServer, listen, makeServer, portOf } from './serve.ts';
import { LiveBoards } from './socket/boards.ts';
import { LiveConsoles } from './socket/consoles.ts';
import { openSockets } from './socket/sockets.ts';
import { copyDatabase } from './store/database-file.ts';
import { lockData, type DataLock } from './store/data-lock.ts';
import { importContent } from './store/import-content.ts';
import { openStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';
import { ensureBoardLink } from './usecases/board-link.ts';
import type { Context } from './usecases/context.ts';
import { ensureSetupSecret } from './usecases/setup.ts';
import type { AlertSender } from './watch/alert-channel.ts';
import { Alerts } from './watch/alerts.ts';
import { BoardWatch } from './watch/board-watch.ts';
import { mailSender } from './watch/mail.ts';
import { webhookSender } from './watch/webhook.ts';

const distDir = join(programDir, 'dist');
/** A controller that is just being stopped gets this long to leave the data folder. */
const LOCK_PATIENCE_MS = 15_000;
const REQUEST_GRACE_MS = 6000;

/** What lives as long as the process, in the order in which it was made. */
interface House {
  readonly context: Context;
  readonly server: Server;
  readonly intake: Intake;
  readonly sockets: { close(): Promise<void> };
  readonly alerts: Alerts;
  readonly jobs: RunningJobs;
  readonly lock: DataLock;
}

export interface RunningHouse {
  /** What the start prints, several lines. */
  readonly links: string;
  /** Takes no more requests, lets those under way end, cuts the sockets, closes the store. At most ten seconds. */
  stop(): Promise<void>;
}

/**
 * Opens the data, fills it at the first start, and listens.
 * @throws ConfigError for a port, host, certificate or data folder that cannot be had.
 */
export async function startHouse(config: Config, log: Logger): Promise<RunningHouse> {
  const startedAt = Date.now();
  const lock = await lockData(config.dataDir, LOCK_PATIENCE_MS);
  if (lock === undefined)
    throw new ConfigError(
      'DATA_DIR: 다른 컨트롤러가 쓰고 있습니다. / in use by another controller.',
    );
  const files = openMediaFiles(join(config.dataDir, MEDIA_FOLDER));
  const intake = createIntake(files, config.ffmpeg);
  const store = await openData(config, intake, startedAt);
  const house = await connect({ config, log, store, intake, startedAt });
  const { context, server, alerts } = house;
  const origin = originOf(config, await listen(server, config));
  const { dataDir } = config;
  const { version } = readBuild();
  const watch = new BoardWatch({ context, alerts, origin: config.publicUrl });
  const parts = { context, files, dataDir, version, watch, alerts };
  const jobs = await startJobs(context, houseJobs(parts));
  const [board, setup] = [await ensureBoardLink(context), await ensureSetupSecret(context)];
  log.info({ version, origin, ms: Date.now() - startedAt }, 'started');
  return {
    links: welcome(origin, { board, setup }),
    stop: () => stop({ ...house, intake, jobs, lock }),
  };
}

interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly store: Store;
  readonly intake: Intake;
  readonly startedAt: number;
}

/** Joins store, manifests, sockets and app; nothing listens yet. */
async function connect({ config, log, store, intake, startedAt }: Parts) {
  const consoles = new LiveConsoles();
  const boards = new LiveBoards((states) => consoles.statesChanged(states));
  const { publicUrl } = config;
  const manifests = await createManifests({ store, boards, log, now: Date.now, publicUrl });
  const newId = randomUUID;
  const context: Context = { store, manifests, boards, consoles, now: Date.now, newId, log };
  const site = siteOf(config);
  const alerts = new Alerts(context, sendersOf(config));
  const app = createApp(context, {
    ...site,
    distDir,
    ...{ intake, alerts },
    postLink: config.mail && postLinks(config.mail, () => originOf(config, portOf(server))),
    process: { build: readBuild(), startedAt, dataDir: config.dataDir },
    requestLog: requestLog(log),
  });
  const server = makeServer(config, app);
  const sockets = await openSockets({
    server,
    context,
    boards,
    consoles,
    authenticate: (header) => enteredBy({ context, site }, header),
    site,
  });
  return { context, server, sockets, alerts };
}

/** What was acknowledged is stored already; this lets the rest end in order. */
async function stop({
  context,
  server,
  intake,
  sockets,
  alerts,
  jobs,
  lock,
}: House): Promise<void> {
  const closed = closeServer(server, REQUEST_GRACE_MS);
  await sockets.close();
  await closed;
  alerts.stop();
  await intake.stop();
  await jobs.stop();
  await context.store.close();
  lock.release();
}

/** The store, its schema moved on (after a backup) and filled from `content/` when it is empty. */
async function openData(config: Config, intake: Intake, at: number): Promise<Store> {
  const path = join(config.dataDir, DATABASE_FILE);
  const store = await openStore({
    path,
    beforeMigrate: async () => {
      await makeBackup({
        dataDir: config.dataDir,
        copyTo: (target) => copyDatabase(path, target),
        files: intake.files,
        reason: 'before-migration',
        at,
        version: readBuild().version,
      });
    },
  });
  const { contentDir } = config;
  await importContent({ store, intake, contentDir, at, newId: randomUUID });
  return store;
}

function sendersOf({ mail, webhook }: Config): readonly AlertSender[] {
  return [...(mail ? [mailSender(mail)] : []), ...(webhook ? [webhookSender(webhook)] : [])];
}

function siteOf({ publicUrl, tls, isLoopback, allowHttp, trustProxyHops }: Config): Site {
  const secure = tls !== null || publicUrl?.startsWith('https:') === true;
  return { publicUrl, secure, isLoopback, allowHttp, trustProxyHops };
}
