import { describe, expect, it } from 'vitest';
import { MediaMissing } from '../../../kiosk/player/failures.ts';
import { receivePatch } from '../../../kiosk/player/held.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import type { Manifest, ManifestPatch } from '../../../shared/protocol/manifest.ts';
import { manifestHash } from '../../../shared/protocol/manifest-hash.ts';
import { carryOver } from '../../../shared/schedule/carry.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { aBooking, aSlide, loopOf, seoul, TEST_DATE } from '../../support/manifest-builder.ts';
import { LoopRig } from './loop-rig.ts';

const OPEN = seoul('10:00');
const manifest = loopOf(['a', 'b', 'c']);

function planned(of: Manifest, at: number): string | undefined {
  return dayPlan(of, TEST_DATE).find((slot) => slot.startMs <= at && at < slot.endMs)?.slideId;
}

async function playing(at = OPEN, of = manifest): Promise<LoopRig> {
  const rig = new LoopRig(at);
  rig.hold(of);
  await rig.start();
  return rig;
}

describe('loop', () => {
  it('[S8] resumes in mid-slot with the slide that is on air then', async () => {
    const at = OPEN + 37_000;
    const rig = await playing(at);
    expect(rig.stage.onGlass).toBe(planned(manifest, at));
  });

  it('[S8] shows at every second what the plan says', async () => {
    const rig = await playing();
    for (let at = OPEN; at < OPEN + 180_000; at += 1000) {
      await rig.until(at);
      expect(rig.stage.onGlass, new Date(at).toISOString()).toBe(planned(manifest, at));
    }
    expect(rig.faults).toEqual([]);
  });

  it('builds the next slide well before its turn, and once', async () => {
    const rig = await playing();
    await rig.until(OPEN + 5_000);
    expect(rig.stage.prepared).toHaveLength(2);
    await rig.until(OPEN + 14_000);
    expect(rig.stage.prepared).toHaveLength(2);
    expect(rig.stage.shown).toHaveLength(1);
  });

  it('cross-fades at a turn and cuts the first slide in', async () => {
    const rig = await playing();
    await rig.until(OPEN + 15_000);
    expect(rig.stage.shown.map(({ fadeMs }) => fadeMs)).toEqual([0, 400]);
  });

  it('[S2] is black outside the opening hours and lights up by itself', async () => {
    const rig = await playing(seoul('05:59:30'));
    expect(rig.stage.darks.at(-1)).toBe('off');
    await rig.until(seoul('06:00:01'));
    expect(rig.stage.darks.at(-1)).toBeNull();
    expect(rig.stage.onGlass).toBe(planned(manifest, seoul('06:00:01')));
  });

  it('shows the house clock where nothing is held', async () => {
    const rig = new LoopRig(OPEN);
    await rig.start();
    expect(rig.stage.onGlass).toBe('built-in-clock');
    expect(rig.plays).toEqual([]);
  });

  it('plays only the house clock in safe mode, and the plan when it is cured', async () => {
    const rig = new LoopRig(OPEN);
    rig.isSafeMode = true;
    rig.hold(manifest);
    await rig.start();
    expect(rig.stage.onGlass).toBe('built-in-clock');
    rig.isSafeMode = false;
    rig.loop.wake();
    await rig.settle();
    expect(rig.stage.onGlass).toBe(planned(manifest, OPEN));
  });

  it('rolls over midnight into the plan of the next day', async () => {
    const calendar = {
      ...manifest.calendar,
      hours: manifest.calendar.hours.map(() => ({ fromMinute: 0, toMinute: 1440 })),
    };
    const day = { ...manifest, calendar };
    const rig = await playing(seoul('23:59:40'), day);
    for (const clock of ['23:59:59', '24:00:01', '24:00:20', '24:01:00']) {
      await rig.until(seoul(clock));
      const at = seoul(clock);
      const slots = [...dayPlan(day, TEST_DATE), ...dayPlan(day, '2026-11-24')];
      const slot = slots.find((one) => one.startMs <= at && at < one.endMs);
      expect(rig.stage.onGlass, clock).toBe(slot?.slideId);
    }
  });
});

