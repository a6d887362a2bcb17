import { describe, expect, it } from 'vitest';
import { stitch } from '../../../shared/schedule/stitch.ts';
import { aSlot } from '../../support/manifest-builder.ts';

const before = [aSlot('a', 0, 10), aSlot('b', 10, 20), aSlot('c', 20, 30)];

describe('stitch', () => {
  it.each([
    { why: 'at the start of a slot', from: 10, ids: ['a 0-10', 'x 10-40'] },
    { why: 'cutting the slot on air', from: 15, ids: ['a 0-10', 'b 10-15', 'x 15-40'] },
    { why: 'before everything', from: 0, ids: ['x 0-40'] },
    { why: 'after everything', from: 30, ids: ['a 0-10', 'b 10-20', 'c 20-30', 'x 30-40'] },
  ])('[S9] joins $why', ({ from, ids }) => {
    const slots = stitch(before, [aSlot('x', from, 40)], from);
    expect(slots.map((s) => `${s.slideId} ${s.startMs}-${s.endMs}`)).toEqual(ids);
  });

  it('[S9] drops what a newer plan says of the past', () => {
    const after = [aSlot('x', 0, 12), aSlot('y', 12, 40)];
    expect(stitch(before, after, 12).map(({ slideId }) => slideId)).toEqual(['a', 'b', 'y']);
  });

  it('[S9] takes either plan empty', () => {
    expect(stitch([], before, 0)).toEqual(before);
    expect(stitch(before, [], 15)).toEqual([aSlot('a', 0, 10), aSlot('b', 10, 15)]);
  });
});
