import { describe, expect, it } from 'vitest';
import { holds, slotBeside } from '../../../../controller/console/parts/moment-span.ts';
import { manifest } from '../../../support/console-fixture.ts';
import { momentAt } from '../../../support/eventful-day.ts';
import { aSlot, seoul } from '../../../support/manifest-builder.ts';

const FROM = seoul('15:29:00');
const slots = [aSlot('bread', FROM, FROM + 15_000), aSlot('flu', FROM + 15_000, FROM + 30_000)];

describe('holds', () => {
  const moment = momentAt(manifest, slots, FROM + 12_000);
  it.each([
    ['the instant itself', moment, 12_000, true],
    ['its slot', moment, 8_000, true],
    ['its slot, but so far away that something may lie over it', moment, 6_000, false],
    ['the next slot', moment, 15_000, false],
    ['a second of the dark', momentAt(manifest, slots, FROM + 31_000), 32_000, true],
    ['the dark before a slot', { ...moment, layer: 'off' as const }, 7_000, false],
    ['under an announcement', { ...moment, layer: 'important' as const }, 13_000, false],
  ])('%s', (_name, known, ms, expected) => {
    expect(holds(known, FROM + ms)).toBe(expected);
  });

  it('ends with the play where the board was late', () => {
    const { play } = moment;
    const late = { ...moment, play: play && { ...play, endedAt: FROM + 13_500 } };
    expect(holds(late, FROM + 13_000)).toBe(true);
    expect(holds(late, FROM + 14_000)).toBe(false);
  });
});

describe('slotBeside', () => {
  it.each([
    ['the next', 5_000, 1, 15_000],
    ['none after the last', 20_000, 1, undefined],
    ['the one before', 20_000, -1, 0],
    ['none before the first', 5_000, -1, undefined],
    ['the last, after closing', 60_000, -1, 15_000],
    ['the first, before opening', -60_000, 1, 0],
  ] as const)('%s', (_name, ms, step, expected) => {
    const found = slotBeside(slots, FROM + ms, step);
    expect(found === undefined ? undefined : found - FROM).toBe(expected);
  });
});
