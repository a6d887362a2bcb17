/** From the start of the process that `npm start` runs to its first answer, with data present. */
import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { startController, temporaryFolder } from '../support/controller-process.ts';
import { freePort } from '../support/free-port.ts';
import { median, type Bench } from './figure.ts';
import { wallNow } from './swarm.ts';

const ROUNDS = 7;
const root = resolve(import.meta.dirname, '../..');

export const start: Bench = async () => {
  const folder = temporaryFolder();
  await (await startController({ dataDir: folder.path })).stop();
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await firstAnswer('dist/controller/main.js', { DATA_DIR: folder.path }));
    bare.push(await firstAnswer('test/bench/limits/bare-server.ts', {}));
  }
  folder.remove();
  return [
    {
      name: 'start',
      ours: median(ours),
      unit: 'ms',
      limit: median(bare),
      limitName: 'bare Express + Socket.IO',
      atMost: 1.5,
    },
  ];
};

async function firstAnswer(file: string, env: Record<string, string>): Promise<number> {
  const port = await freePort();
  const began = wallNow();
  const child = fork(resolve(root, file), [String(port)], {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: 'ignore',
  });
  while (
    !(await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (a) => a.ok,
      () => false,
    ))
  ) {
    await new Promise((wake) => setTimeout(wake, 3));
  }
  const ms = wallNow() - began;
  await new Promise((done) => {
    child.once('exit', done);
    child.kill('SIGTERM');
  });
  return ms;
}
