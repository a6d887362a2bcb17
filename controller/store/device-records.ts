/** Boards' computers, and codes on the way to becoming one. */
import type { Kysely } from 'kysely';
import type { Devices, Pairings } from './store.ts';
import type { Tables } from './tables.ts';

export function deviceRecords(db: Kysely<Tables>): Devices {
  const rows = () => db.selectFrom('devices').selectAll();
  return {
    get: async (id) => copied(await rows().where('id', '=', id).executeTakeFirst()),
    byTokenHash: async (hash) =>
      copied(await rows().where('tokenHash', '=', hash).executeTakeFirst()),
    liveOfScreen: async (screenId) =>
      copied(
        await rows()
          .where('screenId', '=', screenId)
          .where('revokedAt', 'is', null)
          .executeTakeFirst(),
      ),
    live: async () => {
      const found = await rows().where('revokedAt', 'is', null).orderBy('id').execute();
      return found.map((row) => ({ ...row }));
    },
    put: async (device) => {
      const { lastSeenAt, revokedAt } = device;
      await db
        .insertInto('devices')
        .values({ ...device })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ lastSeenAt, revokedAt }))
        .execute();
    },
  };
}

export function pairingRecords(db: Kysely<Tables>): Pairings {
  const rows = () => db.selectFrom('pairings').selectAll();
  return {
    get: async (id) => copied(await rows().where('id', '=', id).executeTakeFirst()),
    byCode: async (code, now) =>
      copied(await rows().where('code', '=', code).where('expiresAt', '>', now).executeTakeFirst()),
    put: async (pairing) => {
      const { screenId, expiresAt } = pairing;
      await db
        .insertInto('pairings')
        .values({ ...pairing })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ screenId, expiresAt }))
        .execute();
    },
    remove: async (id) => {
      await db.deleteFrom('pairings').where('id', '=', id).execute();
    },
    removeExpired: async (now) => {
      const result = await db
        .deleteFrom('pairings')
        .where('expiresAt', '<=', now)
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

/** Rows come without a prototype; what leaves the store is a plain object. */
function copied<T extends object>(row: T | undefined): T | undefined {
  return row && { ...row };
}
