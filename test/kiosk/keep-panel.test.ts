import { describe, expect, it } from 'vitest';
import { keepPanel } from '../../kiosk/keep-panel.ts';

function setTo(panelPercent: number | null | undefined, brightnessPercent: number | null): unknown {
  const set: number[] = [];
  const screen = panelPercent === undefined ? {} : { panelPercent };
  const facts = { version: '1', temperatureC: null, brightnessPercent };
  keepPanel(screen, { facts, setBrightness: (percent) => set.push(percent) });
  return set;
}

describe("the panel's own brightness", () => {
  it.each([
    { name: 'is set to what the screen says', screen: 40, panel: 100, set: [40] },
    { name: 'is not set again', screen: 40, panel: 40, set: [] },
    { name: 'is left alone where the screen says nothing', screen: null, panel: 70, set: [] },
    { name: 'is left alone by a screen of before', screen: undefined, panel: 70, set: [] },
    { name: 'is left alone where it cannot be set', screen: 40, panel: null, set: [] },
  ])('[B53] $name', ({ screen, panel, set }) => {
    expect(setTo(screen, panel)).toEqual(set);
  });

  it('[B53] waits for the launcher, and for the screen', () => {
    const set: number[] = [];
    const setBrightness = (percent: number) => set.push(percent);
    keepPanel({ panelPercent: 40 }, { facts: null, setBrightness });
    const facts = { version: '1', temperatureC: null, brightnessPercent: 100 };
    keepPanel(null, { facts, setBrightness });
    expect(set).toEqual([]);
  });
});
