import { expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/parts/console-slide-preview.ts';
import { longSlides } from '../../../support/board-samples.ts';
import { consoleFixture } from '../../../support/console-fixture.ts';

/** A cold browser reads the type first. */
const PATIENT = { timeout: 10_000 };

it('names what a shape of board has no room for, and moves nothing by it', async () => {
  await page.viewport(390, 844);
  if (!longSlides.notice) throw new Error('no such sample');
  const preview = document.createElement('console-slide-preview');
  preview.desk = consoleFixture().desk;
  preview.content = longSlides.notice.content;
  preview.organizationId = 'office';
  document.body.append(preview);
  onTestFinished(() => preview.remove());
  const status = page.getByRole('status');
  const words = () => status.element().textContent;
  await userEvent.click(page.getByRole('button', { name: '작은 전광판' }));
  await expect
    .poll(words, PATIENT)
    .toMatch(/빠지는 글: .*‘문의 도봉구청 지역경제과…’.* 나누어 적어 주십시오\.$/);
  await userEvent.click(page.getByRole('button', { name: '가로 화면' }));
  await expect.poll(words, PATIENT).not.toContain('문의');
  expect(status.element().getBoundingClientRect().height).toBeGreaterThan(60);
});
