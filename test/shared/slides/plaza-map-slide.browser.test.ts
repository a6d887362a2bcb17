import { afterEach, describe, expect, it } from 'vitest';
import '../../../shared/slides/plaza-slide.ts';
import type { PlazaSlide } from '../../../shared/slides/plaza-slide.ts';
import type { Scene } from '../../../shared/slides/scene.ts';
import { longestSlides } from '../../support/longest-slides.ts';
import { typicalSlides } from '../../support/typical-slides.ts';
import { drawnTexts, sceneOf, SIZES, stage } from './stage.ts';

afterEach(() => document.body.replaceChildren());

async function show(slide: typeof typicalSlides.map, scene: Scene): Promise<PlazaSlide> {
  const element = document.createElement('plaza-slide');
  element.slide = slide;
  element.scene = scene;
  stage(element, scene.geometry.widthPx, scene.geometry.heightPx);
  await element.ready;
  return element;
}

function wordsOf(element: PlazaSlide): readonly string[] {
  return drawnTexts(element.shadowRoot ?? element).map(({ text }) => text);
}

describe('plaza-map-slide', () => {
  it('names all that is there, and where the reader stands', async () => {
    const element = await show(typicalSlides.map, sceneOf(1920, 1080));
    expect(wordsOf(element)).toEqual(
      expect.arrayContaining([
        '현 위치',
        '1번 출구',
        '2번 출구',
        '버스 정류장',
        '1호선 고가',
        '1',
        '2',
      ]),
    );
    expect(element.omitted).toEqual([]);
  });

  it('speaks the language of the turn and keeps the Korean title', async () => {
    const words = wordsOf(await show(typicalSlides.map, sceneOf(1920, 1080, { language: 'en' })));
    expect(words).toEqual(
      expect.arrayContaining(['창동역 둘레 안내', 'Around the station', 'You are here', 'Exit 1']),
    );
  });

  it.each([
    [600, 300],
    [360, 260],
  ])('shows only the exits on a tiny board of %i×%i', async (widthPx, heightPx) => {
    const words = wordsOf(await show(typicalSlides.map, sceneOf(widthPx, heightPx)));
    expect(words).toEqual(expect.arrayContaining(['현 위치', '1', '2']));
    expect(words).not.toContain('버스 정류장');
    expect(words).not.toContain('마들로');
  });

  it.each(SIZES)('tells at %i×%i which names of a crowded map have no place', async (...size) => {
    const element = await show(longestSlides.map, sceneOf(...size));
    const words = wordsOf(element);
    for (const name of element.omitted) expect(words).not.toContain(name);
    expect(new Set(element.omitted).size).toBe(element.omitted.length);
    expect(words).toContain('현 위치');
  });
});
