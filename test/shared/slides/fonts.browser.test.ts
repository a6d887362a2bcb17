import { describe, expect, it, vi } from 'vitest';
import {
  CHINESE_FAMILY,
  FONT_FAMILY,
  fontsReady,
  HANJA_FAMILY,
  JAPANESE_FAMILY,
} from '../../../shared/slides/fonts.ts';
import '../../../shared/slides/plaza-notice-slide.ts';
import { sampleSlide } from '../../support/sample-slide.ts';
import { sceneOf, stage } from './stage.ts';

function loaded(family: string): boolean {
  return [...document.fonts].some(
    (face) => face.family.replaceAll(/['"]/g, '') === family && face.status === 'loaded',
  );
}

describe('fontsReady', () => {
  it('brings Pretendard, and Hanja only where a text has some', async () => {
    await fontsReady('창동역 1번 출구');
    expect(loaded(FONT_FAMILY)).toBe(true);
    expect(loaded(HANJA_FAMILY)).toBe(false);
    await fontsReady('창동역(倉洞驛)');
    expect(loaded(HANJA_FAMILY)).toBe(true);
  });
});

it('a slide whose type comes later than it waits is fitted again in that type', async () => {
  const late = Promise.withResolvers<FontFaceSet>();
  vi.spyOn(document.fonts, 'status', 'get').mockReturnValue('loading');
  vi.spyOn(document.fonts, 'ready', 'get').mockReturnValue(late.promise);
  const element = document.createElement('plaza-notice-slide');
  const slide = sampleSlide('office', null, {
    template: 'notice',
    ...{ title: { ko: '어려운 이웃을 알려 주십시오' }, lines: [{ ko: '작은 걱정도 괜찮습니다' }] },
    ...{ contact: null, picture: null },
  });
  Object.assign(element, { slide, content: slide.content, scene: sceneOf(600, 300) });
  stage(element, 600, 300);
  await element.ready;
  const heading = element.renderRoot.querySelector<HTMLElement>('h1');
  const words = heading?.closest<HTMLElement>('.words');
  const fitted = words?.style.cssText;
  expect(fitted).toContain('--title');
  // As if the words had been measured in another type.
  words?.style.setProperty('--title', '7px');
  late.resolve(document.fonts);
  await expect.poll(() => words?.style.cssText).toBe(fitted);
  vi.restoreAllMocks();
});

describe('a character that is written otherwise in China or Japan', () => {
  const SIZE_PX = 64;

  /** What is drawn of `text` with the families of the board, or with others. */
  function drawn(text: string, families: string): string {
    const canvas = new OffscreenCanvas(SIZE_PX * text.length, SIZE_PX * 1.5);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    context.font = `700 ${String(SIZE_PX)}px ${families}`;
    context.fillText(text, 0, SIZE_PX);
    return context.getImageData(0, 0, canvas.width, canvas.height).data.join();
  }

  it.each([
    ['zh', '简务应广场', CHINESE_FAMILY],
    ['ja', '駅広気', JAPANESE_FAMILY],
  ] as const)('[L12] is drawn by the face of its language: %s', async (language, text, family) => {
    await fontsReady(text, language);
    const element = document.createElement('plaza-notice-slide');
    document.body.append(element);
    await element.updateComplete;
    const board = document.createElement('div');
    board.className = 'board';
    board.innerHTML = `<p lang="${language}"></p>`;
    element.renderRoot.append(board);
    const families = getComputedStyle(board.firstElementChild ?? board).fontFamily;
    expect(drawn(text, families) === drawn(text, `'${family}'`)).toBe(true);
    // A font without the character draws the same box for each.
    const single = Array.from(text, (one) => drawn(one, families));
    expect(new Set(single).size).toBe(text.length);
    expect(drawn(text, families) === drawn(text, `'${FONT_FAMILY}'`)).toBe(false);
    element.remove();
  });

  it.each([
    [FONT_FAMILY, '각홝뷁', 'ko'],
    [CHINESE_FAMILY, '国圆懂', 'zh'],
    [JAPANESE_FAMILY, '国駅懸', 'ja'],
  ] as const)(
    '[L1] has glyphs as high as the rules take them to be: %s',
    async (family, text, language) => {
      await fontsReady(text, language);
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      if (!context) throw new Error('no canvas');
      for (const weight of [500, 700, 800]) {
        context.font = `${String(weight)} 200px '${family}'`;
        const heights = Array.from(text, (letter) => {
          const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(letter);
          return (actualBoundingBoxAscent + actualBoundingBoxDescent) / 200;
        });
        const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
        expect(Math.abs(mean - 0.88), `${family} ${String(weight)}: ${String(mean)}`).toBeLessThan(
          0.05,
        );
      }
    },
  );
});
