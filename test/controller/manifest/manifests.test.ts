import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manifestSchema } from '../../../shared/protocol/manifest.ts';
import { slotOnAir } from '../../../shared/schedule/on-air.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import * as z from 'zod/mini';
import { rollManifests } from '../../../controller/usecases/roll-manifests.ts';
import {
  held,
  ModelBoard,
  NOON,
  startTestDesk,
  TODAY,
  type TestDesk,
} from '../../support/test-desk.ts';
import { aBooking, aScreen } from '../../support/values.ts';
import { addSlide, book, correct, correctBack, inOrder, withdraw } from './desk-changes.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await startTestDesk();
});
afterEach(() => desk.stop());

function onGlass(screenId: string): string | undefined {
  return slotOnAir(desk.context.manifests.planOf(screenId, TODAY) ?? [], desk.clock)?.slideId;
}

describe('createManifests', () => {
  it('builds a manifest that its own schema accepts', () => {
    const { manifest } = held(desk, 'board');
    expect(z.parse(manifestSchema, manifest)).toEqual(manifest);
    expect(manifest.slides.map((slide) => slide.id)).toEqual(['bread', 'clock', 'news']);
    expect(manifest.revision).toBe(1);
  });

  it('names the same revision after a restart, and the next one where the store says something else', async () => {
    const before = held(desk, 'board');
    await desk.restart();
    expect(held(desk, 'board')).toEqual(before);
    await desk.store.transact((records) =>
      records.bookings.put(aBooking({ id: 'behind-its-back', slideIds: ['festival'] })),
    );
    await desk.restart();
    expect(held(desk, 'board').manifest.revision).toBe(2);
  });

  it('[S9] moves boards on by a patch to the same hash and the same slots', async () => {
    const board = new ModelBoard(desk, 'board');
    desk.clock += 61_000;
    await desk.run(async (records, noted) => {
      await addSlide(records, noted, 'soup');
      await book(records, noted, { id: 'soup-booking', slideIds: ['soup'] });
    });
    board.hear();
    const { manifest, hash } = held(desk, 'board');
    expect(board.pulls).toBe(0);
    expect(board.manifest.revision).toBe(2);
    expect(desk.patches[0]?.hash).toBe(hash);
    expect(board.slots(TODAY)).toEqual(new ModelBoard(desk, 'board').slots(TODAY));
    expect(manifest.bookings.map((booking) => booking.id)).toContain('soup-booking');
  });

  it('[S9] keeps the plan when only words change', async () => {
    const before = desk.context.manifests.planOf('board', TODAY);
    await desk.run((records, noted) =>
      correct(records, noted, { id: 'bread', title: '식빵 5,000원' }),
    );
    expect(desk.patches[0]).toMatchObject({ from: 1, to: 2, replan: null, drop: { slides: [] } });
    expect(desk.patches[0]?.put.slides.map((slide) => slide.revisionId)).toEqual(['bread-c2']);
    expect(desk.context.manifests.planOf('board', TODAY)).toEqual(before);
  });

  it('[S9] takes a withdrawn slide off at its effectiveAt', async () => {
    await desk.run(async (records, noted) => {
      noted.showNow(['board'], { id: 'show', slideId: 'bread', bookingId: 'bread-booking' });
      await records.settings.set('x', 'y');
    });
    desk.clock += 2000;
    expect(onGlass('board')).toBe('bread');
    await desk.run((records, noted) => withdraw(records, noted, 'bread'));
    expect(desk.patches.at(-1)).toMatchObject({
      drop: { slides: ['bread'] },
      replan: { effectiveAt: desk.clock },
    });
    expect(onGlass('board')).not.toBe('bread');
    expect(
      held(desk, 'board').manifest.bookings.find((one) => one.id === 'bread-booking')?.slideIds,
    ).toEqual([]);
  });

  it('[S9] lets the slot on the glass finish when its booking only ends', async () => {
    await desk.run(async (records, noted) => {
      await addSlide(records, noted, 'soup');
      await book(records, noted, { id: 'soup-booking', slideIds: ['soup'], exclusive: true });
    });
    desk.clock += 20_000;
    expect(onGlass('board')).toBe('soup');
    const board = new ModelBoard(desk, 'board');
    await desk.run((records, noted) =>
      book(records, noted, {
        id: 'soup-booking',
        state: 'ended',
        slideIds: ['soup'],
        exclusive: true,
        version: 2,
      }),
    );
    board.hear();
    expect(board.pulls).toBe(0);
    const slots = desk.context.manifests.planOf('board', TODAY) ?? [];
    expect(
      slots.every((slot, index) => index === 0 || slots[index - 1]?.endMs === slot.startMs),
    ).toBe(true);
  });

  it('[S9] puts a slide on at once, and keeps it in the manifest though nobody booked it', async () => {
    const board = new ModelBoard(desk, 'board');
    await desk.run((_records, noted) => {
      noted.showNow(['board'], { id: 'show', slideId: 'festival', bookingId: null });
      return Promise.resolve();
    });
    board.hear();
    expect(board.pulls).toBe(0);
    expect(onGlass('board')).toBe('festival');
    expect(slotOnAir(board.slots(TODAY), desk.clock)?.slideId).toBe('festival');
    desk.clock += 3_600_000;
    await desk.run((records, noted) => correct(records, noted, { id: 'news', title: '새 소식' }));
    expect(held(desk, 'board').manifest.slides.map((slide) => slide.id)).toContain('festival');
  });

  it('knows the plan of the whole day after several changes', async () => {
    const morning = (desk.context.manifests.planOf('board', TODAY) ?? []).filter(
      (slot) => slot.endMs <= NOON,
    );
    for (const name of ['a', 'b', 'c']) {
      desk.clock += 47_000;
      await desk.run(async (records, noted) => {
        await addSlide(records, noted, name);
        await book(records, noted, { id: `${name}-booking`, slideIds: [name] });
      });
    }
    const slots = desk.context.manifests.planOf('board', TODAY) ?? [];
    expect(slots.slice(0, morning.length)).toEqual(morning);
    expect(
      slots.every((slot, index) => index === 0 || slots[index - 1]?.endMs === slot.startMs),
    ).toBe(true);
    expect(slots.some((slot) => slot.slideId === 'c')).toBe(true);
  });

  it('stays level through many quick changes at once', async () => {
    const board = new ModelBoard(desk, 'board');
    await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) =>
        desk.run(async (records, noted) => {
          await addSlide(records, noted, name);
          await book(records, noted, { id: `${name}-booking`, slideIds: [name] });
        }),
      ),
    );
    board.hear();
    expect(board.pulls).toBe(0);
    expect(inOrder(board.manifest)).toEqual(inOrder(held(desk, 'board').manifest));
    expect(board.manifest.bookings).toHaveLength(8);
  });

  it('is untouched by a change that fails, also by one that fails as it commits', async () => {
    const before = held(desk, 'board');
    const failing = desk.run(async (records, noted) => {
      await book(records, noted, { id: 'never', slideIds: ['festival'] });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const atCommit = desk.store.transact(async (records) => {
      const bookings = new Map([['never', aBooking({ id: 'never', slideIds: ['festival'] })]]);
      await desk.context.manifests.stage(records, {
        kinds: new Set(['bookings']),
        changed: {
          organizations: new Map(),
          shops: new Map(),
          slides: new Map(),
          screens: new Map(),
          placeCalendars: new Map(),
          bookings,
        },
        at: desk.clock,
        showNow: null,
      });
      throw new Error('the disk is full');
    });
    await expect(atCommit).rejects.toThrow('full');
    expect(held(desk, 'board')).toEqual(before);
    await desk.run((records, noted) => correct(records, noted, { id: 'bread', title: '식빵' }));
    const { manifest } = held(desk, 'board');
    expect(manifest.revision).toBe(2);
    expect(manifest.bookings.map((booking) => booking.id)).not.toContain('never');
    expect(desk.patches).toHaveLength(1);
  });

  it('shares one manifest among screens with one plan, and tells a screen that leaves', async () => {
    await desk.run(async (records, noted) => {
      await records.screens.put(aScreen({ id: 'gate' }));
      noted.touch('screens');
    });
    expect(held(desk, 'gate').manifest).toBe(held(desk, 'board').manifest);
    expect(desk.patches).toHaveLength(0);
    await desk.run((records, noted) =>
      book(records, noted, { id: 'gate-only', slideIds: ['festival'], screens: ['gate'] }),
    );
    expect(desk.moved).toEqual(['gate']);
    expect(held(desk, 'gate').manifest.id).not.toBe(held(desk, 'board').manifest.id);
    expect(held(desk, 'board').manifest.bookings.map((booking) => booking.id)).not.toContain(
      'gate-only',
    );
    await desk.run((records, noted) =>
      book(records, noted, {
        id: 'gate-only',
        slideIds: ['festival'],
        screens: ['gate'],
        state: 'ended',
        version: 2,
      }),
    );
    expect(desk.moved).toEqual(['gate', 'gate']);
    expect(held(desk, 'gate').manifest).toBe(held(desk, 'board').manifest);
  });

  it('shows a slide now on one of two screens that shared a plan', async () => {
    await desk.run(async (records, noted) => {
      await records.screens.put(aScreen({ id: 'gate' }));
      noted.touch('screens');
    });
    await desk.run((_records, noted) => {
      noted.showNow(['gate'], { id: 'show', slideId: 'festival', bookingId: null });
      return Promise.resolve();
    });
    expect(onGlass('gate')).toBe('festival');
    expect(onGlass('board')).not.toBe('festival');
    expect(desk.moved).toEqual(['gate']);
    desk.clock += HOUR_MS;
    await rollManifests(desk.context);
    expect(desk.moved).toEqual(['gate']);
    desk.clock += DAY_MS;
    await rollManifests(desk.context);
    expect(desk.moved).toEqual(['gate', 'gate']);
    expect(held(desk, 'gate').manifest).toBe(held(desk, 'board').manifest);
  });

  it('rolls its days on without moving a slot of the days that stay', async () => {
    const tomorrow = '2026-11-24';
    const planned = desk.context.manifests.planOf('board', tomorrow);
    desk.clock = Date.parse('2026-11-24T00:00:30+09:00');
    const board = new ModelBoard(desk, 'board');
    await desk.run((_records, noted) => {
      noted.touch('screens');
      return Promise.resolve();
    });
    board.hear();
    expect(board.pulls).toBe(0);
    expect(held(desk, 'board').manifest.calendar.firstDate).toBe('2026-11-22');
    expect(desk.context.manifests.planOf('board', tomorrow)).toEqual(planned);
  });

  it('keeps boards level over a day of random changes', async () => {
    const board = new ModelBoard(desk, 'board');
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let step = 0; step < 60; step += 1) {
      desk.clock += 1000 + random(400_000);
      const id = `s${random(6)}`;
      await desk.run(async (records, noted) => {
        const slide = await records.slides.get(id);
        if (!slide) {
          await addSlide(records, noted, id);
          await book(records, noted, { id: `${id}-booking`, slideIds: [id] });
        } else if (slide.state === 'withdrawn') await correctBack(records, noted, id);
        else if (random(3) === 0) await withdraw(records, noted, id);
        else if (random(2) === 0) await correct(records, noted, { id, title: `판 ${step}` });
        else noted.showNow(['board'], { id: `n${step}`, slideId: id, bookingId: `${id}-booking` });
      });
      board.hear();
      expect(inOrder(board.manifest)).toEqual(inOrder(held(desk, 'board').manifest));
    }
    expect(board.pulls).toBe(0);
    const slots = desk.context.manifests.planOf('board', TODAY) ?? [];
    expect(
      slots.every((slot, index) => index === 0 || slots[index - 1]?.endMs === slot.startMs),
    ).toBe(true);
  });
});
