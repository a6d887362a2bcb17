/** The server is killed and started again: until all boards are back, authenticated and level. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startController } from '../support/controller-process.ts';
import { freePort } from '../support/free-port.ts';
import { startBareServer } from './bare-process.ts';
import { median, type Bench } from './figure.ts';
import { seedBoards, TOKEN_PREFIX } from './seed.ts';
import { startSwarm, wallNow, type Swarm, type SwarmOptions } from './swarm.ts';

const ROUNDS = 5;
const STALL_MS = 300;

interface Server {
  readonly pid: number;
  readonly kill: () => Promise<void>;
}

interface Crowd {
  readonly start: () => Promise<Server>;
  readonly swarm: Swarm;
  server: Server;
}

interface Return {
  /** From the kill, so that the start of the server is in it. */
  readonly ms: number;
  /** The longest that the event loop stood still after that start. */
  readonly stallMs: number;
}

/** Boards and bare clients try again by the same rule, that of a board. */
export function reconnect(count: number): Bench {
  return async () => {
    const seeded = await seedBoards(count);
    const stallFile = join(seeded.dataDir, 'stall');
    const probe = resolve(import.meta.dirname, 'stall-probe.ts');
    const env = { NODE_OPTIONS: `--import=${probe}`, STALL_FILE: stallFile };
    const boards = await crowd({ kind: 'kiosk', count, tokenPrefix: TOKEN_PREFIX }, (port) =>
      startController({ dataDir: seeded.dataDir, port, env }).then(({ pid, stop }) => ({
        pid,
        kill: () => stop('SIGKILL'),
      })),
    );
    const clients = await crowd({ kind: 'socket.io', count }, (port) =>
      startBareServer('socket.io', { port, env }).then(({ pid, stop }) => ({ pid, kill: stop })),
    );
    const ours: Return[] = [];
    const limit: Return[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await comeBack(boards, stallFile));
      limit.push(await comeBack(clients, stallFile));
    }
    for (const { swarm, server } of [boards, clients]) {
      swarm.stop();
      await server.kill();
    }
    seeded.remove();
    const name = `reconnect-${count}`;
    const bareStallMs = Math.max(...limit.map(({ stallMs }) => stallMs));
    return [
      {
        ...{ name, ours: median(ours.map(({ ms }) => ms)), unit: 'ms' },
        ...{ limit: median(limit.map(({ ms }) => ms)), atMost: 1.5 },
        limitName: 'bare Socket.IO, which tries again by the same rule',
      },
      {
        ...{ name: `${name} stall`, ours: Math.max(...ours.map(({ stallMs }) => stallMs)) },
        ...{ unit: 'ms', limit: STALL_MS, atMost: 1 },
        limitName: `what it may be (bare: ${bareStallMs.toFixed(0)} ms)`,
      },
    ];
  };
}

async function crowd(
  about: Omit<SwarmOptions, 'url'>,
  startAt: (port: number) => Promise<Server>,
): Promise<Crowd> {
  const port = await freePort();
  const start = () => startAt(port);
  const server = await start();
  const url = `ws://127.0.0.1:${port}`;
  return { start, server, swarm: await startSwarm({ ...about, url, comesBack: true }) };
}

async function comeBack(one: Crowd, stallFile: string): Promise<Return> {
  const last = one.swarm.lastBack();
  const killedAt = wallNow();
  await one.server.kill();
  one.server = await one.start();
  // What it did before it could be reached stalled nobody.
  await stallOf(one.server, stallFile);
  const ms = (await last) - killedAt;
  return { ms, stallMs: await stallOf(one.server, stallFile) };
}

/** The longest stall since this was asked last, milliseconds. */
async function stallOf({ pid }: Server, file: string): Promise<number> {
  process.kill(pid, 'SIGUSR2');
  while (!existsSync(file)) await new Promise((wake) => setTimeout(wake, 10));
  const stallMs = Number(readFileSync(file, 'utf8'));
  rmSync(file);
  return stallMs;
}
