import type { Trouble } from '../../shared/content/trouble.ts';
import type { Context } from './context.ts';

const MOST = 300;

/** The newest first, and all that are open. */
export async function listTroubles({ store, now }: Context): Promise<Trouble[]> {
  const { troubles } = store.records;
  const recent = await troubles.recent(MOST);
  const known = new Set(recent.map(({ id }) => id));
  const open = await troubles.since(now());
  return [...recent, ...open.filter(({ id }) => !known.has(id))];
}
