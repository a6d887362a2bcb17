/** A whole controller inside the test: real HTTP and sockets on a free port, real SQLite in a temporary folder. */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createApp } from '../../controller/app.ts';
import type { AppOptions } from '../../controller/app.ts';
import { createManifests } from '../../controller/manifest/manifests.ts';
import { createIntake } from '../../controller/media/intake.ts';
import { openMediaFiles } from '../../controller/media/media-files.ts';
import { hashSecret, newSecret } from '../../controller/people/secret.ts';
import { enteredBy } from '../../controller/people/entered-by.ts';
import { sessionCookieName } from '../../controller/people/session-cookie.ts';
import { openSession } from '../../controller/people/session.ts';
import type { Site } from '../../controller/people/site.ts';
import { LiveBoards } from '../../controller/socket/boards.ts';
import { LiveConsoles } from '../../controller/socket/consoles.ts';
import { openSockets } from '../../controller/socket/sockets.ts';
import { openStore } from '../../controller/store/sqlite-store.ts';
import type { Records, Store } from '../../controller/store/store.ts';
import type { PostLink } from '../../controller/usecases/ask-reset.ts';
import type { Context, Log } from '../../controller/usecases/context.ts';
import type { AlertSender } from '../../controller/watch/alert-channel.ts';
import { Alerts } from '../../controller/watch/alerts.ts';
import { testFfmpeg } from './ffmpeg.ts';
import { seedHouse } from './house-fixture.ts';
import type { PersonId } from './house-fixture.ts';
import { TestClient } from './test-client.ts';

export interface TestControllerOptions {
  /** Epoch milliseconds; the machine's clock unless told. */
  readonly now?: () => number;
  readonly site?: Partial<Site>;
  /** Fills the empty store; the small house unless told. */
  readonly seed?: (records: Records) => Promise<void>;
  /** A folder of an earlier controller to start over; it is kept by `stop`, as nothing is seeded into it. */
  readonly dataDir?: string;
  readonly distDir?: string;
  /** How links for new passwords go out; not at all unless told. */
  readonly postLink?: PostLink;
  /** How alerts go out; none unless told. */
  readonly senders?: readonly AlertSender[];
  /** How often boards are asked whether they are there, and how long they may take; the real times unless told. */
  readonly pings?: { readonly everyMs: number; readonly timeoutMs: number };
}

/** What the controller wrote to its log. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly message: string;
}

export interface TestController {
  readonly origin: string;
  readonly dataDir: string;
  readonly context: Context;
  readonly store: Store;
  readonly alerts: Alerts;
  readonly log: readonly LogLine[];
  /** A client of nobody. */
  readonly anonymous: TestClient;
  /** A client with a session of its own. */
  as(personId: PersonId): Promise<TestClient>;
  /** A session's Cookie header, for sockets. */
  cookieOf(personId: string): Promise<string>;
  /** The token of a device that is paired with the screen from now on. */
  deviceToken(screenId: string): Promise<string>;
  /** A digest of everything that is stored, sessions aside: the same before and after what changes nothing. */
  fingerprint(): string;
  stop(): Promise<void>;
}

/** Starts it. Every test that starts one stops it. */
export async function startTestController(
  options: TestControllerOptions = {},
): Promise<TestController> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'plaza-controller-')));
  const path = join(dataDir, 'plaza.db');
  const now = options.now ?? Date.now;
  const store = await openStore({ path });
  if (options.dataDir === undefined) await store.transact(options.seed ?? seedHouse);
  const log: LogLine[] = [];
  const house = await openHouse({ store, now, dataDir, log: logInto(log) }, options);
  const { context, origin, site } = house;
  const cookieOf = async (personId: string) => {
    const open = (records: Records) => openSession(records, { personId }, now());
    const { secret } = await store.transact(open);
    return `${sessionCookieName(site.secure)}=${secret}`;
  };
  return {
    origin,
    dataDir,
    context,
    store,
    alerts: house.alerts,
    log,
    anonymous: new TestClient(origin),
    as: async (personId) => new TestClient(origin, { cookie: await cookieOf(personId) }),
    cookieOf,
    deviceToken: (screenId) => pair(store, screenId, now()),
    fingerprint: () => fingerprint(path),
    stop: async () => {
      await house.stop();
      await store.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true });
    },
  };
}

interface Parts {
  readonly store: Store;
  readonly now: () => number;
  readonly dataDir: string;
  readonly log: Log;
}

async function openHouse({ store, now, dataDir, log }: Parts, options: TestControllerOptions) {
  const consoles = new LiveConsoles();
  const boards = new LiveBoards((states) => consoles.statesChanged(states));
  const publicUrl = options.site?.publicUrl ?? null;
  const manifests = await createManifests({ store, boards, log, now, publicUrl });
  const context: Context = { store, manifests, boards, consoles, now, newId: randomUUID, log };
  await mkdir(join(dataDir, 'media'), { recursive: true });
  const site: Site = {
    publicUrl: null,
    secure: false,
    isLoopback: true,
    allowHttp: false,
    trustProxyHops: 0,
    ...options.site,
  };
  const alerts = new Alerts(context, options.senders ?? []);
  const appOptions: AppOptions = {
    alerts,
    postLink: options.postLink ?? null,
    ...site,
    distDir: options.distDir ?? join(dataDir, 'dist'),
    intake: createIntake(openMediaFiles(join(dataDir, 'media')), testFfmpeg()),
    process: { build: { version: '0.0.0', revision: 'test' }, startedAt: now(), dataDir },
  };
  const server = createServer(createApp(context, appOptions));
  const sockets = await openSockets({
    server,
    context,
    boards,
    consoles,
    authenticate: (header) => enteredBy({ context, site }, header),
    site,
    ...(options.pings ? { pings: options.pings } : {}),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    context,
    alerts,
    site,
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      await sockets.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function pair(store: Store, screenId: string, now: number): Promise<string> {
  const token = newSecret();
  await store.transact(async (records) => {
    const before = await records.devices.liveOfScreen(screenId);
    if (before) await records.devices.put({ ...before, revokedAt: now });
    await records.devices.put({
      id: randomUUID(),
      screenId,
      pairedAt: now,
      lastSeenAt: null,
      revokedAt: null,
      tokenHash: hashSecret(token),
    });
  });
  return token;
}

function logInto(lines: LogLine[]): Log {
  const at = (level: LogLine['level']) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

function fingerprint(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  const hash = createHash('sha256');
  const tables = database
    .prepare(
      `select name from sqlite_master where type = 'table' and name <> 'sessions' order by 1`,
    )
    .all();
  for (const table of tables) {
    const name = String(table.name);
    hash.update(name).update(JSON.stringify(database.prepare(`select * from "${name}"`).all()));
  }
  database.close();
  return hash.digest('hex');
}
