import axe from 'axe-core';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/app/console-app.ts';
import { consoleFixture } from '../../../support/console-fixture.ts';
import { eventfulDay, replyWith, shortedSlots } from '../../../support/eventful-day.ts';
import { seoul } from '../../../support/manifest-builder.ts';

const manifest = eventfulDay();
const hour = (name: string | RegExp) => page.getByRole('button', { name });

afterEach(() => {
  location.hash = '';
});

/** The run sheet of the eventful day at 15:30:05. */
async function open(part = '', slots?: Parameters<typeof replyWith>[2]) {
  const fixture = consoleFixture();
  replyWith(fixture, manifest, slots);
  location.hash = `#/plan${part}`;
  const app = document.createElement('console-app');
  app.desk = fixture.desk;
  document.body.append(app);
  onTestFinished(() => app.remove());
  await expect.element(page.getByRole('heading', { name: '편성표' })).toBeVisible();
  return fixture;
}

function times(): (string | null)[] {
  const links = page.getByRole('list', { name: '차례' }).getByRole('link').elements();
  return links.map((link) => link.querySelector('time')!.textContent);
}

describe('the day at a glance', () => {
  it('[S4] says in one line that all shares are kept, and what day it is', async () => {
    await open();
    await expect.element(page.getByText(/^오늘 4,080번 · 비는 시간 1시간 · 모든/)).toBeVisible();
    await expect.element(page.getByText('장날', { exact: true })).toBeVisible();
  });

  it('[S4] names the hour in which a share is not kept, and how much is missing', async () => {
    await open('', shortedSlots(manifest));
    await expect.element(page.getByText(/· 16시에 배분이 모자랍니다$/)).toBeVisible();
    await userEvent.click(hour(/^16 시, 배분이 모자라는 시간/));
    await expect.element(page.getByText('도봉구청 몫이 18분 모자랍니다.')).toBeVisible();
  });

  it('[S2] [S3] [S12] marks empty, exclusive and full hours and says what that means', async () => {
    await open();
    await userEvent.click(hour('6 시, 4분의 1 넘게 비는 시간'));
    await expect
      .element(page.getByText('1시간 동안 편성이 없어 기본 화면이 나갑니다.'))
      .toBeVisible();
    await userEvent.click(hour('14 시, 행사 독점이 있는 시간'));
    await expect.element(page.getByText(/때문에 다른 편성 27개가 쉽니다\.$/)).toBeVisible();
    await userEvent.click(hour('18 시, 자리가 다 찬 시간'));
    await expect.element(page.getByText(/^창동상인회 자리가 다 찼습니다/)).toBeVisible();
  });

  it('opens at the hour that is on, and walks by the arrows', async () => {
    await open();
    await expect.element(hour('15 시')).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(times).toHaveLength(240);
    (hour('15 시').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(hour('17 시')).toHaveAttribute('aria-pressed', 'true');
    expect(focused()).toBe(hour('17 시').element());
    await expect.element(page.getByRole('heading', { name: '17시 나눔' })).toBeVisible();
    expect(times()[0]).toBe('17:00:00');
  });

  it('opens at the instant of its address, and leads from each slot to its moment', async () => {
    await open(`/plaza-1@${seoul('20:10')}`);
    await expect.element(hour('20 시')).toHaveAttribute('aria-pressed', 'true');
    const first = page.getByRole('list', { name: '차례' }).getByRole('link').first();
    await expect.element(first).toHaveAttribute('href', `#/moment/plaza-1@${seoul('20:00')}`);
  });
});

function focused(): Element | null {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  return focus;
}

describe('searching a day', () => {
  it('tells how often a shop plays, from when to when, and its longest time without', async () => {
    await open();
    await userEvent.fill(page.getByLabelText('찾기'), '가게 shop-25');
    await expect.element(page.getByText(/^가게 shop-25 · \d+번$/)).toBeVisible();
    await expect
      .element(page.getByText(/^처음 07:\d\d:\d\d · 마지막 23:\d\d:\d\d · 가장 긴 사이 /))
      .toBeVisible();
    await expect.element(hour(/^12 시, [1-9]\d?번$/)).toBeVisible();
  });

  it('narrows what was found to an hour, and back', async () => {
    await open();
    await userEvent.fill(page.getByLabelText('찾기'), '슬라이드 loan');
    await expect.poll(() => times().length).toBeGreaterThan(100);
    await userEvent.click(hour(/^10 시, /));
    await expect.poll(() => times().every((time) => time?.startsWith('10:'))).toBe(true);
    await userEvent.click(page.getByRole('button', { name: '10시 대신 하루 전체 보기' }));
    await expect.poll(() => times().length).toBeGreaterThan(100);
  });

  it('says so when there is nothing', async () => {
    await open();
    await userEvent.fill(page.getByLabelText('찾기'), '없는 가게');
    await expect.element(page.getByText('「없는 가게」 이날은 없습니다')).toBeVisible();
  });
});

/** Of hundreds of slots that are alike it looks at the first. */
async function barriers(): Promise<string[]> {
  const alike = page.getByRole('list', { name: '차례' }).getByRole('listitem').elements().slice(10);
  const { violations } = await axe.run({ include: [document.body], exclude: alike });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe('the run sheet without barriers', () => {
  it.each([
    ['phone', 360],
    ['desktop', 1280],
  ])('has nothing that axe finds (%s)', async (_name, width) => {
    await page.viewport(width, 860);
    await open('', shortedSlots(manifest));
    await expect.poll(times).toHaveLength(240);
    await userEvent.click(hour('14 시, 행사 독점이 있는 시간'));
    expect(await barriers()).toEqual([]);
    await userEvent.fill(page.getByLabelText('찾기'), '가게 shop-25');
    await expect.element(hour(/^12 시, [1-9]\d?번$/)).toBeVisible();
    expect(await barriers()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
