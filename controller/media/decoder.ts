/** Runs jobs in a process of their own, within limits of time and memory. */
import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { UploadKind } from '../../shared/content/media.ts';
import { Refusal } from '../../shared/problem.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { programDir } from '../program.ts';
import type { Job, Made, Told } from './job.ts';

export interface Run {
  /** Ends the work; it then rejects with `signal.reason`. */
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onPart: (part: number) => void;
}

const LONGEST_MS: Readonly<Record<UploadKind, number>> = {
  photo: 2 * MINUTE_MS,
  pdf: 5 * MINUTE_MS,
  film: 15 * MINUTE_MS,
};
/** Processor time for one page of a PDF, wherever it is slow because others are at work. */
const LONGEST_PAGE_MS = 8_000;
/** Of the process and what it started, together. */
const MOST_BYTES = 1_000_000_000;
const MOST_HEAP_MB = 384;
const WATCH_MS = 200;
/** A process without work ends. */
const IDLE_MS = 10_000;
/** The way of Linux to tell what a process takes; elsewhere the limits on pixels alone must do. */
const PAGE_BYTES = 4096;
const TICK_MS = 10;

/** One process at a time, kept for the next job: loading what decodes takes longer than most photos. */
export class Decoder {
  #child: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;

  /**
   * What the job made. Never two at once.
   * @throws Refusal as the job says, or `unreadable-media` when it took too long or too much memory.
   */
  async run(job: Job, { signal, onPart }: Run): Promise<readonly Made[]> {
    signal.throwIfAborted();
    const child = this.#take();
    const watch = new Watch(child);
    const stopped = () => end(child);
    signal.addEventListener('abort', stopped, { once: true });
    let told: Told = { failed: 'no answer' };
    try {
      told = await lastWord(child, job, (said) => {
        if ('part' in said) onPart(said.part);
        watch.heard(said);
      });
    } finally {
      signal.removeEventListener('abort', stopped);
      watch.stop();
      this.#putBack(child, 'failed' in told || watch.wentOver || signal.aborted);
    }
    signal.throwIfAborted();
    if (watch.wentOver) throw tooMuch();
    return madeOf(told);
  }

  /** Ends the process, and whatever it does. */
  stop(): void {
    clearTimeout(this.#idle);
    if (this.#child) end(this.#child);
    this.#child = null;
  }

  #take(): ChildProcess {
    clearTimeout(this.#idle);
    this.#child ??= start();
    this.#child.ref();
    this.#child.channel?.ref();
    return this.#child;
  }

  /** One that failed is not trusted with another file. */
  #putBack(child: ChildProcess, isSpent: boolean): void {
    if (isSpent) {
      this.stop();
      return;
    }
    child.unref();
    child.channel?.unref();
    this.#idle = setTimeout(() => this.stop(), IDLE_MS).unref();
  }
}

function start(): ChildProcess {
  const child = fork(join(programDir, 'controller/media/intake-worker.ts'), {
    // A group of its own, so that ffmpeg ends with it. Nothing of the server's environment goes along.
    detached: process.platform !== 'win32',
    env: {},
    execArgv: [`--max-old-space-size=${MOST_HEAP_MB}`, '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // An idle one may be ended from outside; whoever waits for an answer listens for himself.
  child.on('error', () => undefined);
  (child.stderr as Socket | null)?.unref();
  return child;
}

/** The last message; where the process ends without one, what it wrote last. */
function lastWord(child: ChildProcess, job: Job, heard: (said: Told) => void): Promise<Told> {
  return new Promise((resolve) => {
    let written = '';
    const onWritten = (chunk: Buffer) => (written = (written + chunk.toString()).slice(-2000));
    const done = (told: Told) => {
      child.stderr?.off('data', onWritten);
      child.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(told);
    };
    const onMessage = (said: Told) => {
      if ('made' in said || 'refused' in said || 'failed' in said) done(said);
      else heard(said);
    };
    const onError = (error: Error) => done({ failed: error.message });
    const onExit = (code: number | null, signal: string | null) =>
      done({ failed: `ended by ${signal ?? String(code)}: ${written}` });
    child.stderr?.on('data', onWritten);
    child.on('message', onMessage).on('error', onError).on('exit', onExit);
    child.send(job);
  });
}

function madeOf(told: Told): readonly Made[] {
  if ('made' in told) return told.made;
  if ('refused' in told) throw new Refusal(told.refused.code, told.refused.message);
  const failed = 'failed' in told ? told.failed : 'no answer';
  const error = new Error(`decoding failed: ${failed}`);
  throw failed === 'ENOSPC' || failed === 'EDQUOT' ? Object.assign(error, { code: failed }) : error;
}

/** Ends the process when it takes too long or too much. */
class Watch {
  readonly #child: ChildProcess;
  readonly #pids: number[];
  readonly #timer: NodeJS.Timeout;
  readonly #startedAt = performance.now();
  #longestMs = LONGEST_MS.photo;
  #longestStepMs = Infinity;
  /** What the process had worked at the first look after its last word. */
  #workedBeforeMs: number | null = null;
  wentOver = false;

  constructor(child: ChildProcess) {
    this.#child = child;
    this.#pids = [child.pid ?? 0];
    this.#timer = setInterval(() => void this.#look(), WATCH_MS);
  }

  heard(said: Told): void {
    if ('pid' in said) this.#pids.push(said.pid);
    if ('part' in said) this.#workedBeforeMs = null;
    if (!('kind' in said)) return;
    this.#longestMs = LONGEST_MS[said.kind];
    if (said.kind === 'pdf') this.#longestStepMs = LONGEST_PAGE_MS;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const taken = await Promise.all(this.#pids.map(residentBytes));
    const bytes = taken.reduce((sum, one) => sum + one, 0);
    const ms = performance.now() - this.#startedAt;
    const workedMs = await processorMs(this.#child.pid ?? 0);
    this.#workedBeforeMs ??= workedMs;
    const stepMs = workedMs - this.#workedBeforeMs;
    if (bytes <= MOST_BYTES && ms <= this.#longestMs && stepMs <= this.#longestStepMs) return;
    this.wentOver = true;
    end(this.#child);
  }
}

async function residentBytes(pid: number): Promise<number> {
  // A program that has ended takes nothing.
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0');
  return Number(statm.split(' ')[1]) * PAGE_BYTES;
}

async function processorMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Behind the name, which may hold anything: the 14th and 15th of all are time in the program and for it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MS;
}

function end(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // Gone already, or not yet the leader of its group.
  }
}

function tooMuch(): Refusal {
  return new Refusal(
    'unreadable-media',
    '파일을 처리하는 데 시간이나 메모리가 너무 많이 듭니다. 더 작거나 단순한 파일로 올려 주십시오.',
  );
}
