/** [73] A house in which people wrote scripts wherever they may write. */
import { screenFieldsOf } from '../../controller/console/parts/screen-draft.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { approvalOf } from './approval.ts';
import type { TestClient } from './test-client.ts';
import { bookingFields, noticeContent, shopFields } from './values.ts';

/** Short enough for the shortest field. */
export const HOSTILE = '"><svg onload=h()>';

export interface HostileHouse {
  readonly shopId: string;
  readonly bookingId: string;
  readonly personId: string;
  readonly screenId: string;
  /** On the boards; the others wait for a review, and were rejected. */
  readonly slideId: string;
  readonly announcementId: string;
}

/** Writes as `administrator`, into the house of a first start with its one board. */
export async function writeHostile(administrator: TestClient): Promise<HostileHouse> {
  const [organization] = await administrator.get('listOrganizations');
  const [view] = await administrator.get('listScreens');
  if (!organization || !view) throw new Error('no house');
  const { screen } = view;
  const own = { organizationId: organization.id };
  const written = { ko: HOSTILE };
  const texts = { name: written, goods: written, place: written, phone: HOSTILE };
  const shop = await administrator.get('createShop', { body: shopFields({ ...own, ...texts }) });
  await administrator.get('saveScreen', {
    params: { screenId: screen.id },
    body: {
      ...{ ...screenFieldsOf(screen), name: HOSTILE, place: written },
      version: screen.version,
    },
  });
  const { person } = await administrator.get('invitePerson', {
    body: {
      ...{ loginName: 'hostile', displayName: HOSTILE, email: null },
      grants: [{ role: 'viewer', organizationId: null, shopId: null }],
    },
  });
  const shown = await submitted(administrator, organization.id);
  const waiting = await submitted(administrator, organization.id);
  const rejected = await submitted(administrator, organization.id);
  await administrator.get('approveSlide', step(shown, approvalOf(shown)));
  await administrator.get('rejectSlide', step(rejected, { reason: HOSTILE }));
  const booking = await administrator.get('createBooking', {
    body: bookingFields({
      ...{ ...own, name: HOSTILE, shopId: null, screens: 'all' },
      slideIds: [shown.slide.id, waiting.slide.id],
    }),
  });
  const announcementId = await announceHostile(administrator);
  return {
    ...{ shopId: shop.id, bookingId: booking.id, personId: person.id, screenId: screen.id },
    ...{ slideId: shown.slide.id, announcementId },
  };
}

/** An important one, on all boards. */
export async function announceHostile(by: TestClient): Promise<string> {
  const { announcement } = await by.get('sendAnnouncement', {
    body: {
      ...{ level: 'important', title: HOSTILE, body: HOSTILE, source: HOSTILE, screens: 'all' },
      ...{ expiresAt: Date.now() + 10 * MINUTE_MS, drill: false, corrects: null, unblank: false },
      translations: { en: { title: HOSTILE, body: HOSTILE } },
    },
  });
  return announcement.id;
}

async function submitted(by: TestClient, organizationId: string): Promise<SlideView> {
  const content = noticeContent(HOSTILE);
  const body = { organizationId, shopId: null, content, dwellSeconds: 15 };
  return by.get('submitSlide', step(await by.get('createSlide', { body })));
}

function step({ slide }: SlideView, body: object = {}) {
  return { params: { slideId: slide.id }, body: { version: slide.version, ...body } };
}
