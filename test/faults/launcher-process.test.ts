/** The launcher as it was built, a process of its own, with the real board. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import { startLauncher } from '../support/launcher-rig.ts';
import { commandOf, familyOf, listeningOf } from '../support/process-family.ts';
import { startStandInBoard, type StandInBoard } from '../support/stand-in-board.ts';

const MAIN = resolve(import.meta.dirname, '../../dist/launcher/main.js');

const HAS_WORKER = `navigator.serviceWorker.getRegistration()
  .then((registration) => Boolean(registration?.active))`;

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
    const asked = board.asked.length;
    const [, browser = 0] = familyOf(launcher.pid ?? 0);
    process.kill(browser, 'SIGKILL');
    await expect.poll(() => board.asked.length, { timeout: 60_000 }).toBeGreaterThan(asked);
    const family = familyOf(launcher.pid ?? 0).slice(1);
    launcher.kill('SIGTERM');
    expect(await once(launcher, 'exit')).toEqual([0, null]);
    await expect.poll(() => family.flatMap(commandOf).join('')).toBe('');
    expect(printed).toMatch(/^started the browser, process \d+$/m);
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

describe('the real board under the launcher', () => {
  let controller: ControllerProcess;
  const folder = temporaryFolder();

  beforeAll(async () => {
    controller = await startController({ dataDir: folder.path });
  });

  afterAll(async () => {
    await controller.stop('SIGKILL');
    folder.remove();
  });

  it('[B43] pairs by the link, and is back after a crash and after a kill with nobody to ask', async () => {
    const rig = startLauncher(controller.link('/board#pair=') ?? '');
    const isPlaying = 'Number(document.querySelector("plaza-board")?.dataset.manifestRevision)';
    const revision = () =>
      rig
        .page()
        .evaluate(isPlaying)
        .catch(() => null);
    const isOn = () => rig.until(({ layer }) => layer !== null);
    await isOn();
    await expect.poll(revision, { timeout: 20_000 }).toBeGreaterThan(0);
    await expect
      .poll(() => rig.page().evaluate(HAS_WORKER), {
        timeout: 30_000,
      })
      .toBe(true);
    expect(await rig.page().evaluate('navigator.storage.persisted()')).toBe(true);
    await rig.faultAfter(() => rig.page().call('Page.crash'));
    await isOn();
    await expect.poll(revision, { timeout: 20_000 }).toBeGreaterThan(0);
    await controller.stop('SIGKILL');
    await rig.faultAfter(() =>
      Promise.resolve(process.kill(rig.launcher.browserPid ?? 0, 'SIGKILL')),
    );
    await isOn();
    await expect.poll(revision, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(rig.faults().map(({ kind }) => kind)).toEqual(['crash', 'crash']);
    await rig.stop();
  }, 120_000);
});
