import type { Person } from '../../shared/content/person.ts';
import type { Screen } from '../../shared/content/screen.ts';
import type { ScreenView } from '../../shared/protocol/http/screens.ts';
import { MINUTE_MS, type EpochMs } from '../../shared/time.ts';
import type { Records } from '../store/store.ts';
import { change, type Change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { orderBoard } from './order-board.ts';
import { requireSomewhere } from './require-somewhere.ts';
import { viewScreen } from './view-screen.ts';

/** Dark for `minutes`, at most 60; 0 lights the board again. It ends by itself, also offline (S3). */
export async function blankScreen(
  context: Context,
  person: Person,
  { screenId, minutes }: { readonly screenId: string; readonly minutes: number },
): Promise<ScreenView> {
  requireSomewhere(person, 'screen.blank');
  const until = minutes === 0 ? null : context.now() + minutes * MINUTE_MS;
  const { value } = await change(context, { person }, async (records, noted) => {
    const before = await findOrRefuse(records.screens, screenId, '화면을');
    return viewScreen(records, await putBlank(before, until, { records, noted }));
  });
  tellBlank(context, value.screen);
  return value;
}

/** Writes when the blank ends (null lights the board), with its audit row. */
export async function putBlank(
  before: Screen,
  until: EpochMs | null,
  { records, noted }: { readonly records: Records; readonly noted: Change },
): Promise<Screen> {
  const after = { ...before, blankUntil: until, version: before.version + 1 };
  await records.screens.put(after);
  noted.touch('screens');
  const action = until === null ? 'screen.unblank' : 'screen.blank';
  noted.record({ action, subjectId: before.id, before, after });
  return after;
}

/** After the commit: the board acts on the command at once, and holds the new document by its version. */
export function tellBlank(context: Context, { id, blankUntil, version }: Screen): void {
  const command = blankUntil === null ? 'unblank' : 'blank';
  orderBoard(context, id, { command, until: blankUntil });
  context.boards.screenChanged(id, version);
}
