import type { Shop } from '../../shared/content/shop.ts';
import type { Context } from './context.ts';

/** All shops, by id. */
export async function listShops(context: Context): Promise<Shop[]> {
  return [...(await context.store.records.shops.all())];
}
