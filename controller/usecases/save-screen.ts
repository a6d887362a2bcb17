import { isLiveAt } from '../../shared/content/announcement.ts';
import { includesScreen } from '../../shared/content/fields.ts';
import type { Person } from '../../shared/content/person.ts';
import { isPublicScreen, type ScreenFields } from '../../shared/content/screen.ts';
import { Refusal } from '../../shared/problem.ts';
import type { ScreenView } from '../../shared/protocol/http/screens.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Records } from '../store/store.ts';
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
    if (isPublicScreen(fields) && !isPublicScreen(before))
      await refuseDuringDrill(records, screenId, context.now());
    const after = { ...before, ...fields, version: before.version + 1 };
    await records.screens.put(after);
    noted.touch('screens');
    noted.record({ action: 'screen.save', subjectId: screenId, before, after });
    return viewScreen(records, after);
  });
  context.boards.screenChanged(screenId, value.screen.version);
  return value;
}

/** [A31] Throws `conflict` while a drill is on the board. */
async function refuseDuringDrill(records: Records, screenId: string, at: EpochMs): Promise<void> {
  const current = await records.announcements.current(at);
  const drill = current.find(
    (one) => one.drill && isLiveAt(one, at) && includesScreen(one.screens, screenId),
  );
  if (!drill) return;
  throw new Refusal(
    'conflict',
    `이 화면에 훈련(「${drill.title}」)이 나가고 있습니다. 먼저 훈련을 해제해 주십시오.`,
  );
}
