import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../../kiosk/launcher/settings.ts';
import { temporaryFolder } from '../../support/controller-process.ts';

const launcher = resolve(import.meta.dirname, '../../../kiosk/launcher');
const UNITS = ['plaza-display.service', 'plaza-board.service'];

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

describe('what is installed on the PC', () => {
  it('[B40] passes systemd-analyze verify', () => {
    for (const unit of UNITS) {
      // The programs are not on this machine; stand-ins are found in their places.
      const text = readFileSync(join(launcher, unit), 'utf8').replace(
        /^ExecStart=(\S+)/m,
        (_, path: string) => `ExecStart=${standIn(path)}`,
      );
      writeFileSync(join(folder.path, unit), text);
    }
    const words = ['verify', '--man=no', ...UNITS.map((unit) => join(folder.path, unit))];
    const { status, stderr, error } = spawnSync('systemd-analyze', words, { encoding: 'utf8' });
    // Not every machine that runs the tests has systemd.
    if (error) return;
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('[B40] has settings that the launcher takes', () => {
    const lines = readFileSync(join(launcher, 'plaza-board.conf'), 'utf8').split('\n');
    const settings = Object.fromEntries(
      lines.flatMap((line) => {
        const found = /^#?([A-Z_]+)=(.+)$/.exec(line);
        return found ? [[found[1], found[2]]] : [];
      }),
    ) as Record<string, string>;
    expect(Object.keys(settings)).toEqual(['BOARD_URL', 'BOARD_WINDOW', 'CHROMIUM']);
    expect(readSettings(settings, []).boardUrl.href).toBe('https://signage.example/board');
  });
});

function standIn(path: string): string {
  const place = join(folder.path, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, '#!/bin/sh\n');
  chmodSync(place, 0o755);
  return place;
}
