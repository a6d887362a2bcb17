import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FaultBox } from '../../../kiosk/launcher/fault-box.ts';
import type { LauncherFault } from '../../../shared/protocol/launcher.ts';
import { temporaryFolder } from '../../support/controller-process.ts';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
let log: string[];

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'state/faults.json');
  log = [];
});

afterEach(() => folder.remove());

const open = () => new FaultBox(path, (line) => log.push(line));
const fault = (number: number): LauncherFault => ({
  id: `fault-${number}`,
  kind: 'black',
  at: number,
  message: 'the picture is black',
  jpegBase64: 'AAAA',
});

describe('faults that nobody has heard of', () => {
  it('[B49] outlive the launcher until they were handed on', () => {
    const box = open();
    box.keep(fault(1));
    box.keep(fault(2));
    expect(open().faults.map(({ id }) => id)).toEqual(['fault-1', 'fault-2']);
    box.handled('fault-1');
    expect(open().faults).toEqual([fault(2)]);
    expect(log).toEqual([]);
  });

  it('[B49] are bounded: twenty at most, pictures with the newest five', () => {
    const box = open();
    for (let i = 0; i < 30; i += 1) box.keep(fault(i));
    expect(box.faults.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, i) => i + 10));
    expect(box.faults.filter(({ jpegBase64 }) => jpegBase64).map(({ at }) => at)).toEqual([
      25, 26, 27, 28, 29,
    ]);
  });

  it('[B49] stay in memory where the disk takes nothing, and a broken file is none', () => {
    writeFileSync(join(folder.path, 'state'), 'a file in the place of the folder');
    const box = open();
    box.keep(fault(1));
    expect(box.faults).toHaveLength(1);
    expect(log).toHaveLength(1);
    path = join(folder.path, 'faults.json');
    writeFileSync(path, '[{"id":"fault-1","kind":"bla');
    expect(open().faults).toEqual([]);
  });
});
