/** Second steps of people, and the browsers that they came by before. */
import type { Kysely } from 'kysely';
import type { KnownDevices, TwoSteps } from './account-store.ts';
import type { Tables } from './tables.ts';

export function twoStepRecords(db: Kysely<Tables>): TwoSteps {
  const removeCodes = (personId: string) =>
    db.deleteFrom('recoveryCodes').where('personId', '=', personId).execute();
  return {
    get: async (personId) => {
      const row = await db
        .selectFrom('twoSteps')
        .selectAll()
        .where('personId', '=', personId)
        .executeTakeFirst();
      return row && { ...row };
    },
    put: async ({ personId, ...columns }) => {
      await db
        .insertInto('twoSteps')
        .values({ personId, ...columns })
        .onConflict((conflict) => conflict.column('personId').doUpdateSet(columns))
        .execute();
    },
    remove: async (personId) => {
      await removeCodes(personId);
      await db.deleteFrom('twoSteps').where('personId', '=', personId).execute();
    },
    setCodes: async (personId, hashes) => {
      await removeCodes(personId);
      for (const hash of hashes)
        await db.insertInto('recoveryCodes').values({ hash, personId }).execute();
    },
    codesLeft: async (personId) => {
      const row = await db
        .selectFrom('recoveryCodes')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('personId', '=', personId)
        .executeTakeFirstOrThrow();
      return row.count;
    },
    takeCode: async (personId, hash) => {
      const result = await db
        .deleteFrom('recoveryCodes')
        .where('personId', '=', personId)
        .where('hash', '=', hash)
        .executeTakeFirst();
      return Number(result.numDeletedRows) === 1;
    },
  };
}

export function knownDeviceRecords(db: Kysely<Tables>): KnownDevices {
  return {
    people: async (hash, now) => {
      const rows = await db
        .selectFrom('knownDevices')
        .select('personId')
        .where('hash', '=', hash)
        .where('expiresAt', '>', now)
        .orderBy('personId')
        .execute();
      return rows.map(({ personId }) => personId);
    },
    put: async (device) => {
      const { expiresAt } = device;
      await db
        .insertInto('knownDevices')
        .values({ ...device })
        .onConflict((conflict) => conflict.columns(['hash', 'personId']).doUpdateSet({ expiresAt }))
        .execute();
    },
    removeOfPerson: async (personId) => {
      await db.deleteFrom('knownDevices').where('personId', '=', personId).execute();
    },
    removeExpired: async (now) => {
      const result = await db
        .deleteFrom('knownDevices')
        .where('expiresAt', '<=', now)
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}
