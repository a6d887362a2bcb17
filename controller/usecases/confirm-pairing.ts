import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { ScreenView } from '../../shared/protocol/http/screens.ts';
import { MINUTE_MS, type EpochMs } from '../../shared/time.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { revokeLive } from './device-of-screen.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { requireRight } from './require-right.ts';
import { viewScreen } from './view-screen.ts';

const MOST_WRONG = 5;
const WINDOW_MS = 10 * MINUTE_MS;

/** Wrong codes by person, for ten minutes. */
export type WrongCodes = Map<string, readonly EpochMs[]>;

/**
 * Ties the board that shows `code` to the screen. The PC that it had is revoked and cut; bookings and
 * history belong to the screen and stay. Throws `not-found` for a code that is wrong or expired, and
 * `too-many` after five of them.
 */
export async function confirmPairing(
  context: Context,
  person: Person,
  asked: { readonly screenId: string; readonly code: string; readonly wrongCodes: WrongCodes },
): Promise<ScreenView> {
  requireRight(person, 'screen.write', { organizationId: null });
  const { screenId, code, wrongCodes } = asked;
  const now = context.now();
  const recent = (wrongCodes.get(person.id) ?? []).filter((at) => at > now - WINDOW_MS);
  if (recent.length >= MOST_WRONG)
    throw new Refusal('too-many', '틀린 코드를 여러 번 넣었습니다. 10분 뒤에 다시 해 주십시오.');
  const { value } = await change(context, { person }, async (records, noted) => {
    const screen = await findOrRefuse(records.screens, screenId, '화면을');
    const pairing = await records.pairings.byCode(code, now);
    if (pairing?.screenId !== null) {
      wrongCodes.set(person.id, [...recent, now]);
      throw new Refusal(
        'not-found',
        '코드가 맞지 않습니다. 화면에 보이는 8자리를 다시 넣어 주십시오.',
      );
    }
    await records.pairings.put({ ...pairing, screenId });
    await records.secrets.removeOf('board-link', screenId);
    const before = await revokeLive(records, screenId, now);
    const after = { pairingId: pairing.id };
    noted.record({ action: 'screen.pair', subjectId: screenId, before: before?.id ?? null, after });
    return { before, view: await viewScreen(records, screen) };
  });
  wrongCodes.delete(person.id);
  if (value.before) context.boards.disconnectDevice(value.before.id);
  context.consoles.contentChanged(['screens']);
  return value.view;
}
