/** What the environment tells the launcher, checked; a mistake is named by its key. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

export interface Settings {
  /** The board's page; its fragment may carry a pairing secret. */
  readonly boardUrl: URL;
  /** Chromium's executable. */
  readonly chromium: string;
  /** Keeps Chromium's profile (and in it the pairing) and the faults that nobody has heard of yet. */
  readonly stateFolder: string;
  /** The part of the display that is covered, in its pixels; null is all of it. */
  readonly window: WindowPlace | null;
  /** Added to Chromium's flags. */
  readonly extraFlags: readonly string[];
}

export interface WindowPlace {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly leftPx: number;
  readonly topPx: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that cannot be; the message names the key and says what to write. */
export class SettingRefused extends Error {
  override readonly name = 'SettingRefused';
}

/** Flags that have no place on a real board, and why. */
const REFUSED_FLAGS: readonly (readonly [string, string])[] = [
  [
    '--no-sandbox',
    'a page could then reach the PC; run the launcher as a user of its own, not root',
  ],
  ['--disable-setuid-sandbox', 'a page could then reach the PC'],
  ['--headless', 'the board would stay dark'],
];
const PORT_FLAG = '--remote-debugging-port';

/**
 * Reads BOARD_URL (which the only argument may give instead), CHROMIUM, BOARD_STATE, BOARD_WINDOW,
 * CHROMIUM_FLAGS and LAUNCHER_TEST. Throws `SettingRefused`.
 */
export function readSettings(environment: Environment, words: readonly string[]): Settings {
  if (words.length > 1)
    throw new SettingRefused(`one argument at most, the board's address: ${words.join(' ')}`);
  return {
    boardUrl: boardUrlOf(words[0] ?? environment.BOARD_URL),
    chromium: absolute('CHROMIUM', environment.CHROMIUM ?? '/usr/bin/chromium'),
    stateFolder: absolute('BOARD_STATE', stateFolderOf(environment)),
    window: windowOf(environment.BOARD_WINDOW),
    extraFlags: extraFlagsOf(environment),
  };
}

function boardUrlOf(text: string | undefined): URL {
  const hint = 'such as https://signage.example/board';
  if (!text) throw new SettingRefused(`BOARD_URL: write the address of the board's page, ${hint}`);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new SettingRefused(`BOARD_URL: not an address of the web, ${hint}: ${text}`);
  }
  if (url.username || url.password) {
    throw new SettingRefused(`BOARD_URL: write it without a name and a password, ${hint}`);
  }
  if (url.pathname === '/') url.pathname = '/board';
  return url;
}

/** systemd names the unit's own folder in STATE_DIRECTORY. */
function stateFolderOf({ BOARD_STATE, STATE_DIRECTORY }: Environment): string {
  return BOARD_STATE ?? STATE_DIRECTORY ?? join(homedir(), '.local/state/plaza-board');
}

function absolute(key: string, path: string): string {
  if (isAbsolute(path)) return path;
  throw new SettingRefused(`${key}: write the whole path, from / on: ${path}`);
}

function windowOf(text: string | undefined): WindowPlace | null {
  if (!text) return null;
  const found = /^(\d{3,5})x(\d{3,5})(?:\+(\d{1,5})\+(\d{1,5}))?$/.exec(text);
  if (!found) {
    throw new SettingRefused(
      `BOARD_WINDOW: width x height + left + top in pixels, such as 1920x1080+0+0: ${text}`,
    );
  }
  const [widthPx = 0, heightPx = 0, leftPx = 0, topPx = 0] = found
    .slice(1)
    .map((number: string | undefined) => Number(number ?? 0));
  return { widthPx, heightPx, leftPx, topPx };
}

function extraFlagsOf({ CHROMIUM_FLAGS, LAUNCHER_TEST }: Environment): readonly string[] {
  const flags = (CHROMIUM_FLAGS ?? '').split(/\s+/).filter((flag) => flag !== '');
  const stray = flags.find((flag) => !flag.startsWith('--'));
  if (stray !== undefined)
    throw new SettingRefused(`CHROMIUM_FLAGS: each starts with --: ${stray}`);
  if (flags.some((flag) => flag.startsWith(PORT_FLAG))) {
    throw new SettingRefused(`CHROMIUM_FLAGS: ${PORT_FLAG} would open the board to its network`);
  }
  if (LAUNCHER_TEST === '1') return flags;
  for (const [refused, reason] of REFUSED_FLAGS) {
    if (!flags.some((flag) => flag.split('=')[0] === refused)) continue;
    throw new SettingRefused(`CHROMIUM_FLAGS: ${refused} is refused on a board: ${reason}`);
  }
  return flags;
}
