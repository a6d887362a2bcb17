import { afterEach, describe, expect, it } from 'vitest';
import { slideTexts } from '../../../shared/content/slide-texts.ts';
import type { ManifestSlide } from '../../../shared/protocol/manifest.ts';
import { measurePages } from '../../../shared/slides/measure.ts';
import '../../../shared/slides/plaza-slide.ts';
import type { Scene } from '../../../shared/slides/scene.ts';
import { longSlides, shortSlides } from '../../support/board-samples.ts';
import type { PlazaSlide } from '../../../shared/slides/plaza-slide.ts';
import { drawnTexts, faults, sceneOf, stage } from './stage.ts';

afterEach(() => document.body.replaceChildren());

async function show(slide: ManifestSlide | undefined, scene: Scene, pages?: number) {
  if (!slide) throw new Error('no such sample');
  const element = document.createElement('plaza-slide');
  element.slide = pages === undefined ? slide : { ...slide, pages };
  element.scene = scene;
  stage(element, scene.geometry.widthPx, scene.geometry.heightPx);
  await element.ready;
  return element;
}

function markerOf(element: Element): string | undefined {
  const view = element.shadowRoot?.firstElementChild?.shadowRoot;
  const marker = view?.querySelector<HTMLElement>('.marker');
  return marker?.checkVisibility() ? marker.textContent : undefined;
}

function fieldsOn(element: PlazaSlide): readonly string[] {
  const view = element.shadowRoot?.firstElementChild?.shadowRoot;
  const all = [...(view?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
  return all.filter((one) => one.checkVisibility()).map((one) => one.dataset.field ?? '');
}

const written = Object.entries(longSlides).filter(([name]) => name !== 'clock');

describe.each([
  [600, 300],
  [360, 260],
  [1080, 1920],
])('a long text at %i×%i', (widthPx, heightPx) => {
  const scene = sceneOf(widthPx, heightPx);

  it.each(written)('[S7] of a %s is on one page or another, whole', async (_, slide) => {
    const element = await show(slide, scene, 10);
    const shown = new Set<string>();
    for (let page = 0; page < element.pages; page += 1) {
      element.page = page;
      await element.ready;
      for (const field of fieldsOn(element)) shown.add(field);
      expect(faults(drawnTexts(element.shadowRoot ?? element), scene)).toEqual([]);
    }
    const korean = slideTexts(slide.content).filter(({ language }) => language === 'ko');
    // The price before is struck out: an ornament of the one that is asked.
    const wanted = korean.map(({ field }) => field).filter((field) => field !== 'priceBefore');
    expect([...shown]).toEqual(expect.arrayContaining(wanted));
  });
});

describe('pages', () => {
  const scene = sceneOf(600, 300);

  it('[S7] repeat the title and say which one they are', async () => {
    const element = await show(longSlides.notice, scene, 10);
    expect(element.pages).toBeGreaterThan(1);
    expect(markerOf(element)).toBe(`1/${String(element.pages)}`);
    element.page = 1;
    await element.ready;
    expect(markerOf(element)).toBe(`2/${String(element.pages)}`);
    const measured = await measurePages(element);
    const titles = measured?.texts.filter(({ isTitle }) => isTitle) ?? [];
    expect(titles.map(({ page }) => page)).toEqual([...Array(element.pages).keys()]);
    const [first = 0, ...later] = titles.map(({ glyphPx }) => glyphPx);
    expect(Math.max(...later)).toBeLessThanOrEqual(first);
  });

  it('[S7] are no more than the slide has time for; the rest is omitted', async () => {
    const element = await show(longSlides.notice, scene);
    expect(element.pages).toBe(1);
    expect(element.omitted.length).toBeGreaterThan(0);
    expect(markerOf(element)).toBeUndefined();
    const measured = await measurePages(element);
    expect(measured?.omitted).toContain('contact');
  });

  it('[S7] are one where a short text has room', async () => {
    const element = await show(shortSlides.notice, sceneOf(1920, 1080), 10);
    expect(element.pages).toBe(1);
    expect(element.omitted).toEqual([]);
  });

  it('[S7] start again after the last', async () => {
    const element = await show(longSlides.notice, scene, 10);
    element.page = element.pages;
    await element.ready;
    expect(markerOf(element)).toBe(`1/${String(element.pages)}`);
  });
});
