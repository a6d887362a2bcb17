/** [U11] Use cases look at the right themselves, whoever calls them: the access of an endpoint is only the first line. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankScreen } from '../../../controller/usecases/blank-screen.ts';
import type { Context } from '../../../controller/usecases/context.ts';
import { createFeed } from '../../../controller/usecases/create-feed.ts';
import { savePlaceCalendar } from '../../../controller/usecases/save-place-calendar.ts';
import { saveShares } from '../../../controller/usecases/save-shares.ts';
import { sendTestAlert } from '../../../controller/usecases/send-test-alert.ts';
import type { Person } from '../../../shared/content/person.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';
import { aPerson } from '../../support/values.ts';

let controller: TestController;
beforeAll(async () => {
  controller = await startTestController();
});
afterAll(() => controller.stop());

const viewer = aPerson({ grants: [{ role: 'viewer', organizationId: null, shopId: null }] });
const disabled = aPerson({ disabled: true });
const calls: Readonly<Record<string, (context: Context, person: Person) => Promise<unknown>>> = {
  blankScreen: (context, person) => blankScreen(context, person, { screenId: 'board', minutes: 5 }),
  savePlaceCalendar: (context, person) =>
    savePlaceCalendar(context, person, { temporaryHolidays: [], marketDigit: 1, version: 1 }),
  saveShares: (context, person) =>
    saveShares(context, person, [{ organizationId: 'guild', sharePercent: 1, version: 1 }]),
  sendTestAlert: (context, person) => sendTestAlert(context, controller.alerts, person),
};

describe('[U11] the second line', () => {
  it.each(Object.entries(calls))(
    'of %s refuses who may not, and who is disabled',
    async (_name, call) => {
      const before = controller.fingerprint();
      for (const person of [viewer, disabled])
        await expect(call(controller.context, person)).rejects.toMatchObject({ code: 'forbidden' });
      expect(controller.fingerprint()).toBe(before);
    },
  );

  it('of createFeed refuses who is disabled', async () => {
    const fields = { name: '전화', organizationId: null, shopId: null };
    await expect(createFeed(controller.context, disabled, fields)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
