import { describe, expect, it } from 'vitest';
import { WholeSlides } from '../../../kiosk/player/whole-slides.ts';
import type { ManifestSlide } from '../../../shared/protocol/manifest.ts';
import { seoul } from '../../support/manifest-builder.ts';
import { boardDay } from '../../support/plan-day.ts';
import { LoopRig } from './loop-rig.ts';

const AT = 1_000_000;

function revision(number: number, id = 'bread'): ManifestSlide {
  return {
    ...{ id, revisionId: `${id}-${number}`, organizationId: 'guild', shopId: null },
    dwellMs: 15_000,
    content: { template: 'notice', title: { ko: '빵' }, lines: [], contact: null, picture: null },
  };
}

/** `lacking` names the revisions whose files are not here. */
function rig(lacking: readonly string[] = []) {
  const missing = new Set(lacking);
  return { missing, whole: new WholeSlides(({ revisionId }) => missing.has(revisionId)) };
}

describe('whole slides', () => {
  it('[B22] go on air, and those that lack a file do not', () => {
    const { whole } = rig(['noodles-1']);
    const slides = [revision(1), revision(1, 'noodles')];
    whole.change(slides, AT);
    expect(slides.map((slide) => whole.airable(slide, AT + 4_000))).toEqual([slides[0], null]);
  });

  it('[B22] are waited for a moment when they have just come', () => {
    const { whole } = rig(['bread-1']);
    whole.change([revision(1)], AT);
    expect(whole.airable(revision(1), AT + 3_999)).toEqual(revision(1));
    whole.change([revision(1), revision(1, 'noodles')], AT + 60_000);
    expect(whole.airable(revision(1), AT + 60_000)).toBeNull();
  });

  it('[B23] stay until their successors are whole, however often those change', () => {
    const { whole, missing } = rig(['bread-2', 'bread-3']);
    whole.change([revision(1)], AT);
    expect(whole.change([revision(2)], AT)).toBe(true);
    expect(whole.airable(revision(2), AT)).toEqual(revision(1));
    expect(whole.change([revision(3)], AT)).toBe(false);
    expect(whole.airable(revision(3), AT + 60_000)).toEqual(revision(1));
    expect(whole.earlier).toEqual([revision(1)]);
    missing.delete('bread-3');
    expect(whole.airable(revision(3), AT)).toEqual(revision(3));
    expect(whole.change([revision(3)], AT)).toBe(true);
    expect(whole.earlier).toEqual([]);
  });

  it('[B23] stand for their successors on the next page too', () => {
    const { whole } = rig(['bread-2']);
    whole.restore([revision(1)]);
    expect(whole.change([revision(2)], AT)).toBe(false);
    expect(whole.airable(revision(2), AT)).toEqual(revision(1));
  });

  it('[B23] go with a slide that is withdrawn', () => {
    const { whole } = rig(['bread-2']);
    whole.change([revision(1)], AT);
    whole.change([revision(2)], AT);
    whole.change([], AT);
    expect(whole.earlier).toEqual([]);
  });
});

describe('the loop and slides that are not whole', () => {
  it('[B22] gives their turn to a house slide, and the rest of it to them when they are', async () => {
    const day = boardDay();
    const loop = new LoopRig(seoul('12:00'));
    loop.hold(day);
    await loop.start();
    const slots = loop.held.plan?.plans.around(loop.at) ?? [];
    const slot = slots.find(({ startMs, kind }) => startMs > loop.at + 30_000 && kind !== 'house');
    if (!slot) throw new Error('nothing is booked');
    loop.airable = (slide) => (slide.id === slot.slideId ? null : slide);
    await loop.until(slot.startMs + 2_000);
    expect(day.calendar.houseSlideIds).toContain(loop.stage.onGlass);
    loop.airable = (slide) => slide;
    loop.loop.wake();
    await loop.until(slot.startMs + 3_000);
    expect(loop.stage.onGlass).toBe(slot.slideId);
    expect(loop.failed).toEqual([]);
  });

  it('[B23] records the revision that was on the glass', async () => {
    const loop = new LoopRig(seoul('12:00'));
    loop.hold(boardDay());
    loop.airable = (slide) => ({ ...slide, revisionId: `${slide.id}-before` });
    await loop.start();
    await loop.until(loop.at + 40_000);
    expect(loop.plays.length).toBeGreaterThan(0);
    for (const { slideId, revisionId } of loop.plays) expect(revisionId).toBe(`${slideId}-before`);
  });
});
