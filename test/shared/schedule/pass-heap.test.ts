import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBefore, PassHeap } from '../../../shared/schedule/pass-heap.ts';

const turn = (pass: number, rank: number) => ({ pass, rank, place: -1 });
type Item = ReturnType<typeof turn>;

const anyStep = fc.tuple(fc.constantFrom('push', 'remove', 'move'), fc.nat({ max: 40 }), fc.nat());

describe('PassHeap', () => {
  it('[S5] has the least pass on top, by rank among equals, after any pushes, moves and removals', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
        const heap = new PassHeap<Item>();
        const held: Item[] = [];
        for (const [index, [act, pass, which]] of steps.entries()) {
          const at = which % Math.max(1, held.length);
          const item = held[at];
          if (act === 'push' || !item) {
            const added = turn(pass, index);
            heap.push(added);
            held.push(added);
          } else if (act === 'remove') {
            heap.remove(item);
            held.splice(at, 1);
          } else {
            item.pass = pass;
            heap.moved(item);
          }
          const sorted = [...held].sort((a, b) => (isBefore(a, b) ? -1 : 1));
          expect(heap.size).toBe(held.length);
          expect(heap.first).toBe(sorted[0]);
          const odd = (one: Item) => one.rank % 2 === 1;
          expect(heap.firstThat(odd, 100)).toBe(sorted.find(odd));
        }
      }),
    );
  });

  it('[S6] looks at no more than it was told', () => {
    const heap = new PassHeap<Item>();
    for (let rank = 0; rank < 20; rank += 1) heap.push(turn(0, rank));
    expect(heap.firstThat(({ rank }) => rank === 15, 16)?.rank).toBe(15);
    expect(heap.firstThat(({ rank }) => rank === 16, 16)).toBeUndefined();
  });
});
