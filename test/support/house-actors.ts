/** Everyone who could call: each role in each scope, and who holds several or nothing that counts. */
import type { Records } from '../../controller/store/store.ts';
import type { Grant, Role } from '../../shared/content/person.ts';
import { aBooking, aPerson, aShop } from './values.ts';

export interface Actor {
  readonly id: string;
  readonly grants: readonly Grant[];
  readonly disabled?: true;
}

const grant = (
  role: Role,
  organizationId: string | null = null,
  shopId: string | null = null,
): Grant => ({ role, organizationId, shopId });

const scoped = (['viewer', 'manager', 'officer', 'administrator'] as const).flatMap((role) =>
  [null, 'guild', 'office'].map((scope) => ({
    id: `${role}-of-${scope ?? 'everything'}`,
    grants: [grant(role, scope)],
  })),
);

export const actors: readonly Actor[] = [
  ...scoped,
  { id: 'merchant-of-bakery', grants: [grant('merchant', 'guild', 'bakery')] },
  { id: 'merchant-of-noodle-bar', grants: [grant('merchant', 'guild', 'noodle-bar')] },
  { id: 'merchant-of-no-shop', grants: [grant('merchant', 'guild')] },
  // The shop is the association's: named under another roof it opens nothing.
  { id: 'merchant-elsewhere', grants: [grant('merchant', 'office', 'bakery')] },
  {
    id: 'manager-and-merchant',
    grants: [grant('manager', 'office'), grant('merchant', 'guild', 'bakery')],
  },
  {
    id: 'administrator-and-viewer',
    grants: [grant('administrator', 'guild'), grant('viewer', 'office')],
  },
];

/** Adds them to the small house, with what its policies speak of beside what is there. */
export async function seedActors(records: Records): Promise<void> {
  for (const { id, grants } of actors)
    await records.people.put(aPerson({ id, loginName: id, displayName: id, grants: [...grants] }));
  const both = [grant('manager', 'guild'), grant('officer', 'office')];
  await records.people.put(aPerson({ id: 'both', displayName: 'both', grants: both }));
  await records.shops.put(aShop({ id: 'canteen', organizationId: 'office' }));
  await records.bookings.put(aBooking({ id: 'guild-booking', slideIds: ['festival'] }));
}
