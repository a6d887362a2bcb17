/** Obeys what the console asks of the board: each command once, none too late, and says what became of it. */
import * as z from 'zod/mini';
import {
  commandAnswerSchema,
  type Command,
  type CommandAnswer,
} from '../../shared/protocol/commands.ts';
import type { EpochMs } from '../../shared/time.ts';

export interface CommandStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export interface CommandsOptions {
  /** Outlives the page: a reload must not be obeyed again by the page that it started. */
  readonly storage: CommandStorage;
  /** The server's clock. */
  readonly now: () => EpochMs;
  /** Whether `now` can be believed; a command that comes before waits for `clockSet`. */
  readonly isClockSet: () => boolean;
  readonly answer: (answer: CommandAnswer) => void;
  /** Does what is asked. A promise takes a while: its outcome is told when it settles. */
  readonly obey: Readonly<Record<Command['command'], (command: Command) => Promise<void> | void>>;
}

const KEY = 'plaza-commands';
const REMEMBERED = 50;

export class Commands {
  readonly #options: CommandsOptions;
  readonly #waiting: Command[] = [];
  /** The last answer to each command, oldest first. */
  #answers: readonly CommandAnswer[];

  constructor(options: CommandsOptions) {
    this.#options = options;
    this.#answers = read(options.storage);
  }

  /** [W21] A command that was answered before is answered the same again, and nothing is done. */
  receive(command: Command): void {
    const { isClockSet, now, answer } = this.#options;
    const known = this.#answers.find(({ id }) => id === command.id);
    if (known) answer(known);
    else if (!isClockSet()) this.#waiting.push(command);
    else if (command.expiresAt <= now()) this.#settle(command, 'expired');
    else this.#obey(command);
  }

  /** The server's clock is known now. */
  clockSet(): void {
    for (const command of this.#waiting.splice(0)) this.receive(command);
  }

  #obey(command: Command): void {
    // Remembered before it is done: what takes the page with it must not come twice.
    this.#settle(command, command.command === 'screenshot' ? 'received' : 'done');
    try {
      const doing = this.#options.obey[command.command](command);
      if (!doing) return;
      doing.then(
        () => this.#settle(command, 'done'),
        (error: unknown) => this.#settle(command, 'failed', error),
      );
    } catch (error) {
      this.#settle(command, 'failed', error);
    }
  }

  #settle({ id }: Command, outcome: CommandAnswer['outcome'], cause?: unknown): void {
    const message = cause === undefined ? null : wordsOf(cause).slice(0, 300);
    const answer: CommandAnswer = { id, outcome, message };
    const others = this.#answers.filter((one) => one.id !== id);
    this.#answers = [...others, answer].slice(-REMEMBERED);
    this.#keep();
    this.#options.answer(answer);
  }

  #keep(): void {
    try {
      this.#options.storage.setItem(KEY, JSON.stringify(this.#answers));
    } catch {
      // Full: the command's own end still keeps it from being obeyed for ever.
    }
  }
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function read(storage: CommandStorage): readonly CommandAnswer[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    const parsed = z.array(commandAnswerSchema).safeParse(kept);
    return parsed.success ? parsed.data : [];
  } catch {
    // Cut off by a full disk: nothing is remembered.
    return [];
  }
}
