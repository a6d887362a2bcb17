import { isTold } from '../../shared/content/alarm-note.ts';
import type { Person } from '../../shared/content/person.ts';
import { releaseStateAt } from '../../shared/content/release-request.ts';
import { Refusal } from '../../shared/problem.ts';
import type { AlarmsView, ReleaseView } from '../../shared/protocol/http/alarms.ts';
import { DAY_MS } from '../../shared/time.ts';
import { requireSender } from './announcement-rules.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { viewRelease } from './release-request.ts';

const NOTES_MS = 30 * DAY_MS;

/** What waits for this person: releases, for who may send announcements; notes, for who runs the board. */
export async function listAlarms(context: Context, person: Person): Promise<AlarmsView> {
  const { records } = context.store;
  const at = context.now();
  const maySend = await requireSender(records, person).then(
    () => true,
    () => false,
  );
  const notes = await records.alarms.unacknowledged(person.id, at - NOTES_MS);
  return {
    requests: maySend ? await requestsUntil(context, at) : [],
    notes: notes.filter((note) => isTold(person, note)),
  };
}

/** 확인했습니다. Throws `not-found` for a note that does not concern the person. */
export async function acknowledgeAlarm(
  context: Context,
  person: Person,
  noteId: string,
): Promise<null> {
  await change(context, { person }, async (records, noted) => {
    const note = await findOrRefuse({ get: (id) => records.alarms.note(id) }, noteId, '알림을');
    if (!isTold(person, note))
      throw new Refusal('not-found', '그 알림을 찾을 수 없습니다. 목록을 새로 고쳐 주십시오.');
    const isFirst = await records.alarms.acknowledge(noteId, person.id, context.now());
    if (!isFirst) return;
    noted.touch('announcements');
    noted.record({
      action: 'announcement.acknowledge',
      subjectId: note.announcementId,
      before: null,
      after: { title: note.title, noteId },
    });
  });
  return null;
}

async function requestsUntil({ store }: Context, at: number): Promise<ReleaseView[]> {
  const { records } = store;
  const requests = await records.alarms.requestsSince(at - DAY_MS);
  return Promise.all(
    requests.map((request) =>
      viewRelease(records, { ...request, state: releaseStateAt(request, at) }),
    ),
  );
}
