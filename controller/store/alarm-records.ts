/** Emergencies that wait or waited for a second person, and the notes about what went out without one. */
import type { Kysely } from 'kysely';
import type { AlarmNote } from '../../shared/content/alarm-note.ts';
import type { ReleaseRequest } from '../../shared/content/release-request.ts';
import type { Tables } from './tables.ts';
import type { Alarms } from './watch-store.ts';

export function alarmRecords(db: Kysely<Tables>): Alarms {
  const requests = () => db.selectFrom('releaseRequests').select('doc');
  const notes = () => db.selectFrom('alarmNotes').select('doc');
  return {
    request: async (id) =>
      parse<ReleaseRequest>(await requests().where('id', '=', id).execute())[0],
    requestOf: async (announcementId) => {
      const rows = await requests().where('announcementId', '=', announcementId).execute();
      return parse<ReleaseRequest>(rows)[0];
    },
    requestsSince: async (at) => {
      const rows = await requests()
        .where('requestedAt', '>=', at)
        .orderBy('requestedAt', 'desc')
        .orderBy('id')
        .execute();
      return parse<ReleaseRequest>(rows);
    },
    putRequest: async (request) => {
      const { id, requestedAt, state, announcementId } = request;
      const columns = { state, announcementId, doc: JSON.stringify(request) };
      await db
        .insertInto('releaseRequests')
        .values({ id, requestedAt, ...columns })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .execute();
    },
    note: async (id) => parse<AlarmNote>(await notes().where('id', '=', id).execute())[0],
    addNote: async (note) => {
      const { id, at } = note;
      await db
        .insertInto('alarmNotes')
        .values({ id, at, doc: JSON.stringify(note) })
        .execute();
    },
    unacknowledged: async (personId, since) => {
      const rows = await notes()
        .where('at', '>=', since)
        .where('id', 'not in', (e) =>
          e.selectFrom('alarmAcknowledgements').select('noteId').where('personId', '=', personId),
        )
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute();
      return parse<AlarmNote>(rows);
    },
    acknowledge: async (noteId, personId, at) => {
      const inserted = await db
        .insertInto('alarmAcknowledgements')
        .values({ noteId, personId, at })
        .onConflict((conflict) => conflict.columns(['noteId', 'personId']).doNothing())
        .executeTakeFirst();
      return Number(inserted.numInsertedOrUpdatedRows ?? 0) > 0;
    },
  };
}

function parse<T>(rows: readonly { readonly doc: string }[]): T[] {
  return rows.map(({ doc }) => JSON.parse(doc) as T);
}
