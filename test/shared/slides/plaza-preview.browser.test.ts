import { afterEach, describe, expect, it } from 'vitest';
import '../../../shared/slides/plaza-preview.ts';
import { announcements } from '../../support/board-announcements.ts';
import { shortSlides } from '../../support/board-samples.ts';
import { drawnTexts, faults, sceneOf, SIZES, stage } from './stage.ts';

afterEach(() => document.body.replaceChildren());

function preview() {
  const element = document.createElement('plaza-preview');
  element.scene = sceneOf(1920, 1080);
  element.slide = shortSlides.notice ?? null;
  return element;
}

describe('plaza-preview', () => {
  it('draws the board at its own pixels and scales it to its width', async () => {
    const element = preview();
    stage(element, 480, 900);
    await element.ready;
    const slide = element.shadowRoot?.querySelector('plaza-slide');
    // The browser tells the element its width when it has time to.
    await expect.poll(() => slide?.getBoundingClientRect().width).toBeCloseTo(480, 0);
    expect([slide?.clientWidth, slide?.clientHeight]).toEqual([1920, 1080]);
    expect(element.getBoundingClientRect().height).toBeCloseTo(270, 0);
  });

  it.each(['blank', 'off'] as const)('is dark when the board is %s', async (layer) => {
    const element = preview();
    element.layer = layer;
    stage(element, 480, 900);
    await element.ready;
    expect(drawnTexts(element.shadowRoot ?? element)).toEqual([]);
  });

  it('draws an emergency alone', async () => {
    const element = preview();
    element.layer = 'emergency';
    element.announcement = announcements.emergency ?? null;
    stage(element, 480, 900);
    await element.ready;
    expect(element.shadowRoot?.querySelector('plaza-slide')).toBeNull();
    expect(element.shadowRoot?.querySelector('plaza-announcement')).not.toBeNull();
  });
});

describe('plaza-frame', () => {
  it.each(SIZES)('keeps what fits at %i×%i, and always the clock', async (widthPx, heightPx) => {
    const frame = document.createElement('plaza-frame');
    const scene = sceneOf(widthPx, heightPx);
    frame.scene = scene;
    stage(frame, widthPx, heightPx);
    await frame.updateComplete;
    await document.fonts.ready;
    const texts = drawnTexts(frame.shadowRoot ?? frame);
    expect(faults(texts, scene)).toEqual([]);
    expect(texts.some(({ text }) => text.endsWith(':30'))).toBe(true);
  });

  it('lets the hairline run out with the slot', async () => {
    const frame = document.createElement('plaza-frame');
    const scene = sceneOf(600, 300);
    Object.assign(frame, {
      scene,
      slotStartMs: scene.at - 9000,
      slotEndMs: scene.at + 6000,
    });
    stage(frame, 600, 300);
    await frame.updateComplete;
    const [running] = frame.shadowRoot?.querySelector('.hairline')?.getAnimations() ?? [];
    expect(running?.effect?.getComputedTiming().progress).toBeCloseTo(0.6, 1);
    frame.scene = { ...scene, at: scene.at + 3000 };
    await frame.updateComplete;
    expect(running?.effect?.getComputedTiming().progress).toBeCloseTo(0.8, 1);
  });
});
