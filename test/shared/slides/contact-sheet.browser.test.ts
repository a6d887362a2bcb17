/** The cases of the contact sheet, without an eye: a thirtieth of them, or all in `npm run test:long -- slides`. */
import { afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { page as browserPage } from 'vitest/browser';
import { slideContentSchema } from '../../../shared/content/slide.ts';
import { FONT_FAMILY, fontsReady } from '../../../shared/slides/fonts.ts';
import '../../../shared/slides/plaza-preview.ts';
import type { PlazaPreview } from '../../../shared/slides/plaza-preview.ts';
import { samplePhoto } from '../../support/sample-photo.ts';
import { slideCases, thirtiethOfCases, type SlideCase } from '../../support/slide-cases.ts';
import { contrastFaults, layoutFaults } from './glass-faults.ts';
import { drawnTexts, stage } from './stage.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    allSlideCases: boolean;
  }
}

const cases = inject('allSlideCases') ? slideCases : thirtiethOfCases;

async function show({ scene, slide, announcement, layer }: SlideCase, page: number) {
  const { widthPx, heightPx } = scene.geometry;
  const preview: PlazaPreview = document.createElement('plaza-preview');
  Object.assign(preview, { slide, announcement, layer, page });
  preview.scene = { ...scene, loadPicture: samplePhoto };
  stage(preview, widthPx, heightPx);
  await preview.ready;
  // It is scaled to its box once that is known.
  await expect.poll(() => glassOf(preview)?.getBoundingClientRect().width).toBe(widthPx);
  return preview;
}

function glassOf(preview: PlazaPreview): Element | null | undefined {
  return preview.shadowRoot?.querySelector('.glass');
}

/** A slide waits three seconds for its type, then goes without: on a busy machine that would be judged here. */
async function hasType(): Promise<boolean> {
  await fontsReady();
  return [...document.fonts].some(
    ({ family, status }) => family.includes(FONT_FAMILY) && status === 'loaded',
  );
}

beforeAll(() => vi.waitUntil(hasType, { timeout: 50_000 }), 60_000);

afterEach(() => document.body.replaceChildren());

describe('the contact sheet', () => {
  it.each(cases.map((one) => [`${one.subject} ${one.label}`, one] as const))(
    '%s: nothing spills, collides, is too small or is lost in its ground',
    async (_, one) => {
      const { geometry } = one.scene;
      await browserPage.viewport(geometry.widthPx, geometry.heightPx);
      let pages = 1;
      for (let page = 0; page < pages; page += 1) {
        const preview = await show(one, page);
        pages = preview.pages;
        const texts = drawnTexts(preview.shadowRoot ?? preview);
        expect(texts.length).toBeGreaterThan(0);
        expect(layoutFaults(texts, geometry)).toEqual([]);
        expect(await contrastFaults(preview, texts, geometry)).toEqual([]);
      }
    },
  );

  it.each(slideCases.filter(({ slide, label }) => slide !== null && label.startsWith('360x')))(
    '$subject $label is what the schema lets through',
    ({ slide }) => {
      const content = JSON.stringify(slide?.content, (key, value: unknown) =>
        /sha256$/i.test(key) ? 'a'.repeat(64) : value,
      );
      expect(slideContentSchema.safeParse(JSON.parse(content)).success).toBe(true);
    },
  );
});
