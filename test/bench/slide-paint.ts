/** Each template from its making to its painted frame on a full-HD board, against the same words by Lit alone. */
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startModuleServer } from '../support/module-server.ts';
import { slideCases, type SlideCase } from '../support/slide-cases.ts';
import { median, type Bench } from './figure.ts';
import type * as SlidePaint from './limits/slide-paint.ts';

const ROUNDS = 11;

export const slidePaint: Bench = async () => {
  const server = await startModuleServer();
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(server.blankPage);
  const cases = slideCases.filter(
    ({ slide, label }) => slide !== null && label === '1920x1080 day typical ko',
  );
  // The first slide of a page waits for the type: a board has it by then.
  for (const one of cases.slice(0, 1)) await paintOnce(page, one);
  const figures = [];
  for (const one of cases) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await paintOnce(page, one));
    figures.push({
      name: `slide-paint ${one.subject}`,
      ours: median(rounds.map(({ ours }) => ours)),
      unit: 'ms',
      limit: median(rounds.map(({ bare }) => bare)),
      limitName: 'Lit alone, same words and picture, unfitted',
      atMost: null,
    });
  }
  await browser.close();
  await server.stop();
  return figures;
};

function paintOnce(page: Page, one: SlideCase) {
  return page.evaluate(async (slide) => {
    const module = '/test/bench/limits/slide-paint.ts';
    const { paintOnce: paint } = (await import(/* @vite-ignore */ module)) as typeof SlidePaint;
    return paint(slide);
  }, one);
}
