import { describe, expect, it } from 'vitest';
import { chromiumFlags } from '../../../kiosk/launcher/chromium-flags.ts';
import { readSettings, SettingRefused } from '../../../kiosk/launcher/settings.ts';

const BOARD_URL = 'https://signage.example/board';

describe("the launcher's settings", () => {
  it('[B40] need no more than the address of the board', () => {
    const settings = readSettings({ STATE_DIRECTORY: '/var/lib/plaza-board' }, [BOARD_URL]);
    expect(settings).toEqual({
      boardUrl: new URL(BOARD_URL),
      chromium: '/usr/bin/chromium',
      stateFolder: '/var/lib/plaza-board',
      window: null,
      extraFlags: [],
    });
    expect(readSettings({ BOARD_URL: 'https://signage.example' }, []).boardUrl.href).toBe(
      BOARD_URL,
    );
  });

  it('[B40] place the window', () => {
    const { window } = readSettings({ BOARD_URL, BOARD_WINDOW: '1920x1080+1280+0' }, []);
    expect(window).toEqual({ widthPx: 1920, heightPx: 1080, leftPx: 1280, topPx: 0 });
    expect(readSettings({ BOARD_URL, BOARD_WINDOW: '600x300' }, []).window?.leftPx).toBe(0);
  });

  it.each([
    { key: 'BOARD_URL', environment: {} },
    { key: 'BOARD_URL', environment: { BOARD_URL: 'signage.example/board' } },
    { key: 'BOARD_URL', environment: { BOARD_URL: 'file:///etc/passwd' } },
    { key: 'BOARD_URL', environment: { BOARD_URL: 'https://a:b@signage.example/board' } },
    { key: 'CHROMIUM', environment: { BOARD_URL, CHROMIUM: 'chromium' } },
    { key: 'BOARD_STATE', environment: { BOARD_URL, BOARD_STATE: 'state' } },
    { key: 'BOARD_WINDOW', environment: { BOARD_URL, BOARD_WINDOW: 'all' } },
    { key: 'CHROMIUM_FLAGS', environment: { BOARD_URL, CHROMIUM_FLAGS: '--no-sandbox' } },
    { key: '--no-sandbox', environment: { BOARD_URL, CHROMIUM_FLAGS: '--a --no-sandbox' } },
    { key: '--headless', environment: { BOARD_URL, CHROMIUM_FLAGS: '--headless=new' } },
    {
      key: '--remote-debugging-port',
      environment: {
        BOARD_URL,
        CHROMIUM_FLAGS: '--remote-debugging-port=9222',
        LAUNCHER_TEST: '1',
      },
    },
    { key: 'CHROMIUM_FLAGS', environment: { BOARD_URL, CHROMIUM_FLAGS: 'https://other.example' } },
  ])('[B40] are refused with the name of what is wrong: $key', ({ key, environment }) => {
    expect(() => readSettings(environment, [])).toThrow(SettingRefused);
    expect(() => readSettings(environment, [])).toThrow(key);
  });
});

describe("Chromium's flags", () => {
  const flagsFor = (url: string, window?: string) =>
    chromiumFlags(readSettings({ BOARD_URL: url, BOARD_WINDOW: window, BOARD_STATE: '/s' }, []));

  it('[B40] fill the display, pixel for pixel, with the sandbox on and no port open', () => {
    const flags = flagsFor(BOARD_URL, '600x300+100+50');
    for (const flag of [
      '--kiosk',
      '--force-device-scale-factor=1',
      '--window-size=600,300',
      '--window-position=100,50',
      '--autoplay-policy=no-user-gesture-required',
      '--user-data-dir=/s/chromium',
      '--remote-debugging-pipe',
    ]) {
      expect(flags).toContain(flag);
    }
    expect(flags.join(' ')).not.toMatch(/sandbox|debugging-port|headless|test-type/);
  });

  it.each([
    { url: 'http://10.0.0.5:8080/board', trusts: 'http://10.0.0.5:8080' },
    { url: 'http://localhost:8080/board', trusts: null },
    { url: BOARD_URL, trusts: null },
  ])('[B40] let $url keep its pictures and plays', ({ url, trusts }) => {
    const told = flagsFor(url).find((flag) => flag.startsWith('--unsafely-treat'));
    expect(told?.split('=')[1] ?? null).toBe(trusts);
  });
});
