import { describe, expect, it } from 'vitest';
import { FlashCounter } from '../../../controller/media/flashes.ts';

const frames = { width: 8, height: 8, framesPerSecond: 30 };
const CELLS = frames.width * frames.height;

/** Three seconds of frames; `grey` says the value (0 to 255) of a cell (0 to 1, of the frame) at a frame. */
function flashesOf(grey: (frame: number, cell: number) => number): number {
  const counter = new FlashCounter(frames);
  for (let frame = 0; frame < 90; frame += 1) {
    const rgb = new Uint8Array(CELLS * 3);
    for (let cell = 0; cell < CELLS; cell += 1)
      rgb.fill(grey(frame, cell / CELLS), cell * 3, cell * 3 + 3);
    // In pieces, as a pipe brings them.
    counter.add(rgb.subarray(0, 50));
    counter.add(rgb.subarray(50));
  }
  return counter.mostPerSecond();
}

/** Whether a flash that takes `period` frames is in its first half. */
const isOn = (frame: number, period: number) => frame % period < period / 2;

describe('[L8] flashes in a second (WCAG 2.3.1)', () => {
  it.each([
    { why: 'a still picture has none', grey: () => 120, count: 0 },
    { why: 'a cut is half of one', grey: (f: number) => (f < 40 ? 0 : 255), count: 0.5 },
    { why: 'black and white, once', grey: (f: number) => (isOn(f, 30) ? 0 : 255), count: 1 },
    { why: 'three times', grey: (f: number) => (isOn(f, 10) ? 0 : 255), count: 3 },
    { why: 'five times', grey: (f: number) => (isOn(f, 6) ? 0 : 255), count: 5 },
    { why: 'fifteen times', grey: (f: number) => (isOn(f, 2) ? 0 : 255), count: 15 },
    {
      why: 'between grey and dark grey, under a tenth of the brightest',
      grey: (f: number) => (isOn(f, 6) ? 60 : 90),
      count: 0,
    },
    {
      why: 'where also the darker is bright (0.8)',
      grey: (f: number) => (isOn(f, 6) ? 235 : 255),
      count: 0,
    },
    {
      why: 'in less than a quarter of the picture',
      grey: (f: number, cell: number) => (cell < 0.2 && isOn(f, 6) ? 255 : 0),
      count: 0,
    },
    {
      why: 'in a quarter of the picture',
      grey: (f: number, cell: number) => (cell < 0.25 && isOn(f, 6) ? 255 : 0),
      count: 5,
    },
    {
      why: 'a slow swell up and down, half of it in any second',
      grey: (f: number) => 127 - Math.round(127 * Math.cos((f * Math.PI) / 45)),
      count: 0.5,
    },
  ])('$why: $count', ({ grey, count }) => {
    expect(flashesOf(grey)).toBe(count);
  });
});
