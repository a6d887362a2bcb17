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
    { what: 'the instant itself', known: moment, ms: 12_000, expected: true },
    { what: 'its slot', known: moment, ms: 8_000, expected: true },
    { what: 'its slot, but too far for what may lie over it', known: moment, ms: 6_000 },
    { what: 'the next slot', known: moment, ms: 15_000 },
    {
      what: 'the dark',
      known: momentAt(manifest, slots, FROM + 31_000),
      ms: 32_000,
      expected: true,
    },
    { what: 'the slot after the dark', known: { ...moment, layer: 'off' as const }, ms: 7_000 },
    {
      what: 'under an announcement',
      known: { ...moment, layer: 'important' as const },
      ms: 13_000,
    },
  ])('$what', ({ known, ms, expected = false }) => {
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
    { what: 'the next', ms: 5_000, step: 1, expected: 15_000 },
    { what: 'none after the last', ms: 20_000, step: 1 },
    { what: 'the one before', ms: 20_000, step: -1, expected: 0 },
    { what: 'none before the first', ms: 5_000, step: -1 },
    { what: 'the last, after closing', ms: 60_000, step: -1, expected: 15_000 },
    { what: 'the first, before opening', ms: -60_000, step: 1, expected: 0 },
  ] as const)('$what', ({ ms, step, ...rest }) => {
    const expected = 'expected' in rest ? FROM + rest.expected : undefined;
    expect(slotBeside(slots, FROM + ms, step)).toBe(expected);
  });
});
