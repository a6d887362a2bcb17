import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareProfile } from '../../../kiosk/launcher/profile.ts';
import { temporaryFolder } from '../../support/controller-process.ts';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'Default/Preferences');
});

afterEach(() => folder.remove());

const preferences = () => JSON.parse(readFileSync(path, 'utf8')) as unknown;
const quiet = { translate: { enabled: false }, profile: { exit_type: 'Normal' } };

describe("the browser's profile", () => {
  it('[B41] offers no translation and nothing from a run that was killed', () => {
    prepareProfile(folder.path);
    expect(preferences()).toEqual(quiet);
    const before = { profile: { exit_type: 'Crashed', name: 'a' }, translate: { x: 1 }, other: 2 };
    writeFileSync(path, JSON.stringify(before));
    prepareProfile(folder.path);
    expect(preferences()).toEqual({
      profile: { exit_type: 'Normal', name: 'a' },
      translate: { x: 1, enabled: false },
      other: 2,
    });
  });

  it('[B43] is usable after a power cut: no lock of a browser that is gone, no half-written file', () => {
    mkdirSync(join(folder.path, 'Default'));
    writeFileSync(path, '{"profile":{"exit_');
    symlinkSync('board-4711', join(folder.path, 'SingletonLock'));
    prepareProfile(folder.path);
    expect(preferences()).toEqual(quiet);
    expect(existsSync(join(folder.path, 'SingletonLock'))).toBe(false);
  });
});