describe('loop with a slide that fails', () => {
  it('leaves it out before its turn, reports it once, and lets a house slide stand in', async () => {
    const rig = new LoopRig(OPEN);
    rig.stage.broken.set('b', new Error('does not decode'));
    rig.hold(manifest);
    await rig.start();
    await rig.until(OPEN + 120_000);
    expect(rig.stage.shown.map(({ slideId }) => slideId)).not.toContain('b');
    expect(rig.stage.shown.map(({ slideId }) => slideId)).toContain('house');
    expect(rig.failed).toEqual(['b']);
    expect(rig.plays.filter(({ outcome }) => outcome === 'failed').length).toBeGreaterThan(0);
  });

  it('skips one that is never ready within 5 s of its turn', async () => {
    const rig = new LoopRig(OPEN);
    rig.hold(manifest);
    const first = planned(manifest, OPEN) ?? '';
    rig.stage.stuck.add(first);
    await rig.start();
    await rig.until(OPEN + 5_000);
    expect(rig.stage.onGlass).toBe('house');
    expect(rig.failed).toEqual([first]);
  });

  it('[B3] tries one that was not ready in time again in its next turn', async () => {
    const rig = new LoopRig(OPEN);
    rig.hold(manifest);
    const first = planned(manifest, OPEN) ?? '';
    rig.stage.stuck.add(first);
    await rig.start();
    await rig.until(OPEN + 10_000);
    rig.stage.stuck.clear();
    const next = dayPlan(manifest, TEST_DATE).find(
      ({ slideId, startMs }) => slideId === first && startMs > OPEN,
    );
    if (!next) throw new Error('it has one turn only');
    await rig.until(next.startMs + 1_000);
    expect(rig.stage.onGlass).toBe(first);
  });

  it('[B4] lets a house slide take over where a film stops in mid-turn, and tells it once', async () => {
    const rig = await playing();
    await rig.until(OPEN + 5_000);
    const slot = dayPlan(manifest, TEST_DATE).find(({ startMs }) => startMs === OPEN);
    const slide = manifest.slides.find(({ id }) => id === slot?.slideId);
    if (!slot || !slide) throw new Error('nothing is planned');
    const key = `${String(slot.startMs)}/${slide.id}/${slide.revisionId}`;
    const layer = 'slot' as const;
    rig.loop.fail(
      { key, layer, language: 'ko', slide, slot, standsFor: null },
      new Error('stalled'),
    );
    await rig.settle();
    expect(rig.stage.shown.at(-1)).toEqual({ slideId: 'house', fadeMs: 120 });
    await rig.until(OPEN + 120_000);
    expect(rig.failed).toEqual([slide.id]);
    expect(rig.plays.find(({ slotStartMs }) => slotStartMs === OPEN)?.outcome).toBe('cut');
  });

  it.each([
    ['whose bytes did not come after a minute', new MediaMissing('offline'), MINUTE_MS],
    ['that does not draw after an hour', new Error('does not decode'), HOUR_MS],
  ])('[B3] tries one %s again', async (_, error, retryMs) => {
    const rig = new LoopRig(OPEN);
    rig.hold(manifest);
    rig.stage.broken.set('b', error);
    await rig.start();
    await rig.until(OPEN + 40_000);
    rig.stage.broken.clear();
    await rig.until(OPEN + retryMs - 1);
    const slides = () => rig.stage.shown.map(({ slideId }) => slideId);
    expect(slides()).not.toContain('b');
    await rig.until(OPEN + retryMs + 3 * MINUTE_MS);
    expect(slides()).toContain('b');
  });
});

