/** An announcement committed, audited and pushed to N paired boards, until the last one has it. */
import { startController } from '../support/controller-process.ts';
import { signIn, type ConsoleSession } from '../support/console-session.ts';
import { startBareServer } from './bare-process.ts';
import { median, type Bench } from './figure.ts';
import { seedBoards, TOKEN_PREFIX } from './seed.ts';
import { startSwarm, wallNow, type Swarm } from './swarm.ts';

const ROUNDS = 9;
const BODY = '중랑천 산책로와 지하보도에서 나와 주십시오. '.repeat(12).trim();

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
      const ours = await announce(session, swarms.ours, round);
      payload = { announcement: ours.announcement };
      const bare = await timed(swarms.io, () => io.broadcast(payload));
      const raw = await timed(swarms.ws, () => ws.broadcast(payload));
      if (round === 0) continue;
      times.ours.push(ours.ms);
      times.io.push(bare);
      times.ws.push(raw);
    }
    for (const swarm of Object.values(swarms)) swarm.stop();
    io.stop();
    ws.stop();
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

async function announce(
  session: ConsoleSession,
  swarm: Swarm,
  round: number,
): Promise<{ ms: number; announcement: unknown }> {
  const last = swarm.lastReceipt();
  const start = wallNow();
  const sent = await session.call('POST', '/api/announcements', {
    level: 'important',
    title: `호우주의보 ${round}`,
    body: BODY.slice(0, 390),
    source: '도봉구청 안전총괄과',
    screens: 'all',
    expiresAt: Date.now() + 3_600_000,
    drill: false,
    corrects: null,
    unblank: false,
  });
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.value));
  const ms = (await last) - start;
  const { announcement } = sent.value as { announcement: { id: string } };
  const cleared = swarm.lastReceipt();
  await session.call('POST', `/api/announcements/${announcement.id}/clear`);
  await cleared;
  return { ms, announcement };
}
