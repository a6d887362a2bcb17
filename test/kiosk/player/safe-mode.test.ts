import { describe, expect, it } from 'vitest';
import { SafeMode } from '../../../kiosk/player/safe-mode.ts';

function storage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

/** One page after the other, each failing `everyMs` after it started. */
function crashes(count: number, everyMs: number) {
  const kept = storage();
  let now = 1_000_000;
  for (let i = 0; i < count; i += 1) {
    new SafeMode(kept, () => now);
    now += everyMs;
  }
  return new SafeMode(kept, () => now);
}

describe('safe mode', () => {
  it.each([
    { why: 'the first start', count: 0, everyMs: 0, isOn: false },
    { why: 'two failures', count: 2, everyMs: 10_000, isOn: false },
    { why: 'three failures in two minutes', count: 3, everyMs: 10_000, isOn: true },
    { why: 'three failures an hour apart', count: 3, everyMs: 3_600_000, isOn: false },
  ])('[B7] after $why it is on: $isOn', ({ count, everyMs, isOn }) => {
    expect(crashes(count, everyMs).isOn).toBe(isOn);
  });

  it('[B7] does not count a page that ended in good order', () => {
    const kept = storage();
    for (let i = 0; i < 6; i += 1) {
      const page = new SafeMode(kept, () => 1_000_000 + i);
      page.endOrderly();
      page.endOrderly();
    }
    expect(new SafeMode(kept, () => 1_000_010).isOn).toBe(false);
  });

  it('[B7] comes on within a page that cannot play its manifest', () => {
    const page = new SafeMode(storage(), () => 1_000_000);
    page.fail('poison');
    page.fail('poison');
    expect(page.isOn).toBe(false);
    page.fail('poison');
    expect(page.isOn).toBe(true);
  });

  it('[B7] is cured by another manifest, not by the one that failed', () => {
    const page = crashes(3, 1_000);
    page.suspect('poison');
    expect(page.receive('poison')).toBe(false);
    expect(page.isOn).toBe(true);
    expect(page.receive('good')).toBe(true);
    expect(page.isOn).toBe(false);
  });

  it('[B7] is not cured by what the pages died of before they could keep it', () => {
    const kept = storage();
    for (let death = 0; death < 3; death += 1) {
      const page = new SafeMode(kept, () => 1_000_000);
      page.suspect('cached');
      page.receive('poison');
    }
    const page = new SafeMode(kept, () => 1_000_000);
    page.suspect('cached');
    for (const hash of ['cached', 'poison']) expect(page.receive(hash)).toBe(false);
    expect(page.isOn).toBe(true);
    expect(page.receive('good')).toBe(true);
  });

  it('[B7] starts normally where its memory is unreadable or refused', () => {
    const broken = { getItem: () => '{', setItem: () => undefined };
    expect(new SafeMode(broken, () => 1).isOn).toBe(false);
    const refused = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(new SafeMode(refused, () => 1).isOn).toBe(false);
  });

  it('[B7] tries the same again after a quarter of an hour, and gives up at the next failure', () => {
    const kept = storage();
    let now = 1_000_000;
    for (let death = 0; death < 3; death += 1) new SafeMode(kept, () => now);
    const page = new SafeMode(kept, () => now);
    now += 899_999;
    expect(page.isOn).toBe(true);
    now += 1;
    expect(page.isOn).toBe(false);
    now += 60_000;
    expect(new SafeMode(kept, () => now).isOn).toBe(true);
  });
});
