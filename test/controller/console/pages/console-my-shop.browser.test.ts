import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../../../controller/console/pages/console-my-shop.ts';
import { merchantRoute, shopsOfMerchant } from '../../../../controller/console/app/merchant.ts';
import { shopSlideWords } from '../../../../controller/console/parts/shop-slide-words.ts';
import type { Person } from '../../../../shared/content/person.ts';
import type { SlideState } from '../../../../shared/content/slide.ts';
import { administrator, consoleFixture, NOW } from '../../../support/console-fixture.ts';

afterEach(() => document.body.replaceChildren());

const baker: Person = {
  ...administrator,
  grants: [{ role: 'merchant', organizationId: 'guild', shopId: 'bakery' }],
};

async function open() {
  const fixture = consoleFixture(baker);
  fixture.reply('GET /api/shops/bakery/slides', [
    {
      ...{ slideId: 'bread', playsToday: 12, playsInAll: 1340 },
      next: { screenId: 'plaza-1', at: NOW + 60_000 },
    },
  ]);
  const element = document.createElement('console-my-shop');
  element.desk = fixture.desk;
  element.me = baker;
  document.body.append(element);
  await expect.element(page.getByRole('heading', { name: '창동빵집' })).toBeVisible();
  return element;
}

it('[V40] shows what the own shop sent, how it does and when it comes next', async () => {
  await open();
  await expect.element(page.getByText('나가고 있습니다', { exact: true })).toBeVisible();
  await expect.element(page.getByText('오늘 12번, 모두 1,340번 나갔습니다')).toBeVisible();
  await expect.element(page.getByText(/다음: 오늘 오후 3:31 · 1번 출구 게시대/)).toBeVisible();
  expect(page.getByText('독감').elements()).toHaveLength(0);
  const way = page.getByRole('link', { name: '가게 소식 보내기' });
  await expect.element(way).toHaveAttribute('href', '#/slides/new');
});

it('[V40] has nothing that axe finds on a phone', async () => {
  await page.viewport(390, 844);
  const element = await open();
  const { violations } = await axe.run(element);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

it.each<[SlideState, string | null, string]>([
  ['draft', null, '쓰는 중입니다'],
  ['draft', 'r1', '먼저 것이 나가고 있고'],
  ['submitted', null, '확인 중입니다'],
  ['submitted', 'r1', '고친 것은 확인 중입니다'],
  ['rejected', null, '고쳐 주세요: 사진이 어둡습니다'],
  ['withdrawn', null, '지금은 내렸습니다'],
  ['approved', 'r1', '순서가 잡히면 나갑니다'],
])('[V40] tells in plain words of a slide that is %s (on air: %s)', async (state, on, words) => {
  const fixture = consoleFixture();
  await fixture.desk.slides.reload();
  const [view] = fixture.desk.slides.value ?? [];
  const slide = {
    ...view!.slide,
    state,
    approvedRevisionId: on,
    rejectionReason: '사진이 어둡습니다',
  };
  expect(shopSlideWords({ slide }, undefined).words).toContain(words);
});

it('[V40] leads only who is a merchant and nothing else', () => {
  expect(shopsOfMerchant(baker)).toEqual(['bakery']);
  expect(shopsOfMerchant(administrator)).toEqual([]);
  const both = { grants: [...baker.grants, ...administrator.grants] };
  expect(shopsOfMerchant(both)).toEqual([]);
  const slide = { page: 'slides', part: 'bread' };
  expect(merchantRoute(slide)).toEqual(slide);
  expect(merchantRoute({ page: 'slides', part: '' }).page).toBe('my-shop');
  expect(merchantRoute({ page: 'people', part: 'kim' }).page).toBe('my-shop');
});
