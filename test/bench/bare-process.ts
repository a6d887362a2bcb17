import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { freePort } from '../support/free-port.ts';

export interface BareServer {
  readonly origin: string;
  readonly url: string;
  readonly pid: number;
  /** Resolves with the wall-clock time just before the emit. */
  readonly broadcast: (payload: unknown) => Promise<number>;
  readonly stop: () => void;
}

/** The bare server of `limits/`, in a process of its own, once it answers; it serves `folder` if told. */
export async function startBareServer(
  kind: 'socket.io' | 'ws',
  folder?: string,
): Promise<BareServer> {
  const port = await freePort();
  const words = [String(port), kind, ...(folder === undefined ? [] : [folder])];
  const child = fork(resolve(import.meta.dirname, 'limits/bare-server.ts'), words);
  const origin = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(`${origin}/healthz`).then(
      (a) => a.ok,
      () => false,
    ))
  ) {
    await new Promise((wake) => setTimeout(wake, 10));
  }
  return {
    origin,
    url: `ws://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    broadcast: async (payload) => {
      const emitted = once(child, 'message') as Promise<[{ emittedAt: number }]>;
      child.send({ broadcast: payload });
      return (await emitted)[0].emittedAt;
    },
    stop: () => {
      child.kill('SIGKILL');
    },
  };
}
