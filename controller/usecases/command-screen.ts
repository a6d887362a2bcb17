import type { Person } from '../../shared/content/person.ts';
import type { CommandState } from '../../shared/protocol/commands.ts';
import { Refusal } from '../../shared/problem.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { orderBoard } from './order-board.ts';
import { requireRight } from './require-right.ts';

export interface ScreenCommand {
  readonly screenId: string;
  readonly command: 'reload' | 'identify' | 'screenshot';
}

/**
 * Sends a command, and returns it as it stands: the board's answer comes by its state. Throws `unavailable`
 * while the board is not connected: a command is worth a minute, not a wait.
 */
export async function commandScreen(
  context: Context,
  person: Person,
  { screenId, command }: ScreenCommand,
): Promise<CommandState> {
  requireRight(person, 'screen.write', { organizationId: null });
  await change(context, { person }, async (records, noted) => {
    await findOrRefuse(records.screens, screenId, '화면을');
    const state = context.boards.states().find((one) => one.screenId === screenId);
    if (!state?.connected)
      throw new Refusal(
        'unavailable',
        '화면이 연결되어 있지 않습니다. 전원과 인터넷을 확인해 주십시오.',
      );
    noted.record({ action: `screen.${command}`, subjectId: screenId, before: null, after: null });
  });
  return orderBoard(context, screenId, { command, until: null });
}
