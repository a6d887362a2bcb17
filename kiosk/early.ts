/**
 * What takes long and needs nothing of the rest: begun while the page's script is still being set up. To be
 * imported before all else.
 */
import { BOARD_PATH, MANIFEST_PATH } from '../shared/protocol/http/device-paths.ts';
import { fontsReady } from '../shared/slides/fonts.ts';
import { openBoardDatabase } from './cache/database.ts';
import { DEVICE_KEY } from './cache/device-key.ts';

const PULL_MS = 30_000;
const pulls = new Map<string, Promise<Response>>();
const token = rememberedToken();

void fontsReady();
startPulls();

/** Null where the browser refuses storage. */
export const databaseOpening = openBoardDatabase().catch(() => null);

/** As `fetch`, but the first call for what was asked for early gets that answer. */
export const earlyFetch: typeof fetch = (input, init) => {
  const path = input instanceof URL ? input.pathname : '';
  const early = pulls.get(path);
  pulls.delete(path);
  const isSameBoard = new Headers(init?.headers).get('authorization') === `Bearer ${token ?? ''}`;
  return isSameBoard && early ? early : fetch(input, init);
};

function startPulls(): void {
  if (token === null) return;
  for (const path of [MANIFEST_PATH, BOARD_PATH]) {
    const answer = fetch(path, {
      signal: AbortSignal.timeout(PULL_MS),
      cache: 'no-store',
      redirect: 'manual',
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
    });
    // Whoever takes it hears of its failure.
    answer.catch(() => undefined);
    pulls.set(path, answer);
  }
}

function rememberedToken(): string | null {
  try {
    const device: unknown = JSON.parse(localStorage.getItem(DEVICE_KEY) ?? 'null');
    const token = typeof device === 'object' && device && 'token' in device ? device.token : null;
    return typeof token === 'string' ? token : null;
  } catch {
    // Refused or half-written: whoever reads it later makes the best of it.
    return null;
  }
}
