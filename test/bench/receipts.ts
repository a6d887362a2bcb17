/** An announcement committed, audited and pushed to N paired boards, until all their receipts are stored durably. */
import { signIn } from '../support/console-session.ts';
import { startController } from '../support/controller-process.ts';
import { announce } from './announce.ts';
import { startBareServer } from './bare-process.ts';
import { median, type Bench } from './figure.ts';
import { seedBoards, TOKEN_PREFIX } from './seed.ts';
import { startSwarm } from './swarm.ts';

const ROUNDS = 9;

export function receipts(count: number): Bench {
  return async () => {
    const seeded = await seedBoards(count);
    const controller = await startController({ dataDir: seeded.dataDir });
    const ws = await startBareServer('ws');
    const session = await signIn(controller.origin);
    const boards = await startSwarm({
      ...{ url: controller.origin.replace('http', 'ws'), kind: 'kiosk', count },
      ...{ tokenPrefix: TOKEN_PREFIX, acknowledges: true },
    });
    const clients = await startSwarm({ url: ws.url, kind: 'ws', count, acknowledges: true });
    const ours: number[] = [];
    const limit: number[] = [];
    // The first pair warms up.
    for (let round = -1; round < ROUNDS; round += 1) {
      const { ms, announcement } = await announce(session, round, boards.lastStored);
      const answered = ws.lastAnswer();
      const sentAt = await ws.broadcast({ announcement });
      const bareMs = (await answered) - sentAt;
      if (round < 0) continue;
      ours.push(ms);
      limit.push(bareMs);
    }
    boards.stop();
    clients.stop();
    await ws.stop();
    await controller.stop();
    seeded.remove();
    return [
      {
        ...{ name: `receipts-${count}`, ours: median(ours), unit: 'ms', limit: median(limit) },
        ...{ limitName: 'bare ws broadcast and answers, nothing stored', atMost: 2 },
      },
    ];
  };
}
