/**
 * The real board under the launcher: it comes back, and no key or mouse gets behind it (check 49). With
 * `TEST_FAULTS=all` also on a display (in memory), with real keys.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnouncementView } from '../../shared/protocol/http/screens.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import { chromiumFlags } from '../support/chromium.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import { setUp } from '../support/console-session.ts';
import { startDisplay, type Display } from '../support/display.ts';
import { anEmergency, inviteTwo, releaseWaiting } from '../support/emergency.ts';
import { startLauncher, type LauncherRig } from '../support/launcher-rig.ts';

const SHOWN = ALL_FAULTS ? ['without a display', 'on a display'] : ['without a display'];
const HAS_WORKER = `navigator.serviceWorker.getRegistration()
  .then((registration) => Boolean(registration?.active))`;
/** What a keyboard that somebody plugs in could do to a browser. */
const KEYS = [
  ...[
    'F1',
    'F3',
    'F5',
    'F6',
    'F7',
    'F10',
    'F11',
    'F12',
    'Escape',
    'Menu',
    'Tab',
    'space',
    'Return',
  ],
  ...['l', 'n', 't', 'w', 'r', 'p', 'o', 's', 'u', 'j', 'h', 'd', 'f', 'q', 'plus', 'minus'].map(
    (key) => `ctrl+${key}`,
  ),
  ...['i', 'j', 'n', 't', 'w', 'q', 'Delete', 'Tab', 'r'].map((key) => `ctrl+shift+${key}`),
  ...['F4', 'Left', 'Right', 'Home', 'space', 'd'].map((key) => `alt+${key}`),
  'shift+Escape',
];
const MODIFIERS: Readonly<Record<string, number>> = { alt: 1, ctrl: 2, shift: 8 };

describe.each(SHOWN)('the real board under the launcher, %s', (shown) => {
  const folder = temporaryFolder();
  let controller: ControllerProcess;
  let display: Display | null = null;
  let rig: LauncherRig;

  beforeAll(async () => {
    controller = await startController({ dataDir: folder.path });
    const url = controller.link('/board#pair=') ?? '';
    if (shown === 'on a display') {
      display = await startDisplay();
      process.env.DISPLAY = display.name;
      rig = startLauncher(url, { flags: chromiumFlags.filter((flag) => flag !== '--headless') });
    } else rig = startLauncher(url);
  });

  afterAll(async () => {
    await rig.stop();
    display?.stop();
    await controller.stop('SIGKILL');
    folder.remove();
  });

  it('[B40] pairs by the link, one pixel for one, with storage that is kept', async () => {
    await untilPlaying();
    expect(await rig.page().evaluate('navigator.storage.persisted()')).toBe(true);
    expect(await rig.page().evaluate('devicePixelRatio')).toBe(1);
    expect(await rig.page().evaluate('innerWidth >= 960 && innerHeight >= 540')).toBe(true);
    await expect.poll(() => rig.page().evaluate(HAS_WORKER), { timeout: 60_000 }).toBe(true);
  });

  it('[B41] no key, click or dropped file gets behind it or changes it', async () => {
    const before = await rig
      .page()
      .evaluate('{ window.isSame = true; innerWidth + "/" + innerHeight }');
    display?.press(KEYS);
    for (const key of KEYS) await pressKey(key);
    await useMouse();
    await new Promise((wake) => setTimeout(wake, 1_000));
    expect((await rig.until(({ layer }) => layer !== null)).url).toMatch(/\/board\/?$/);
    expect(await rig.page().evaluate('window.isSame')).toBe(true);
    expect(await rig.page().evaluate('innerWidth + "/" + innerHeight')).toBe(before);
    expect(await rig.page().evaluate('String(getSelection())')).toBe('');
    const { targetInfos } = await rig.page().call('Target.getTargets');
    const pages = (targetInfos as { type: string }[]).filter(({ type }) => type === 'page');
    expect(pages).toHaveLength(1);
    expect(rig.faults()).toEqual([]);
    expect(rig.log).toHaveLength(1);
  }, 120_000);

  it('[B43] [65] shows an emergency that was sent while it hung as soon as it is back, and is named until then', async () => {
    const { first, second } = await inviteTwo(controller.origin, await setUp(controller));
    const expiresAt = Date.now() + 10 * MINUTE_MS;
    const receipts = async () => {
      const { value } = await first.call('GET', '/api/announcements');
      return (value as AnnouncementView[]).flatMap((view) => view.receipts.map(({ kind }) => kind));
    };
    await first.call('POST', '/api/release-requests', anEmergency({ expiresAt }));
    const hang = rig.faultAfter(() => rig.page().evaluate('for (;;);'));
    const id = await releaseWaiting(second);
    expect(await receipts()).toEqual([]);
    expect((await hang).kind).toBe('hang');
    await rig.until(({ layer, announcementId }) => layer === 'emergency' && announcementId === id);
    await expect.poll(receipts).toHaveLength(1);
    expect((await first.call('POST', `/api/announcements/${id}/clear`)).status).toBe(200);
    await rig.until(({ layer }) => layer === 'all-clear');
  }, 120_000);

  it('[B43] is back after a crash, and after a kill with nobody to ask', async () => {
    const crash = await rig.faultAfter(() => rig.page().call('Page.crash'));
    await untilPlaying();
    await expect.poll(() => rig.faults()).toEqual([]);
    await controller.stop('SIGKILL');
    const kill = await rig.faultAfter(() =>
      Promise.resolve(process.kill(rig.launcher.browserPid ?? 0, 'SIGKILL')),
    );
    await untilPlaying();
    expect([crash.kind, kill.kind]).toEqual(['crash', 'crash']);
    // Nobody was there for the second.
    expect(rig.faults().map(({ id }) => id)).toEqual([kill.id]);
  }, 120_000);

  async function untilPlaying(): Promise<void> {
    await rig.until(({ layer }) => layer !== null);
    const revision = 'Number(document.querySelector("plaza-board")?.dataset.manifestRevision)';
    await expect
      .poll(
        () =>
          rig
            .page()
            .evaluate(revision)
            .catch(() => null),
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
  }

  async function pressKey(words: string): Promise<void> {
    const parts = words.split('+');
    const key = parts.at(-1) ?? '';
    const modifiers = parts.slice(0, -1).reduce((sum, name) => sum + (MODIFIERS[name] ?? 0), 0);
    const keyCode = /^F\d/.test(key) ? 111 + Number(key.slice(1)) : key.toUpperCase().charCodeAt(0);
    const event = { key, modifiers, windowsVirtualKeyCode: keyCode, nativeVirtualKeyCode: keyCode };
    for (const type of ['rawKeyDown', 'keyUp']) {
      await rig.page().call('Input.dispatchKeyEvent', { type, ...event });
    }
  }

  async function useMouse(): Promise<void> {
    display?.click(3, { x: 200, y: 100 });
    display?.click(2, { x: 300, y: 150 });
    const at = { x: 200, y: 100 };
    for (const button of ['right', 'middle', 'left']) {
      for (const type of ['mousePressed', 'mouseReleased']) {
        const event = { type, button, clickCount: button === 'left' ? 3 : 1 };
        await rig.page().call('Input.dispatchMouseEvent', { ...event, ...at });
      }
    }
    await rig
      .page()
      .call('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: 0, deltaY: 400 });
    const data = {
      items: [{ mimeType: 'text/uri-list', data: 'http://127.0.0.1:9/' }],
      dragOperationsMask: 1,
    };
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await rig.page().call('Input.dispatchDragEvent', { type, ...at, data });
    }
  }
});
