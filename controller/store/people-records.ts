/** People, their sessions and one-time secrets. */
import type { Kysely } from 'kysely';
import type { Person } from '../../shared/content/person.ts';
import type { Secrets } from './account-store.ts';
import type { People, Sessions } from './store.ts';
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
    ofPerson: async (personId, now) => {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('personId', '=', personId)
        .where('expiresAt', '>', now)
        .orderBy('seenAt', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ ...row }));
    },
    put: async (session) => {
      const { seenAt, expiresAt, confirmedAt } = session;
      await db
        .insertInto('sessions')
        .values({ ...session })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({ seenAt, expiresAt, confirmedAt }),
        )
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
