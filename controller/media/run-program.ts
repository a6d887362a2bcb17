import { spawn } from 'node:child_process';

export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null;
  /** The last of what it wrote to its standard error. */
  readonly errors: string;
}

const KEPT_ERRORS = 4000;

/**
 * Runs a program to its end with nothing to read. What it prints is handed to `onData`, which may be slow.
 * `onStart` gets its process id. Rejects only when it cannot be started or `onData` throws.
 */
export async function runProgram(
  program: string,
  words: readonly string[],
  watch: {
    readonly onStart: (pid: number) => void;
    readonly onData?: (chunk: Buffer) => void;
  },
): Promise<Ended> {
  const child = spawn(program, words, { env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on(
    'data',
    (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-KEPT_ERRORS)),
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (child.pid !== undefined) watch.onStart(child.pid);
  child.stdout.on('data', (chunk: Buffer) => watch.onData?.(chunk));
  return { code: await ended, errors };
}