describe('loop and pushes', () => {
  function patchTo(next: Manifest, from: Manifest, fields: Partial<ManifestPatch> = {}) {
    const patch: ManifestPatch = {
      manifestId: from.id,
      from: from.revision,
      to: next.revision,
      calendar: null,
      put: { organizations: [], shops: [], slides: [], bookings: [] },
      drop: { organizations: [], shops: [], slides: [], bookings: [] },
      replan: null,
      hash: manifestHash(next),
      ...fields,
    };
    return patch;
  }

  function apply(rig: LoopRig, patch: ManifestPatch): void {
    const outcome = receivePatch(rig.held, patch);
    if (outcome.kind !== 'applied') throw new Error(outcome.kind);
    rig.held = outcome.held;
    rig.loop.wake();
  }

  it('[S9] replaces a corrected text in its place and counts a second play', async () => {
    const rig = await playing();
    await rig.until(OPEN + 5_000);
    const id = planned(manifest, OPEN) ?? '';
    const corrected = aSlide(id, { revisionId: `${id}-2` });
    const slides = manifest.slides.map((slide) => (slide.id === id ? corrected : slide));
    const next = { ...manifest, revision: 2, slides };
    apply(rig, patchTo(next, manifest, { put: { ...noPut, slides: [corrected] } }));
    await rig.settle();
    expect(rig.stage.shown.at(-1)).toEqual({ slideId: id, fadeMs: 250 });
    await rig.until(OPEN + 16_000);
    expect(rig.plays.map(({ revisionId, outcome }) => [revisionId, outcome])).toEqual([
      [`${id}-1`, 'cut'],
      [`${id}-2`, 'played'],
    ]);
  });

  it('[S9] takes a withdrawn slide off at once, also when its successor is not ready', async () => {
    const rig = await playing();
    await rig.until(OPEN + 5_000);
    const id = planned(manifest, OPEN) ?? '';
    const at = rig.at;
    const replaced: Manifest = {
      ...manifest,
      revision: 2,
      slides: manifest.slides.filter((slide) => slide.id !== id),
      bookings: manifest.bookings.filter((booking) => booking.id !== id),
    };
    const carry = carryOver({ held: manifest, next: replaced, effectiveAt: at, showNow: null });
    const next = { ...replaced, carry };
    for (const other of ['a', 'b', 'c']) rig.stage.stuck.add(other);
    const drop = { organizations: [], shops: [], slides: [id], bookings: [id] };
    apply(rig, patchTo(next, manifest, { drop, replan: { effectiveAt: at, showNow: null } }));
    await rig.until(at + 1_000);
    expect(rig.stage.onGlass).toBe('built-in-clock');
    expect(rig.plays.at(-1)).toMatchObject({ slideId: id, outcome: 'cut' });
  });

  it('[S9] cuts in what an operator puts on now', async () => {
    const rig = await playing();
    await rig.until(OPEN + 5_000);
    const at = rig.at;
    const showNow = { id: 'now-1', slideId: 'house', bookingId: null };
    const replaced = { ...manifest, revision: 2 };
    const carry = carryOver({ held: manifest, next: replaced, effectiveAt: at, showNow });
    const next = { ...replaced, carry };
    apply(rig, patchTo(next, manifest, { replan: { effectiveAt: at, showNow } }));
    await rig.settle();
    expect(rig.stage.shown.at(-1)).toEqual({ slideId: 'house', fadeMs: 0 });
  });

  it('keeps the rotation where it is when something else changes', async () => {
    const rig = await playing();
    await rig.until(OPEN + 20_000);
    const before = rig.stage.shown.length;
    const slide = aSlide('d');
    const replaced: Manifest = {
      ...manifest,
      revision: 2,
      slides: [...manifest.slides, slide],
      bookings: [...manifest.bookings, aBooking('d')],
    };
    const carry = carryOver({
      held: manifest,
      next: replaced,
      effectiveAt: rig.at,
      showNow: null,
    });
    const put = { ...noPut, slides: [slide], bookings: [aBooking('d')] };
    const replan = { effectiveAt: rig.at, showNow: null };
    apply(rig, patchTo({ ...replaced, carry }, manifest, { put, replan }));
    await rig.until(rig.at + 5_000);
    expect(rig.stage.shown).toHaveLength(before);
  });

  const noPut = { organizations: [], shops: [], slides: [], bookings: [] };
});

describe('loop in safe mode', () => {
  it('[B7] does not look at the plan, which may be what failed', async () => {
    const rig = new LoopRig(OPEN);
    rig.isSafeMode = true;
    rig.hold(manifest);
    const { plan } = rig.held;
    if (!plan) throw new Error('nothing is held');
    const plans = new Proxy(plan.plans, {
      get: () => () => {
        throw new Error('poison');
      },
    });
    rig.held = { ...rig.held, plan: { ...plan, plans } };
    await rig.start();
    await rig.until(OPEN + 60_000);
    expect(rig.stage.onGlass).toBe('built-in-clock');
    expect(rig.faults).toEqual([]);
  });
});
