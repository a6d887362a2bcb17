import type { Kysely } from 'kysely';
import type { Collection } from './store.ts';
import type { DocumentTable, Tables } from './tables.ts';

/** Ids asked for in one statement. */
const CHUNK = 500;

/** A table of whole values as JSON, keyed by what `keyOf` names. Only this program wrote them, through their types. */
export function collection<T>(
  db: Kysely<Tables>,
  name: DocumentTable,
  keyOf: (value: T) => string,
): Collection<T> & { remove(id: string): Promise<void> } {
  // All document tables have the same columns; Kysely types one table at a time.
  const table = name as 'slides';
  return {
    get: async (id) => {
      const row = await db.selectFrom(table).select('doc').where('id', '=', id).executeTakeFirst();
      return row && (JSON.parse(row.doc) as T);
    },
    all: async () => {
      const rows = await db.selectFrom(table).select('doc').orderBy('id').execute();
      return rows.map((row) => JSON.parse(row.doc) as T);
    },
    put: async (value) => {
      const doc = JSON.stringify(value);
      await db
        .insertInto(table)
        .values({ id: keyOf(value), doc })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ doc }))
        .execute();
    },
    remove: async (id) => {
      await db.deleteFrom(table).where('id', '=', id).execute();
    },
  };
}

/** Runs `read` for at most 500 ids at a time and joins what it finds. */
export async function inChunks<T>(
  ids: readonly string[],
  read: (chunk: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += CHUNK) {
    found.push(...(await read(ids.slice(from, from + CHUNK))));
  }
  return found;
}
