/** People, their sessions, one-time secrets and the audit log. */
import type { Kysely, Selectable } from 'kysely';
import type { Person } from '../../shared/content/person.ts';
import type { Audit, AuditEntry, People, Secrets, Sessions } from './store.ts';
import type { Tables } from './tables.ts';

export function personRecords(db: Kysely<Tables>): People {
  const docs = () => db.selectFrom('people').select('doc');
  return {
    get: async (id) => {
      const row = await docs().where('id', '=', id).executeTakeFirst();
      return row && (JSON.parse(row.doc) as Person);
    },
    all: async () => {
      const rows = await docs().orderBy('id').execute();
      return rows.map((row) => JSON.parse(row.doc) as Person);
    },
    put: async (person) => {
      const columns = { loginName: person.loginName, doc: JSON.stringify(person) };
      await db
        .insertInto('people')
        .values({ id: person.id, passwordHash: null, ...columns })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .execute();
    },
    byLoginName: async (loginName) => {
      const row = await docs().where('loginName', '=', loginName).executeTakeFirst();
      return row && (JSON.parse(row.doc) as Person);
    },
    passwordHash: async (personId) => {
      const row = await db
        .selectFrom('people')
        .select('passwordHash')
        .where('id', '=', personId)
        .executeTakeFirst();
      return row?.passwordHash ?? undefined;
    },
    setPasswordHash: async (personId, hash) => {
      await db
        .updateTable('people')
        .set({ passwordHash: hash })
        .where('id', '=', personId)
        .execute();
    },
  };
}

export function sessionRecords(db: Kysely<Tables>): Sessions {
  return {
    get: async (id) => {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && { ...row };
    },
    put: async (session) => {
      const { seenAt, expiresAt } = session;
      await db
        .insertInto('sessions')
        .values({ ...session })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ seenAt, expiresAt }))
        .execute();
    },
    remove: async (id) => {
      await db.deleteFrom('sessions').where('id', '=', id).execute();
    },
    removeOfPerson: async (personId) => {
      await db.deleteFrom('sessions').where('personId', '=', personId).execute();
    },
    removeExpired: async (now) => {
      const result = await db
        .deleteFrom('sessions')
        .where('expiresAt', '<=', now)
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

export function secretRecords(db: Kysely<Tables>): Secrets {
  return {
    put: async (secret) => {
      await db
        .insertInto('secrets')
        .values({ ...secret })
        .execute();
    },
    get: async (hash, purpose, now) => {
      const row = await db
        .selectFrom('secrets')
        .selectAll()
        .where('hash', '=', hash)
        .where('purpose', '=', purpose)
        .where('expiresAt', '>', now)
        .executeTakeFirst();
      return row && { ...row };
    },
    take: async (hash, purpose, now) => {
      const row = await db
        .deleteFrom('secrets')
        .where('hash', '=', hash)
        .where('purpose', '=', purpose)
        .where('expiresAt', '>', now)
        .returningAll()
        .executeTakeFirst();
      return row && { ...row };
    },
    removeOf: async (purpose, subjectId) => {
      await db
        .deleteFrom('secrets')
        .where('purpose', '=', purpose)
        .where('subjectId', subjectId === null ? 'is' : '=', subjectId)
        .execute();
    },
    removeExpired: async (now) => {
      const result = await db
        .deleteFrom('secrets')
        .where('expiresAt', '<=', now)
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

export function auditRecords(db: Kysely<Tables>): Audit {
  return {
    add: async ({ before, after, ...entry }) => {
      await db
        .insertInto('audit')
        .values({ ...entry, before: toJson(before), after: toJson(after) })
        .execute();
    },
    page: async (beforeId, limit) => {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .$if(beforeId !== null, (query) => query.where('id', '<', beforeId))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(asEntry);
    },
    last: async (action, subjectId) => {
      const row = await db
        .selectFrom('audit')
        .selectAll()
        .where('action', '=', action)
        .where('subjectId', '=', subjectId)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && asEntry(row);
    },
    newest: async (noun) => {
      const rows = await db
        .selectFrom('audit')
        .select(['subjectId', (e) => e.fn.max('at').as('at')])
        .where('action', '>', `${noun}.`)
        .where('action', '<', `${noun}/`)
        .groupBy('subjectId')
        .execute();
      return new Map(rows.map(({ subjectId, at }) => [subjectId, at]));
    },
  };
}

function asEntry(row: Selectable<Tables['audit']>): AuditEntry {
  return { ...row, before: fromJson(row.before), after: fromJson(row.after) };
}

function toJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

function fromJson(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
