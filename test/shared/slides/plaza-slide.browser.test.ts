import { afterEach, describe, expect, it } from 'vitest';
import '../../../shared/slides/plaza-slide.ts';
import type { Scene } from '../../../shared/slides/scene.ts';
import { boardLayout, typeSizes } from '../../../shared/slides/board-layout.ts';
import type { ManifestSlide } from '../../../shared/protocol/manifest.ts';
import { longSlides, shop, shortSlides } from '../../support/board-samples.ts';
import { drawnTexts, faults, sceneOf, SIZES, stage } from './stage.ts';

async function show(slide: ManifestSlide | undefined, scene: Scene) {
  if (!slide) throw new Error('no such sample');
  const element = document.createElement('plaza-slide');
  element.slide = slide;
  element.scene = scene;
  stage(element, scene.geometry.widthPx, scene.geometry.heightPx);
  await element.ready;
  return element;
}

function wordsOf(element: Element): readonly string[] {
  return drawnTexts(element.shadowRoot ?? element).map(({ text }) => text);
}

/** The parts that must not lie over each other. */
function blocksOf(element: Element): readonly DOMRect[] {
  const view = element.shadowRoot?.firstElementChild?.shadowRoot;
  const blocks = [...(view?.querySelectorAll('.byline, .main > *') ?? [])];
  return blocks
    .map((block) => block.getBoundingClientRect())
    .filter(({ height, width }) => height > 0 && width > 0);
}

afterEach(() => document.body.replaceChildren());

describe.each(SIZES)('plaza-slide at %i×%i', (widthPx, heightPx) => {
  const scene = sceneOf(widthPx, heightPx);
  const samples = [
    ...Object.entries(shortSlides),
    ...Object.entries(longSlides).map(([name, slide]) => [`${name} (long)`, slide] as const),
  ];

  it.each(samples)('draws %s inside the board and no smaller than the least', async (_, slide) => {
    const element = await show(slide, scene);
    const texts = drawnTexts(element.shadowRoot ?? element);
    expect(texts.length).toBeGreaterThan(0);
    expect(faults(texts, scene)).toEqual([]);
  });

  it.each(samples)('keeps the parts of %s apart and inside the margins', async (_, slide) => {
    const blocks = blocksOf(await show(slide, scene));
    const { marginPx, framePx } = boardLayout(scene.geometry);
    for (const [index, block] of blocks.entries()) {
      expect(block.left).toBeGreaterThanOrEqual(marginPx - 1);
      expect(block.right).toBeLessThanOrEqual(widthPx - marginPx + 1);
      expect(block.bottom).toBeLessThanOrEqual(heightPx - framePx + 1);
      const before = blocks[index - 1];
      if (before) expect(block.top).toBeGreaterThanOrEqual(before.bottom - 1);
    }
  });

  it('shows a short title in full and larger than its lines', async () => {
    const element = await show(shortSlides.notice, scene);
    const texts = drawnTexts(element.shadowRoot ?? element);
    const title = texts.find(({ text }) => text === '어르신 무료 독감 예방접종');
    const line = texts.find(({ text }) => text.startsWith('11.'));
    expect(title?.fontPx).toBeGreaterThan(line?.fontPx ?? Infinity);
    expect(title?.fontPx).toBeLessThanOrEqual(typeSizes(scene.geometry, 1).titlePx);
  });
});

describe('plaza-slide', () => {
  it('says when a shop is open, what it takes and how far it is', async () => {
    const words = wordsOf(await show(shortSlides.shop, sceneOf(1920, 1080)));
    expect(words).toEqual(
      expect.arrayContaining([
        '도레미분식',
        'Doremi Snacks',
        '지금 영업 중 · 21시까지',
        '온누리상품권',
        '1번 출구에서 걸어서 2분',
      ]),
    );
  });

  it('says that a shop is closed today', async () => {
    const closed = shop('doremi', { name: '도레미', goods: '떡', closedDays: '1'.repeat(120) });
    const scene = sceneOf(1920, 1080, { shops: [closed] });
    expect(wordsOf(await show(shortSlides.shop, scene))).toContain('오늘 휴무');
  });

  it('names what a tiny board has no room for', async () => {
    const element = await show(longSlides.notice, sceneOf(600, 300));
    expect(element.omitted).toContain('문의 도봉구청 지역경제과 전통시장팀 02-2091-4142');
  });

  it('pages the directory without losing a shop', async () => {
    const scene = sceneOf(600, 300);
    const element = await show(shortSlides.directory, scene);
    const seen: string[] = [];
    for (let page = 0; page < element.pages; page += 1) {
      element.page = page;
      await element.ready;
      seen.push(...wordsOf(element));
    }
    expect(element.pages).toBeGreaterThan(1);
    const meals = scene.shops.filter(({ trade, id }) => trade === 'meal' && id !== 'shut');
    expect(seen).toEqual(expect.arrayContaining(meals.map(({ name }) => name.ko)));
    expect(seen).not.toContain('쉬는집');
  });

  it('says so when no shop is open', async () => {
    const element = await show(shortSlides.directory, sceneOf(1920, 1080, { shops: [] }));
    expect(wordsOf(element)).toContain('지금 문을 연 곳이 없습니다.');
  });

  it('fills the canvas with the picture and closes the bitmap', async () => {
    const bitmaps: ImageBitmap[] = [];
    const loadPicture = async () => {
      const bitmap = await sceneOf(1, 1).loadPicture('');
      bitmaps.push(bitmap);
      return bitmap;
    };
    const element = await show(shortSlides.picture, sceneOf(600, 300, { loadPicture }));
    const view = element.shadowRoot?.querySelector('plaza-picture-slide');
    const canvas = view?.shadowRoot
      ?.querySelector('plaza-picture')
      ?.shadowRoot?.querySelector('canvas');
    expect([canvas?.width, canvas?.height]).toEqual([600, 300]);
    expect(canvas?.getAttribute('aria-label')).toBe('갓 구운 빵');
    expect(bitmaps.map(({ width }) => width)).toEqual([0]);
  });

  it('draws a picture once, however often the clock moves on', async () => {
    let loads = 0;
    const loadPicture = () => {
      loads += 1;
      return sceneOf(1, 1).loadPicture('');
    };
    const scene = sceneOf(600, 300, { loadPicture });
    const element = await show(shortSlides.shop, scene);
    element.scene = { ...scene, at: scene.at + 60_000 };
    await element.ready;
    expect(loads).toBe(1);
  });

  it('rejects when the picture cannot be had', async () => {
    const loadPicture = () => Promise.reject(new Error('not at hand'));
    await expect(show(shortSlides.shop, sceneOf(600, 300, { loadPicture }))).rejects.toThrow(
      'not at hand',
    );
  });

  it('puts another language on the second line and keeps the Korean', async () => {
    const scene = sceneOf(1920, 1080, { language: 'en' });
    const words = wordsOf(await show(shortSlides.offer, scene));
    expect(words).toEqual(expect.arrayContaining(['바지락칼국수', 'Clam noodle soup']));
  });
});
