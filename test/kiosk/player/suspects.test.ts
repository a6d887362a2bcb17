import { describe, expect, it } from 'vitest';
import { PageLife } from '../../../kiosk/player/page-life.ts';
import { Suspects, suspectNotesSchema, type SuspectNotes } from '../../../kiosk/player/suspects.ts';
import { aSlide, loopOf, seoul } from '../../support/manifest-builder.ts';
import { LoopRig } from './loop-rig.ts';

const [a, b] = [aSlide('a'), aSlide('b')];

/** One page after the other on the same board; each remembers what the one before left. */
class Pages {
  notes: SuspectNotes | null = null;
  #count = 0;

  start(hasDied = true, isWatched = true): Suspects {
    this.#count += 1;
    const suspects = new Suspects({
      page: `page-${String(this.#count)}`,
      remembered: this.notes,
      hasDied: () => hasDied,
      save: (notes) => (this.notes = suspectNotesSchema.parse(JSON.parse(JSON.stringify(notes)))),
    });
    if (isWatched) suspects.watched();
    return suspects;
  }
}

describe('suspects', () => {
  it('[B6] are left out after they took the page with them twice, not once', () => {
    const pages = new Pages();
    pages.start().watch([a], null);
    const second = pages.start();
    expect(second.condemned).toEqual([]);
    second.watch([a], null);
    expect(pages.start().condemned).toEqual([{ id: 'a', revisionId: 'a-1' }]);
  });

  it('[B6] are what was being built, before what was on the glass', () => {
    const pages = new Pages();
    for (let death = 0; death < 2; death += 1) {
      const page = pages.start();
      page.watch([], a);
      page.watch([b], a);
    }
    expect(pages.start().condemned).toEqual([{ id: 'b', revisionId: 'b-1' }]);
  });

  it('[B6] are what was on the glass where nothing was being built', () => {
    const pages = new Pages();
    for (let death = 0; death < 2; death += 1) pages.start().watch([], a);
    expect(pages.start().condemned).toEqual([{ id: 'a', revisionId: 'a-1' }]);
  });

  it('[B6] are none where the browser was gone as a whole, or the page ended in order', () => {
    const pages = new Pages();
    for (let death = 0; death < 5; death += 1) pages.start(false).watch([a], null);
    expect(pages.start(false).condemned).toEqual([]);
  });

  it('[B6] are blamed for a death that nobody could have noted', () => {
    const pages = new Pages();
    for (let death = 0; death < 2; death += 1) pages.start(false, false).watch([a], null);
    expect(pages.start(false).condemned).toHaveLength(1);
  });

  it('[B6] are cleared by a turn that ended well', () => {
    const pages = new Pages();
    pages.start().watch([a], null);
    const second = pages.start();
    second.endedWell(a);
    second.watch([a], null);
    expect(pages.start().condemned).toEqual([]);
  });

  it('[B6] stay out over further starts, until their revision changes', () => {
    const pages = new Pages();
    for (let death = 0; death < 2; death += 1) pages.start().watch([a], null);
    const page = pages.start();
    page.watch([], b);
    page.retain([a, b]);
    expect(pages.start(false).condemned).toHaveLength(1);
    const last = pages.start(false);
    last.retain([aSlide('a', { revisionId: 'a-2' }), b]);
    expect([last.condemned, pages.start(false).condemned]).toEqual([[], []]);
  });
});

describe('loop and suspects', () => {
  it('[B6] names a slide before it is built, and the one on the glass when it stands', async () => {
    const rig = new LoopRig(seoul('10:00'));
    rig.hold(loopOf(['a', 'b']));
    await rig.start();
    await rig.until(seoul('10:00:05'));
    const named = rig.atRisk.map(([building, shown]) => [
      building.map(({ id }) => id),
      shown?.id ?? null,
    ]);
    const [first, second] = rig.stage.prepared;
    expect(named[0]).toEqual([[first], null]);
    expect(named).toContainEqual([[second], null]);
    expect(named.at(-1)).toEqual([[], first]);
  });

  it('[B6] names a slide before it comes on, which may stop the page in that very moment', async () => {
    const rig = new LoopRig(seoul('10:00'));
    const named: (string | undefined)[] = [];
    const { stage } = rig;
    const show = stage.show.bind(stage);
    stage.show = (...how) => {
      named.push(rig.atRisk.at(-1)?.[0][0]?.id);
      show(...how);
    };
    rig.hold(loopOf(['a', 'b']));
    await rig.start();
    await rig.until(seoul('10:00:35'));
    expect(named).toEqual(stage.shown.map(({ slideId }) => slideId));
  });
});

describe('page life', () => {
  function tab() {
    const items = new Map<string, string>();
    return {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    };
  }

  it('[B6] knows the page that crashed in the same tab', () => {
    const memory = tab();
    expect(new PageLife(memory, 'one').crashed).toBeNull();
    expect(new PageLife(memory, 'two').crashed).toBe('one');
  });

  it('[B6] knows none after a page that ended in order, or in a new browser', () => {
    const memory = tab();
    new PageLife(memory, 'one').endOrderly();
    expect(new PageLife(memory, 'two').crashed).toBeNull();
    expect(new PageLife(tab(), 'three').crashed).toBeNull();
  });
});
