import type { Command, CommandAnswer, CommandState } from '../../shared/protocol/commands.ts';
import type { EpochMs } from '../../shared/time.ts';

const KEPT = 5;

/** The last commands of one board, and what it answered. Lost by a restart: by then they have expired. */
export class CommandLog {
  #entries: readonly { readonly command: Command; readonly state: CommandState }[] = [];

  /** The newest last. */
  get states(): readonly CommandState[] {
    return this.#entries.map(({ state }) => state);
  }

  sent(command: Command, sentAt: EpochMs): CommandState {
    const { id, command: what, expiresAt } = command;
    const waiting = { answeredAt: null, outcome: null, message: null };
    const state: CommandState = { id, command: what, expiresAt, sentAt, ...waiting };
    this.#entries = [...this.#entries, { command, state }].slice(-KEPT);
    return state;
  }

  /** An answer to an unknown command is ignored, and so is one that says less than is known. */
  answered({ id, outcome, message }: CommandAnswer, at: EpochMs): void {
    this.#entries = this.#entries.map((entry) => {
      const { state } = entry;
      if (state.id !== id || (outcome === 'received' && state.outcome !== null)) return entry;
      const answeredAt = state.answeredAt ?? at;
      return { ...entry, state: { ...state, answeredAt, outcome, message } };
    });
  }

  /** Those of which the last word is missing and which the board may still obey, oldest first. */
  unanswered(now: EpochMs): readonly Command[] {
    return this.#entries
      .filter(({ state: { outcome, expiresAt } }) => isOpen(outcome) && expiresAt > now)
      .map(({ command }) => command);
  }
}

function isOpen(outcome: CommandState['outcome']): boolean {
  return outcome === null || outcome === 'received';
}
