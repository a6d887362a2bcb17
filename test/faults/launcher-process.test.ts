/** The launcher as it was built, a process of its own. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import { temporaryFolder } from '../support/controller-process.ts';
import { commandOf, familyOf, listeningOf } from '../support/process-family.ts';
import { startStandInBoard, type StandInBoard } from '../support/stand-in-board.ts';

const MAIN = resolve(import.meta.dirname, '../../dist/launcher/main.js');

describe('the built launcher', () => {
  let board: StandInBoard;
  let launcher: ChildProcess;
  let printed = '';
  const folder = temporaryFolder();

  beforeAll(async () => {
    board = await startStandInBoard();
    launcher = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        BOARD_URL: board.url,
        BOARD_STATE: folder.path,
        CHROMIUM: chromiumPath(),
        CHROMIUM_FLAGS: chromiumFlags.join(' '),
        LAUNCHER_TEST: '1',
      },
    });
    launcher.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    launcher.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await vi.waitUntil(() => board.asked.length > 0, { timeout: 60_000 });
  });

  afterAll(async () => {
    launcher.kill('SIGKILL');
    await board.stop();
    folder.remove();
  });

  it('[B42] opens no port, nor does its browser', () => {
    const family = familyOf(launcher.pid ?? 0);
    expect(family.flatMap(commandOf).join(' ')).toContain('--type=renderer');
    expect(listeningOf(family)).toEqual([]);
    expect(listeningOf([process.pid])).not.toEqual([]);
  });

  it('[B43] starts another browser when the first is killed, and ends it in good order on SIGTERM', async () => {
    const pages = () => board.asked.filter((path) => path === '/board').length;
    const before = pages();
    process.kill(Number(/^started the browser, process (\d+)$/m.exec(printed)?.[1]), 'SIGKILL');
    await expect.poll(pages, { timeout: 60_000 }).toBeGreaterThan(before);
    const family = familyOf(launcher.pid ?? 0).slice(1);
    launcher.kill('SIGTERM');
    expect(await once(launcher, 'exit')).toEqual([0, null]);
    await expect.poll(() => family.flatMap(commandOf).join('')).toBe('');
    expect(printed).toMatch(/^crash: the browser ended by SIGKILL/m);
  }, 120_000);

  it('[B40] names the setting that is wrong, and ends so that systemd lets it be', () => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN], {
      env: { BOARD_URL: board.url, BOARD_STATE: folder.path, CHROMIUM_FLAGS: '--no-sandbox' },
      encoding: 'utf8',
    });
    expect(status).toBe(78);
    expect(stderr).toMatch(/^CHROMIUM_FLAGS: --no-sandbox is refused on a board: /);
  });
});
