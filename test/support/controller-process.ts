/** The real controller as a process of its own, on a temporary data folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from './free-port.ts';
import { copyFirstStart } from './kept-first-start.ts';

const root = resolve(import.meta.dirname, '../..');
/** The built program, from the project's root. */
export const CONTROLLER = 'dist/controller/main.js';
const START_LIMIT_MS = 60_000;

export interface ControllerProcess {
  readonly origin: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything printed so far. */
  readonly printed: () => string;
  /** What was logged so far: the links are not in it. */
  readonly logged: () => string;
  /** A link that was printed, such as `/board#pair=` and what follows; undefined when it was not. */
  readonly link: (part: string) => string | undefined;
  /** Ends it with `signal` and waits. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** A new empty folder; `remove` deletes it. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'plaza-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * Starts the controller as it was built, and resolves with its first healthy answer. Over a new folder without
 * content of its own it goes on from where a first start ended.
 */
export async function startController(options: {
  readonly dataDir: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<ControllerProcess> {
  const port = options.port ?? (await freePort());
  if (options.env?.CONTENT_DIR === undefined) copyFirstStart(options.dataDir);
  const child = spawn(process.execPath, [CONTROLLER], {
    cwd: root,
    env: {
      ...process.env,
      LOG_LEVEL: 'warn',
      ...options.env,
      PORT: String(port),
      DATA_DIR: options.dataDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  let logged = '';
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    logged += chunk.toString();
  });
  const origin = `http://localhost:${port}`;
  await untilHealthy(origin, child, () => printed);
  return {
    origin,
    dataDir: options.dataDir,
    pid: child.pid ?? 0,
    printed: () => printed,
    logged: () => logged,
    link: (part) =>
      printed.split(/\s+/).find((word) => word.startsWith('http') && word.includes(part)),
    stop: (signal = 'SIGTERM') => stop(child, signal),
  };
}

async function untilHealthy(
  origin: string,
  child: ChildProcess,
  printed: () => string,
): Promise<void> {
  const until = Date.now() + START_LIMIT_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the controller ended:\n${printed()}`);
    const healthy = await fetch(`${origin}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  throw new Error(`the controller did not answer:\n${printed()}`);
}

function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
