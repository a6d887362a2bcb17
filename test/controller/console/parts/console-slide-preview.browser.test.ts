import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/parts/console-slide-preview.ts';
import type { ConsoleSlidePreview } from '../../../../controller/console/parts/console-slide-preview.ts';
import type { SlideContent } from '../../../../shared/content/slide.ts';
import type { ScreenView } from '../../../../shared/protocol/http/screens.ts';
import type { PlazaPreview } from '../../../../shared/slides/plaza-preview.ts';
import { consoleFixture } from '../../../support/console-fixture.ts';

/** A cold browser reads the type first. */
const PATIENT = { timeout: 10_000 };
const notice: SlideContent = {
  template: 'notice',
  title: { ko: '독감 예방접종', en: 'Flu shots' },
  lines: [],
  contact: null,
  picture: null,
};

afterEach(() => document.body.replaceChildren());

async function open(sizes: readonly (readonly [number, number, number])[], width = 1280) {
  await page.viewport(width, 844);
  const fixture = consoleFixture();
  const [first] = (await fixture.desk.screens.reload(), fixture.desk.screens.value ?? []);
  if (!first) throw new Error('no screen');
  fixture.desk.screens.put(
    sizes.map(([widthPx, heightPx, pitchMm], index): ScreenView => ({
      ...first,
      screen: {
        ...first.screen,
        id: `s${index}`,
        name: `화면 ${index}`,
        widthPx,
        heightPx,
        pitchMm,
      },
    })),
  );
  const preview = document.createElement('console-slide-preview');
  preview.desk = fixture.desk;
  preview.content = notice;
  preview.organizationId = 'office';
  document.body.append(preview);
  await expect.poll(() => drawn(preview).length, PATIENT).toBeGreaterThan(0);
  return preview;
}

function drawn(preview: ConsoleSlidePreview): readonly PlazaPreview[] {
  const far = preview.renderRoot.querySelector('console-far-view');
  const boards = [preview, ...(far ? [far] : [])].flatMap((one) => [
    ...one.renderRoot.querySelectorAll('console-preview-board'),
  ]);
  return boards.flatMap((board) => [...board.renderRoot.querySelectorAll('plaza-preview')]);
}

function widthsOf(preview: ConsoleSlidePreview) {
  return drawn(preview).map(({ scene }) => scene?.geometry.widthPx);
}

it('draws each kind of registered board once, side by side', async () => {
  const preview = await open([
    [1920, 1080, 2.5],
    [600, 300, 8],
    [1920, 1080, 2.5],
  ]);
  expect(widthsOf(preview)).toEqual([1920, 600]);
});

it('draws three shapes where no board is registered', async () => {
  const preview = await open([]);
  expect(widthsOf(preview)).toEqual([1920, 600, 1080]);
});

it('shows the night, and the languages that are written', async () => {
  const preview = await open([[600, 300, 8]]);
  await userEvent.click(page.getByRole('button', { name: '밤 모습' }));
  await userEvent.selectOptions(page.getByLabelText('미리 볼 말'), '영어');
  await expect
    .poll(() => drawn(preview)[0]?.scene)
    .toMatchObject({ form: 'night', language: 'en' });
  expect(page.getByLabelText('미리 볼 말').element().textContent).not.toContain('일본어');
});

it('draws a board as large as it is seen from a distance, which is written on it', async () => {
  const preview = await open([[600, 300, 8]]);
  await userEvent.click(page.getByRole('button', { name: '멀리서' }));
  await expect.element(page.getByText('20m에서 본 크기')).toBeVisible();
  const widthPx = () => drawn(preview)[0]?.getBoundingClientRect().width ?? 0;
  await expect.poll(widthPx).toBeCloseTo((4.8 / 20) * 0.5 * (96 / 0.0254), 0);
  await userEvent.fill(page.getByRole('slider'), '40');
  await expect.element(page.getByText('40m에서 본 크기')).toBeVisible();
  await expect.poll(widthPx).toBeCloseTo((4.8 / 40) * 0.5 * (96 / 0.0254), 0);
});

it('is low on a phone when asked, and never wider than it', async () => {
  const sizes = [
    [1920, 1080, 2.5],
    [600, 300, 8],
  ] as const;
  const preview = await open(sizes, 360);
  const before = preview.getBoundingClientRect().height;
  await userEvent.click(page.getByRole('button', { name: '작게' }));
  await expect.poll(() => preview.getBoundingClientRect().height).toBeLessThan(before / 2);
  expect(drawn(preview)).toHaveLength(2);
  await userEvent.click(page.getByRole('button', { name: '미리 보기 펼치기' }));
  await expect.element(page.getByRole('button', { name: '작게' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

it.each([360, 1280])('has nothing that axe finds, near and far (%i)', async (width) => {
  const preview = await open([], width);
  for (const name of ['밤 모습', '멀리서']) {
    await userEvent.click(page.getByRole('button', { name }));
    const { violations } = await axe.run(preview);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
});
