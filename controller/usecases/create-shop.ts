import type { Person } from '../../shared/content/person.ts';
import type { Shop } from '../../shared/content/shop.ts';
import { Refusal } from '../../shared/problem.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { refuseUndrawable } from './refuse-undrawable.ts';
import { requireRight } from './require-right.ts';

export type ShopFields = Omit<Shop, 'id' | 'version'>;

/** What boards write of a shop. */
export function drawnOf({ name, goods, place, phone }: ShopFields): object {
  return { name, goods, place, phone };
}

/** A new entry of the directory. */
export async function createShop(
  context: Context,
  person: Person,
  fields: ShopFields,
): Promise<Shop> {
  const { organizationId } = fields;
  requireRight(person, 'shop.write', { organizationId });
  refuseUndrawable(drawnOf(fields));
  const { value } = await change(context, { person }, async (records, noted) => {
    if (!(await records.organizations.get(organizationId))) {
      const message = '그 운영 주체가 없습니다. 목록에서 골라 주십시오.';
      throw new Refusal('invalid', message, [{ path: 'organizationId', message }]);
    }
    const shop: Shop = { ...fields, id: context.newId(), version: 1 };
    await records.shops.put(shop);
    noted.touch('shops');
    noted.record({ action: 'shop.create', subjectId: shop.id, before: null, after: shop });
    return shop;
  });
  return value;
}
