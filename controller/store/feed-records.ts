import type { Kysely } from 'kysely';
import type { Feed } from '../../shared/content/feed.ts';
import type { Feeds } from './store.ts';
import type { Tables } from './tables.ts';

export function feedRecords(db: Kysely<Tables>): Feeds {
  const docs = () => db.selectFrom('feeds').select('doc');
  const get = async (id: string) => parse(await docs().where('id', '=', id).executeTakeFirst());
  return {
    get,
    byHash: async (hash) => parse(await docs().where('hash', '=', hash).executeTakeFirst()),
    all: async () => {
      const rows = await docs().orderBy('createdAt').orderBy('id').execute();
      return rows.map((row) => JSON.parse(row.doc) as Feed);
    },
    add: async (feed, hash) => {
      const { id, createdAt } = feed;
      await db
        .insertInto('feeds')
        .values({ id, hash, createdAt, doc: JSON.stringify(feed) })
        .execute();
    },
    read: async (id, readAt) => {
      const feed = await get(id);
      if (!feed) return;
      const doc = JSON.stringify({ ...feed, readAt });
      await db.updateTable('feeds').set({ doc }).where('id', '=', id).execute();
    },
    remove: async (id) => {
      await db.deleteFrom('feeds').where('id', '=', id).execute();
    },
  };
}

function parse(row: { readonly doc: string } | undefined): Feed | undefined {
  return row && (JSON.parse(row.doc) as Feed);
}
