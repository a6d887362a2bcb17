/** Rights over the things of others, case by case. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EndpointName } from '../../../shared/protocol/http/endpoints.ts';
import type { PersonId } from '../../support/house-fixture.ts';
import { TestClient } from '../../support/test-client.ts';
import type { Sent } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { bookingFields } from '../../support/values.ts';
import { content, grantIn } from './policy-calls.ts';

const manager = grantIn('guild');
const approving = {
  params: { slideId: 'bread' },
  body: { version: 999, contentHash: '0'.repeat(64), checklist: true },
};

describe('[G1] rights', () => {
  let controller: TestController;
  let board: TestClient;
  beforeAll(async () => {
    controller = await startTestController();
    const token = await controller.deviceToken('board');
    board = new TestClient(controller.origin, { authorization: `Bearer ${token}` });
  });
  afterAll(() => controller.stop());

  it.each<{ why: string; by: PersonId; name: EndpointName; sent: Sent; code: string }>([
    {
      why: "a merchant writes another shop's slide",
      by: 'baker',
      name: 'saveSlide',
      sent: {
        params: { slideId: 'noodles' },
        body: { content, dwellSeconds: 15, version: 1 },
      },
      code: 'forbidden',
    },
    {
      why: "a merchant makes a slide of another shop's",
      by: 'baker',
      name: 'createSlide',
      sent: {
        body: { organizationId: 'guild', shopId: 'noodle-bar', content, dwellSeconds: 15 },
      },
      code: 'forbidden',
    },
    {
      why: "a merchant makes a slide of the association's",
      by: 'baker',
      name: 'createSlide',
      sent: { body: { organizationId: 'guild', shopId: null, content, dwellSeconds: 15 } },
      code: 'forbidden',
    },
    {
      why: "a shop is named under another organization's roof",
      by: 'officer',
      name: 'createSlide',
      sent: { body: { organizationId: 'office', shopId: 'bakery', content, dwellSeconds: 15 } },
      code: 'invalid',
    },
    {
      why: "a manager withdraws the district's slide",
      by: 'manager',
      name: 'withdrawSlide',
      sent: { params: { slideId: 'news' }, body: { version: 1 } },
      code: 'forbidden',
    },
    {
      why: "a manager shows the district's slide now",
      by: 'manager',
      name: 'showSlideNow',
      sent: { params: { slideId: 'news' }, body: { screens: 'all' } },
      code: 'forbidden',
    },
    {
      why: "an officer ends the association's booking",
      by: 'officer',
      name: 'endBooking',
      sent: { params: { bookingId: 'bread-booking' }, body: { version: 1 } },
      code: 'forbidden',
    },
    {
      why: 'a manager books for the district',
      by: 'manager',
      name: 'createBooking',
      sent: { body: bookingFields({ organizationId: 'office', slideIds: ['news'] }) },
      code: 'forbidden',
    },
    {
      why: 'an administrator of one organization sets the share of another',
      by: 'guild-admin',
      name: 'saveShares',
      sent: {
        body: {
          shares: [
            { organizationId: 'guild', sharePercent: 1, version: 1 },
            { organizationId: 'office', sharePercent: 1, version: 1 },
          ],
        },
      },
      code: 'forbidden',
    },
    {
      why: 'an administrator of one organization makes one of all',
      by: 'guild-admin',
      name: 'invitePerson',
      sent: {
        body: {
          loginName: 'mole',
          displayName: '몰래',
          email: null,
          grants: [manager, { role: 'administrator', organizationId: null, shopId: null }],
        },
      },
      code: 'forbidden',
    },
    {
      why: 'an administrator of one organization changes a person of another',
      by: 'guild-admin',
      name: 'savePerson',
      sent: {
        params: { personId: 'officer' },
        body: { displayName: '남', email: null, grants: [manager], disabled: true, version: 1 },
      },
      code: 'not-found',
    },
    {
      why: 'an administrator of one organization invites a person of another anew',
      by: 'guild-admin',
      name: 'reinvitePerson',
      sent: { params: { personId: 'admin' } },
      code: 'not-found',
    },
    {
      why: "a photo goes to another organization's store",
      by: 'baker',
      name: 'uploadMedia',
      sent: { query: { organizationId: 'office', consent: 'none-needed' } },
      code: 'forbidden',
    },
    {
      why: "an upload in pieces goes to another organization's store",
      by: 'baker',
      name: 'createUpload',
      sent: {
        query: { organizationId: 'office', consent: 'none-needed' },
        headers: { 'tus-resumable': '1.0.0', 'upload-length': '9' },
      },
      code: 'forbidden',
    },
    {
      why: 'a picture is straightened for another organization',
      by: 'baker',
      name: 'straightenMedia',
      sent: { params: { sha256: '2'.repeat(64) }, body: { organizationId: 'office', degrees: 1 } },
      code: 'forbidden',
    },
    {
      why: 'a person calls as if it were a board',
      by: 'admin',
      name: 'pullManifest',
      sent: {},
      code: 'unauthenticated',
    },
    {
      why: 'a picture of another organization is straightened for one’s own',
      by: 'manager',
      name: 'straightenMedia',
      sent: { params: { sha256: '2'.repeat(64) }, body: { organizationId: 'guild', degrees: 0 } },
      code: 'forbidden',
    },
  ])('are refused when $why', async ({ by, name, sent, code }) => {
    const client = await controller.as(by);
    const before = controller.fingerprint();
    expect((await client.send(name, sent)).problem?.code).toBe(code);
    expect(controller.fingerprint()).toBe(before);
  });

  it('of people in two organizations hold in each only as far as granted there', async () => {
    await controller.store.transact(async (records) => {
      const viewer = (await records.people.get('viewer'))!;
      await records.people.put({
        ...viewer,
        grants: [
          { role: 'manager', organizationId: 'fund', shopId: null },
          { role: 'merchant', organizationId: 'guild', shopId: 'bakery' },
        ],
      });
    });
    const client = await controller.as('viewer');
    const codes = [];
    for (const organizationId of ['fund', 'guild', 'office']) {
      const body = { organizationId, shopId: null, content, dwellSeconds: 15 };
      codes.push((await client.send('createSlide', { body })).status);
    }
    expect(codes).toEqual([200, 403, 403]);
    expect((await client.send('approveSlide', approving)).problem?.code).toBe('forbidden');
  });

  it("end with the person's and with the device's", async () => {
    const client = await controller.as('second-officer');
    await controller.store.transact(async (records) => {
      const officer = (await records.people.get('second-officer'))!;
      await records.people.put({ ...officer, disabled: true });
      const device = (await records.devices.liveOfScreen('board'))!;
      await records.devices.put({ ...device, revokedAt: Date.now() });
    });
    expect((await client.send('listSlides')).problem?.code).toBe('unauthenticated');
    expect((await board.send('pullBoard')).problem?.code).toBe('unauthenticated');
  });
});
