import { expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/parts/console-grants.ts';
import { GrantsChange } from '../../../../controller/console/parts/console-grants.ts';
import type { Grant } from '../../../../shared/content/person.ts';
import { consoleFixture } from '../../../support/console-fixture.ts';

/** The element with its page around it: what it changes comes back in. */
function openGrants(grant: Grant) {
  const grants = document.createElement('console-grants');
  grants.desk = consoleFixture().desk;
  grants.grants = [grant];
  grants.addEventListener(GrantsChange.type, (event) => {
    if (event instanceof GrantsChange) grants.grants = event.grants;
  });
  document.body.append(grants);
  onTestFinished(() => grants.remove());
  return grants;
}

it('offers organizations and shops that come later than itself', async () => {
  const grants = openGrants({ role: 'merchant', organizationId: 'guild', shopId: null });
  await grants.updateComplete;
  const [organization, shop] = [page.getByLabelText('운영 주체'), page.getByLabelText('가게')];
  await expect.element(organization).toHaveValue('guild');
  await userEvent.selectOptions(shop, '창동빵집');
  expect(grants.grants).toMatchObject([{ shopId: 'bakery' }]);
});

it('shows that another organization’s shop is still to be chosen', async () => {
  const grants = openGrants({ role: 'merchant', organizationId: 'guild', shopId: null });
  const { shops } = grants.desk;
  await shops.reload();
  const [bakery] = shops.value ?? [];
  if (!bakery) throw new Error('no shop');
  shops.put([
    bakery,
    { ...bakery, id: 'clinic', organizationId: 'office', name: { ko: '보건소' } },
  ]);
  const [organization, shop] = [page.getByLabelText('운영 주체'), page.getByLabelText('가게')];
  await userEvent.selectOptions(shop, '고르십시오');
  await userEvent.selectOptions(shop, '창동빵집');
  await userEvent.selectOptions(organization, 'office');
  await expect.element(shop).toHaveTextContent('고르십시오 보건소');
  expect(grants.grants).toMatchObject([{ organizationId: 'office', shopId: null }]);
  await expect.element(shop).toHaveValue('');
});
