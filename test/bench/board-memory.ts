/** Server memory per connected board that beats, against a bare Socket.IO connection. */
import { readFileSync } from 'node:fs';
import { startController } from '../support/controller-process.ts';
import { startBareServer } from './bare-process.ts';
import type { Bench } from './figure.ts';
import { seedBoards, TOKEN_PREFIX } from './seed.ts';
import { startSwarm } from './swarm.ts';

const BOARDS = 5000;
/** Until garbage of the connecting is gone. */
const SETTLE_MS = 20_000;

export const boardMemory: Bench = async () => {
  const seeded = await seedBoards(BOARDS);
  const controller = await startController({ dataDir: seeded.dataDir });
  const url = controller.origin.replace('http', 'ws');
  const ours = await perClient(controller.pid, () =>
    startSwarm({ url, kind: 'kiosk', count: BOARDS, tokenPrefix: TOKEN_PREFIX }),
  );
  await controller.stop();
  seeded.remove();
  const bare = await startBareServer('socket.io');
  const limit = await perClient(bare.pid, () =>
    startSwarm({ url: bare.url, kind: 'socket.io', count: BOARDS }),
  );
  await bare.stop();
  return [
    {
      name: 'board-memory',
      ours,
      unit: 'kB',
      limit,
      limitName: 'bare Socket.IO connection',
      atMost: 1.3,
    },
  ];
};

async function perClient(
  pid: number,
  connect: () => Promise<{ stop: () => void }>,
): Promise<number> {
  await new Promise((wake) => setTimeout(wake, 3000));
  const before = residentKilobytes(pid);
  const swarm = await connect();
  await new Promise((wake) => setTimeout(wake, SETTLE_MS));
  const after = residentKilobytes(pid);
  swarm.stop();
  return (after - before) / BOARDS;
}

function residentKilobytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]);
}
