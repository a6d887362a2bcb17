import { afterEach, describe, expect, it } from 'vitest';
import { falseClaims } from '../../../shared/legibility/false-claims.ts';
import { measurePages } from '../../../shared/slides/measure.ts';
import '../../../shared/slides/plaza-slide.ts';
import { longSlides } from '../../support/board-samples.ts';
import { templateTexts } from '../../support/naughty.ts';
import { sceneOf, stage } from '../slides/stage.ts';

afterEach(() => document.body.replaceChildren());

/** All pages that it needs, as before a submission. */
const slides = Object.values(longSlides).map((slide) => ({ ...slide, pages: 10 }));

describe.each([
  [600, 300, 'ko'],
  [1080, 1920, 'en'],
] as const)('at %i×%i in %s', (widthPx, heightPx, language) => {
  it('[L13] every template is measured as it is written', { timeout: 90_000 }, async () => {
    const found: string[] = [];
    const [sample] = slides;
    if (!sample) throw new Error('no sample');
    const full = templateTexts().map(({ content }) => ({ ...sample, shopId: null, content }));
    for (const slide of [...slides, ...full]) {
      const element = document.createElement('plaza-slide');
      element.slide = slide;
      element.scene = sceneOf(widthPx, heightPx, { language });
      stage(element, widthPx, heightPx);
      await element.ready;
      const measurement = await measurePages(element);
      if (!measurement) throw new Error('nothing was drawn');
      const claims = falseClaims(slide.content, measurement);
      found.push(...claims.map((field) => `${slide.content.template} ${field}`));
    }
    expect([...new Set(found)]).toEqual([]);
  });
});
