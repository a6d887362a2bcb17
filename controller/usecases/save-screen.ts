import type { Person } from '../../shared/content/person.ts';
import type { ScreenFields } from '../../shared/content/screen.ts';
import type { ScreenView } from '../../shared/protocol/http/screens.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { refuseStale } from './refuse-stale.ts';
import { requireRight } from './require-right.ts';
import { refuseBadScreen } from './screen-rules.ts';
import { viewScreen } from './view-screen.ts';

export interface ScreenEdit extends ScreenFields {
  readonly screenId: string;
  /** The version that was edited. */
  readonly version: number;
}

/** New hours move the plan at once; a new geometry is pulled by the board. */
export async function saveScreen(
  context: Context,
  person: Person,
  { screenId, version, ...fields }: ScreenEdit,
): Promise<ScreenView> {
  requireRight(person, 'screen.write', { organizationId: null });
  refuseBadScreen(fields);
  const { value } = await change(context, { person }, async (records, noted) => {
    const before = await findOrRefuse(records.screens, screenId, '화면을');
    refuseStale(before.version, version);
    const after = { ...before, ...fields, version: before.version + 1 };
    await records.screens.put(after);
    noted.touch('screens');
    noted.record({ action: 'screen.save', subjectId: screenId, before, after });
    return viewScreen(records, after);
  });
  context.boards.screenChanged(screenId, value.screen.version);
  return value;
}
