import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BoardPc, type Run } from '../../../kiosk/launcher/device.ts';
import { temporaryFolder } from '../../support/controller-process.ts';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

function sensor(number: number, text: string): void {
  const path = join(folder.path, `thermal_zone${number}`);
  mkdirSync(path);
  writeFileSync(join(path, 'temp'), text);
}

const silent: Run = () => Promise.reject(new Error('ENOENT'));

describe("the board's PC", () => {
  it('[B48] tells the temperature of its hottest sensor, or none', () => {
    const pc = new BoardPc(silent, folder.path);
    expect(pc.temperatureC()).toBeNull();
    sensor(0, '47850\n');
    sensor(1, '61200\n');
    sensor(2, '-274000\n');
    sensor(3, 'broken');
    expect(pc.temperatureC()).toBe(61.2);
    expect(new BoardPc(silent, join(folder.path, 'none')).temperatureC()).toBeNull();
  });

  it('[B48] sets the brightness of a panel that can, in its own steps, the newest wish last', async () => {
    const said: string[] = [];
    const pc = new BoardPc((_, words) => {
      said.push(words.join(' '));
      return Promise.resolve(words[0] === 'getvcp' ? 'VCP 10 C 40 80\n' : '');
    });
    await pc.findPanel();
    expect(pc.brightnessPercent).toBe(50);
    await Promise.all([30, 40, 20, 25].map((percent) => pc.setBrightness(percent)));
    expect(said).toEqual(['getvcp 10 --brief', 'setvcp 10 24', 'setvcp 10 20']);
    expect(pc.brightnessPercent).toBe(25);
  });

  it.each([
    { why: 'there is no ddcutil', run: silent },
    { why: 'the panel says nothing of use', run: () => Promise.resolve('Display not found\n') },
  ])('[B48] knows that the panel cannot be set where $why', async ({ run }) => {
    const pc = new BoardPc(run);
    await pc.findPanel();
    await pc.setBrightness(30);
    expect(pc.brightnessPercent).toBeNull();
  });
});
