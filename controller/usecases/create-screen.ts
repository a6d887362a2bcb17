import type { Person } from '../../shared/content/person.ts';
import type { Screen, ScreenFields } from '../../shared/content/screen.ts';
import type { ScreenView } from '../../shared/protocol/http/screens.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { requireRight } from './require-right.ts';
import { refuseBadScreen } from './screen-rules.ts';
import { viewScreen } from './view-screen.ts';

/** A new board; bookings for all boards play on it as soon as a PC is paired. */
export async function createScreen(
  context: Context,
  person: Person,
  fields: ScreenFields,
): Promise<ScreenView> {
  requireRight(person, 'screen.write', { organizationId: null });
  refuseBadScreen(fields);
  const { value } = await change(context, { person }, async (records, noted) => {
    const screen: Screen = { ...fields, id: context.newId(), blankUntil: null, version: 1 };
    await records.screens.put(screen);
    noted.touch('screens');
    noted.record({ action: 'screen.create', subjectId: screen.id, before: null, after: screen });
    return viewScreen(records, screen);
  });
  return value;
}
