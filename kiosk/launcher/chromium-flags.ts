import { join } from 'node:path';
import type { Settings } from './settings.ts';

/** Seen before the board's page and whenever it cannot be had: black, and quiet. */
export const HOLDING_PAGE =
  '<!doctype html><html data-holding><title>.</title><body style="background:#000;cursor:none">';
export const HOLDING_URL = `data:text/html,${encodeURIComponent(HOLDING_PAGE)}`;

const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** How Chromium is started: full screen, one pixel for one, silent, and driven over two pipes. */
export function chromiumFlags(settings: Settings): readonly string[] {
  return [
    '--remote-debugging-pipe',
    `--user-data-dir=${profileFolder(settings)}`,
    // A window of an application has no shortcuts of its own: every key goes to the page, which ignores it.
    `--app=${HOLDING_URL}`,
    '--kiosk',
    '--force-device-scale-factor=1',
    ...windowFlags(settings),
    ...quietFlags,
    ...drawingFlags,
    ...insecureOriginFlags(settings),
    ...settings.extraFlags,
  ];
}

export function profileFolder({ stateFolder }: Settings): string {
  return join(stateFolder, 'chromium');
}

const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--noerrdialogs',
  '--hide-crash-restore-bubble',
  '--disable-session-crashed-bubble',
  '--deny-permission-prompts',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-notifications',
  '--disable-pinch',
  '--disable-prompt-on-repost',
  '--disable-sync',
  '--overscroll-history-navigation=0',
  '--password-store=basic',
  '--disable-features=Translate,MediaRouter,GlobalMediaControls,OptimizationHints,DialMediaRouteProvider',
] as const;

/** The page is drawn and timed at full pace whatever the window system says of it. */
const drawingFlags = [
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
] as const;

/** Where there is no window manager, nobody else makes the window as large as the display. */
function windowFlags({ window }: Settings): readonly string[] {
  if (!window) return ['--window-position=0,0'];
  const { widthPx, heightPx, leftPx, topPx } = window;
  return [`--window-position=${leftPx},${topPx}`, `--window-size=${widthPx},${heightPx}`];
}

/** Over plain HTTP the browser keeps neither pictures nor plays unless it is told to trust the address. */
function insecureOriginFlags({ boardUrl }: Settings): readonly string[] {
  if (boardUrl.protocol === 'https:' || LOCAL.test(boardUrl.hostname)) return [];
  // The second hides the warning about the first, which would lie over the board.
  return [`--unsafely-treat-insecure-origin-as-secure=${boardUrl.origin}`, '--test-type'];
}
