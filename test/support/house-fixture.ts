/** A small house: three partners, two shops, one board, and one person of each kind. */
import type { Records } from '../../controller/store/store.ts';
import type { Grant } from '../../shared/content/person.ts';
import {
  aBooking,
  anOrganization,
  aPerson,
  aRevision,
  aScreen,
  aShop,
  aSlide,
  noticeContent,
} from './values.ts';

/** Pictures that belong to the association and to the district; rows only, no files. */
export const GUILD_PICTURE = '1'.repeat(64);
export const OFFICE_PICTURE = '2'.repeat(64);
export const NO_CONSENT_PICTURE = '3'.repeat(64);

const grant = (
  role: Grant['role'],
  organizationId: string | null = null,
  shopId: string | null = null,
): Grant => ({ role, organizationId, shopId });

/** Who there is: the key is both id and login name. */
export const PEOPLE = {
  admin: [grant('administrator')],
  'guild-admin': [grant('administrator', 'guild')],
  manager: [grant('manager', 'guild')],
  officer: [grant('officer', 'office')],
  'second-officer': [grant('officer', 'office')],
  baker: [grant('merchant', 'guild', 'bakery')],
  viewer: [grant('viewer')],
} as const satisfies Record<string, readonly Grant[]>;
export type PersonId = keyof typeof PEOPLE;

/** Fills an empty store. Slides: `clock` (house), `bread`, `noodles`, `festival` (guild), `news` (office), all on air. */
export async function seedHouse(records: Records): Promise<void> {
  await seedOwners(records);
  for (const [id, shopId, organizationId] of [
    ['clock', null, 'guild'],
    ['bread', 'bakery', 'guild'],
    ['noodles', 'noodle-bar', 'guild'],
    ['festival', null, 'guild'],
    ['news', null, 'office'],
  ] as const) {
    const revision = aRevision({ id: `${id}-r1`, slideId: id, content: noticeContent(id) });
    await records.slides.put(
      aSlide({
        id,
        shopId,
        organizationId,
        house: id === 'clock',
        state: 'approved',
        latestRevisionId: revision.id,
        approvedRevisionId: revision.id,
      }),
    );
    await records.revisions.add(revision);
  }
  await records.bookings.put(
    aBooking({ id: 'bread-booking', shopId: 'bakery', slideIds: ['bread'] }),
  );
  await records.bookings.put(
    aBooking({ id: 'news-booking', organizationId: 'office', slideIds: ['news'] }),
  );
}

async function seedOwners(records: Records): Promise<void> {
  await records.organizations.put(anOrganization({ id: 'guild', sharePercent: 50 }));
  await records.organizations.put(
    anOrganization({
      id: 'office',
      kind: 'district',
      name: { ko: '도봉구청' },
      sharePercent: 30,
      twoPersonApproval: true,
    }),
  );
  await records.organizations.put(
    anOrganization({ id: 'fund', kind: 'foundation', name: { ko: '재단' }, sharePercent: 20 }),
  );
  await records.shops.put(aShop({ id: 'bakery' }));
  await records.shops.put(aShop({ id: 'noodle-bar', name: { ko: '국수집' }, trade: 'meal' }));
  await records.screens.put(aScreen({ id: 'board' }));
  for (const [sha256, organizationId, consent] of [
    [GUILD_PICTURE, 'guild', 'none-needed'],
    [OFFICE_PICTURE, 'office', 'none-needed'],
    [NO_CONSENT_PICTURE, 'guild', 'missing'],
  ] as const) {
    await records.media.put({
      sha256,
      organizationId,
      consent,
      mime: 'image/webp',
      widthPx: 1600,
      heightPx: 900,
      bytes: 1000,
      createdAt: 0,
    });
  }
  for (const [id, grants] of Object.entries(PEOPLE)) {
    await records.people.put(aPerson({ id, displayName: id, grants: [...grants] }));
  }
}
