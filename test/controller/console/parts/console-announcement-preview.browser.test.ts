import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { newAnnouncement } from '../../../../controller/console/parts/announcement-draft.ts';
import '../../../../controller/console/parts/console-announcement-preview.ts';
import { consoleFixture } from '../../../support/console-fixture.ts';

it('shows the first page of a long notice, and says how many there are', async () => {
  const preview = document.createElement('console-announcement-preview');
  const draft = { ...newAnnouncement('notice', '도봉구청'), title: '수도 공사' };
  preview.desk = consoleFixture().desk;
  preview.draft = { ...draft, body: '내일은 물이 나오지 않습니다.' };
  document.body.append(preview);
  onTestFinished(() => preview.remove());
  const status = page.getByRole('status');
  await expect.element(status).toBeInTheDocument();
  const words = () => status.element().textContent.trim();
  expect(words()).toBe('');
  preview.draft = { ...draft, body: '가'.repeat(40 * 7) };
  await expect.poll(words, { timeout: 10_000 }).toMatch(/^1\/3쪽 · /);
  const board = preview.shadowRoot?.querySelector('plaza-preview');
  expect(board?.slide?.content).toMatchObject({
    template: 'notice',
    lines: [{ ko: '가'.repeat(40) }, { ko: '가'.repeat(40) }, { ko: '가'.repeat(40) }],
  });
});
