import {
  COMMAND_LIFE_MS,
  type Command,
  type CommandState,
} from '../../shared/protocol/commands.ts';
import type { Context } from './context.ts';

/** Sends a command under an id of its own, to be obeyed within a minute or not at all. */
export function orderBoard(
  { boards, newId, now }: Context,
  screenId: string,
  order: Pick<Command, 'command' | 'until'>,
): CommandState {
  const sentAt = now();
  const command = { ...order, id: newId(), expiresAt: sentAt + COMMAND_LIFE_MS };
  return boards.command(screenId, command, sentAt);
}
