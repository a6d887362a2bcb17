import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { freePort } from '../support/free-port.ts';

export interface BareServer {
  readonly origin: string;
  readonly url: string;
  readonly pid: number;
  /** Resolves with the wall-clock time just before the emit. */
  readonly broadcast: (payload: unknown) => Promise<number>;
  /** The wall-clock time at which every client of `ws` has answered the next broadcast. */
  readonly lastAnswer: () => Promise<number>;
  /** Kills it, and waits. */
  readonly stop: () => Promise<void>;
}

export interface BareOptions {
  /** It serves this. */
  readonly folder?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** The bare server of `limits/`, in a process of its own, once it answers. */
export async function startBareServer(
  kind: 'socket.io' | 'ws',
  { folder, port, env }: BareOptions = {},
): Promise<BareServer> {
  const own = port ?? (await freePort());
  const words = [String(own), kind, ...(folder === undefined ? [] : [folder])];
  const child = fork(resolve(import.meta.dirname, 'limits/bare-server.ts'), words, {
    env: { ...process.env, ...env },
  });
  const origin = `http://127.0.0.1:${own}`;
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
    url: `ws://127.0.0.1:${own}`,
    pid: child.pid ?? 0,
    broadcast: (payload) => {
      const emitted = word(child, 'emittedAt');
      child.send({ broadcast: payload });
      return emitted;
    },
    lastAnswer: () => word(child, 'acknowledgedAt'),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

/** The time that the child sends next under `name`. */
function word(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve) => {
    const onMessage = (said: Readonly<Record<string, number>>): void => {
      const at = said[name];
      if (at === undefined) return;
      child.off('message', onMessage);
      resolve(at);
    };
    child.on('message', onMessage);
  });
}
