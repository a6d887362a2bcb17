import { describe, expect, it } from 'vitest';
import { createGate } from '../../../controller/socket/gate.ts';

describe('the gate', () => {
  it('[B27] lets all in, in the order in which they came', async () => {
    const gate = createGate();
    const entered: number[] = [];
    for (let n = 0; n < 100; n += 1) gate(() => entered.push(n));
    expect(entered).toEqual([]);
    while (entered.length < 100) await turn();
    expect(entered).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  it('[B27] lets the loop turn between some and the next', async () => {
    const gate = createGate();
    let entered = 0;
    const most: number[] = [];
    for (let n = 0; n < 100; n += 1) gate(() => (entered += 1));
    for (let before = 0; entered < 100; before = entered) {
      await turn();
      most.push(entered - before);
    }
    expect(Math.max(...most)).toBeLessThan(50);
  });

  it('opens again for whoever comes while others enter', async () => {
    const gate = createGate();
    const entered: string[] = [];
    gate(() => {
      entered.push('first');
      gate(() => entered.push('second'));
    });
    await turn();
    await turn();
    expect(entered).toEqual(['first', 'second']);
  });
});

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
