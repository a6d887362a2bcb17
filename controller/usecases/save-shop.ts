import type { Person } from '../../shared/content/person.ts';
import type { Shop } from '../../shared/content/shop.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { drawnOf, type ShopFields } from './create-shop.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { refuseMove } from './refuse-move.ts';
import { refuseStale } from './refuse-stale.ts';
import { refuseUndrawable } from './refuse-undrawable.ts';
import { requireRight } from './require-right.ts';

/** Changes an entry; it stays with its organization. */
export async function saveShop(
  context: Context,
  person: Person,
  {
    shopId,
    version,
    ...fields
  }: ShopFields & { readonly shopId: string; readonly version: number },
): Promise<Shop> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const before = await findOrRefuse(records.shops, shopId, '가게를');
    requireRight(person, 'shop.write', { organizationId: before.organizationId, shopId });
    refuseMove(before, fields);
    refuseUndrawable(drawnOf(fields));
    refuseStale(before.version, version);
    const after: Shop = { ...fields, id: shopId, version: version + 1 };
    await records.shops.put(after);
    noted.touch('shops');
    noted.record({ action: 'shop.save', subjectId: shopId, before, after });
    return after;
  });
  return value;
}
