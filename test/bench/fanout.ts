/** An announcement committed, audited and pushed to N paired boards, until the last one has it. */
import { startController } from '../support/controller-process.ts';
import { signIn } from '../support/console-session.ts';
import { announce } from './announce.ts';
import { startBareServer } from './bare-process.ts';
import { median, type Bench } from './figure.ts';
import { seedBoards, TOKEN_PREFIX } from './seed.ts';
import { startSwarm, type Swarm } from './swarm.ts';

const ROUNDS = 9;

export function fanout(count: number): Bench {
  return async () => {
    const seeded = await seedBoards(count);
    const controller = await startController({ dataDir: seeded.dataDir });
    const io = await startBareServer('socket.io');
    const ws = await startBareServer('ws');
    const session = await signIn(controller.origin);
    const swarms = {
      ours: await startSwarm({
        url: controller.origin.replace('http', 'ws'),
        kind: 'kiosk',
        count,
        tokenPrefix: TOKEN_PREFIX,
      }),
      io: await startSwarm({ url: io.url, kind: 'socket.io', count }),
      ws: await startSwarm({ url: ws.url, kind: 'ws', count }),
    };
    const times = { ours: [] as number[], io: [] as number[], ws: [] as number[] };
    let payload: unknown = null;
    for (let round = 0; round <= ROUNDS; round++) {
      const ours = await announce(session, round, swarms.ours.lastReceipt);
      payload = { announcement: ours.announcement };
      const bare = await timed(swarms.io, () => io.broadcast(payload));
      const raw = await timed(swarms.ws, () => ws.broadcast(payload));
      if (round === 0) continue;
      times.ours.push(ours.ms);
      times.io.push(bare);
      times.ws.push(raw);
    }
    for (const swarm of Object.values(swarms)) swarm.stop();
    await io.stop();
    await ws.stop();
    await controller.stop();
    seeded.remove();
    const ours = { ours: median(times.ours), unit: 'ms' };
    return [
      {
        name: `fanout-${count}`,
        ...ours,
        limit: median(times.io),
        limitName: 'bare Socket.IO broadcast',
        atMost: 1.25,
      },
      {
        name: `fanout-${count} (ws)`,
        ...ours,
        limit: median(times.ws),
        limitName: 'bare ws broadcast',
        atMost: null,
      },
    ];
  };
}

async function timed(swarm: Swarm, send: () => Promise<number>): Promise<number> {
  const last = swarm.lastReceipt();
  const start = await send();
  return (await last) - start;
}
