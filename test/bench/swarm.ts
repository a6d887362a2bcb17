/** Many light clients in a process of their own, so that what is measured is the server. */
import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

export interface SwarmOptions {
  readonly url: string;
  readonly kind: 'kiosk' | 'socket.io' | 'ws';
  readonly count: number;
  /** For boards: the token of client `i` is `tokenPrefix + i`. */
  readonly tokenPrefix?: string;
  /** Each answers a broadcast: a board with a receipt, `ws` with a word. */
  readonly acknowledges?: boolean;
  /** Each tries again as a board does when its line is cut, which else is an error. */
  readonly comesBack?: boolean;
}

export interface Swarm {
  /** Epoch milliseconds (with fractions) at which the last client got the next broadcast. */
  readonly lastReceipt: () => Promise<number>;
  /** The same, at which the last board heard that its receipt is stored. */
  readonly lastStored: () => Promise<number>;
  /** The same, at which the last client is connected again and, a board, has heard that it is level. */
  readonly lastBack: () => Promise<number>;
  readonly stop: () => void;
}

/** Resolves when every client is connected and, for boards, was answered its hello. */
export async function startSwarm(options: SwarmOptions): Promise<Swarm> {
  const child = fork(resolve(import.meta.dirname, 'swarm-clients.ts'), [JSON.stringify(options)]);
  await message(child, 'ready');
  return {
    lastReceipt: async () => (await message(child, 'all')).at,
    lastStored: async () => (await message(child, 'acked')).at,
    lastBack: async () => (await message(child, 'back')).at,
    stop: () => {
      child.kill('SIGKILL');
    },
  };
}

/** Now, comparable between processes of one machine. */
export function wallNow(): number {
  return performance.timeOrigin + performance.now();
}

interface Word {
  readonly word: string;
  readonly at: number;
}

function message(child: ChildProcess, word: string): Promise<Word> {
  return new Promise((done, fail) => {
    const onMessage = (said: Word): void => {
      if (said.word !== word) return;
      child.off('message', onMessage).off('exit', onExit);
      done(said);
    };
    const onExit = (code: number | null): void => {
      fail(new Error(`the clients ended with ${code}`));
    };
    child.on('message', onMessage).once('exit', onExit);
  });
}
