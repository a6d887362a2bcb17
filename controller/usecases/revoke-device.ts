import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { ScreenView } from '../../shared/protocol/http/screens.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { revokeLive } from './device-of-screen.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { requireRight } from './require-right.ts';
import { viewScreen } from './view-screen.ts';

/** Ends the token of the screen's PC and cuts it. Throws `conflict` when none is connected to the screen. */
export async function revokeDevice(
  context: Context,
  person: Person,
  screenId: string,
): Promise<ScreenView> {
  requireRight(person, 'screen.write', { organizationId: null });
  const { value } = await change(context, { person }, async (records, noted) => {
    const screen = await findOrRefuse(records.screens, screenId, '화면을');
    const device = await revokeLive(records, screenId, context.now());
    if (!device) throw new Refusal('conflict', '이 화면에는 연결된 PC가 없습니다.');
    noted.record({ action: 'screen.revoke', subjectId: screenId, before: device.id, after: null });
    return { device, view: await viewScreen(records, screen) };
  });
  context.boards.disconnectDevice(value.device.id);
  context.consoles.contentChanged(['screens']);
  return value.view;
}
