import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/pages/console-review-queue.ts';
import type { SlideView } from '../../../../shared/protocol/http/content.ts';
import { administrator, consoleFixture, NOW } from '../../../support/console-fixture.ts';

afterEach(() => document.body.replaceChildren());

const approve = () => page.getByRole('button', { name: '승인', exact: true });
const tick = () => page.getByRole('checkbox', { name: '여섯 가지를 모두 확인했습니다' });
const title = (words: string) => page.getByRole('heading', { name: words, exact: true });

/** Three slides that wait, the oldest first: one, two, three. */
async function open() {
  const fixture = consoleFixture();
  await fixture.desk.slides.reload();
  const [view] = fixture.desk.slides.value ?? [];
  if (!view) throw new Error('no slide');
  const waiting = ['하나', '둘', '셋'].map((words, index) => waits(view, words, index));
  fixture.reply('GET /api/slides', waiting);
  const element = document.createElement('console-review-queue');
  element.desk = fixture.desk;
  element.me = administrator;
  await fixture.desk.slides.reload();
  document.body.append(element);
  for (const one of waiting) {
    const { slide, latest } = one;
    const done = (state: string, approvedRevisionId: string | null) => ({
      ...one,
      slide: { ...slide, state, approvedRevisionId, version: 2 },
    });
    fixture.reply(`POST /api/slides/${slide.id}/approve`, done('approved', latest.id));
    fixture.reply(`POST /api/slides/${slide.id}/reject`, done('rejected', null));
  }
  return { fixture, element, waiting };
}

function waits(view: SlideView, words: string, index: number): SlideView {
  const id = `slide-${index}`;
  const content = {
    ...{ template: 'notice' as const, title: { ko: words }, lines: [] },
    ...{ contact: null, picture: null },
  };
  return {
    ...view,
    slide: {
      ...{ ...view.slide, id, state: 'submitted' as const, latestRevisionId: `${id}-1` },
      ...{ approvedRevisionId: null, updatedAt: NOW + index, version: 1 },
    },
    latest: { ...view.latest, id: `${id}-1`, slideId: id, content, createdBy: 'lee' },
    contentHash: `${index}`.repeat(64),
  };
}

it('[V17] goes through what waits, the oldest first, and tells how far it is', async () => {
  const { fixture } = await open();
  await expect.element(title('하나')).toBeVisible();
  await expect.element(page.getByText('1 / 3')).toBeVisible();
  await expect.element(approve()).toBeDisabled();
  await userEvent.click(tick());
  await userEvent.click(approve());
  await expect.element(title('둘')).toBeVisible();
  await expect.element(page.getByText('2 / 3')).toBeVisible();
  await expect.element(tick()).not.toBeChecked();
  const sent = fixture.sent.find(({ route }) => route === 'POST /api/slides/slide-0/approve');
  expect(sent?.body).toEqual({ version: 1, contentHash: '0'.repeat(64), checklist: true });
});

it('[V17] leaves for later, sends back with a reason, and says when all is done', async () => {
  await open();
  await userEvent.click(page.getByRole('button', { name: '나중에' }));
  await expect.element(title('둘')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: '반려…' }));
  await userEvent.fill(page.getByLabelText('반려하는 이유'), '가격을 적어 주십시오.');
  await userEvent.click(page.getByRole('button', { name: '반려하기' }));
  for (const words of ['셋', '하나']) {
    await expect.element(title(words)).toBeVisible();
    await userEvent.click(tick());
    await userEvent.click(approve());
  }
  await expect.element(title('모두 확인했습니다')).toBeVisible();
});

it('[V17] is worked by keys on a desk', async () => {
  await page.viewport(1280, 860);
  const { fixture } = await open();
  await expect.element(title('하나')).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(title('둘')).toBeVisible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await userEvent.click(tick());
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(title('셋')).toBeVisible();
  const approvals = fixture.sent.filter(({ route }) => route.endsWith('/approve'));
  expect(approvals.map(({ route }) => route)).toEqual(['POST /api/slides/slide-1/approve']);
});

it('[V18] takes an approval back where it was given', async () => {
  const { fixture, element, waiting } = await open();
  const undone: (() => Promise<unknown>)[] = [];
  element.addEventListener('console-toast', ({ toast }) => toast.undo && undone.push(toast.undo));
  await userEvent.click(tick());
  await userEvent.click(approve());
  await expect.element(title('둘')).toBeVisible();
  const again = { ...waiting[0]!, slide: { ...waiting[0]!.slide, version: 3 } };
  fixture.reply('POST /api/slides/slide-0/take-back', again);
  await undone[0]?.();
  await expect.element(title('하나')).toBeVisible();
  await expect.element(page.getByText('1 / 3')).toBeVisible();
});

it.each([
  [390, 844],
  [1280, 860],
])('has nothing that axe finds at %i pixels', async (width, height) => {
  await page.viewport(width, height);
  const { element } = await open();
  await expect.element(title('하나')).toBeVisible();
  const { violations } = await axe.run(element);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
