import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { requireRight } from './require-right.ts';

export interface ScreenCommand {
  readonly screenId: string;
  readonly command: 'reload' | 'identify';
}

/** Throws `unavailable` while the board is not connected: commands are not kept for later. */
export async function commandScreen(
  context: Context,
  person: Person,
  { screenId, command }: ScreenCommand,
): Promise<null> {
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
  context.boards.command(screenId, { command, until: null });
  return null;
}
