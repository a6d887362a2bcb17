/** Which shops the directory lists at an instant, and in which order. Pure. */
import type { Trade } from '../content/shop.ts';
import { openState, type OpenState } from '../open-state.ts';
import type { ManifestShop } from '../protocol/manifest.ts';
import type { Scene } from './scene.ts';

export interface DirectoryEntry {
  readonly shop: ManifestShop;
  readonly open: OpenState;
}

/**
 * Open shops, nearest first, then those that open later today, soonest first; shops that are shut for
 * today are left out. Names break ties. `trade` null takes all trades.
 */
export function directoryEntries(
  scene: Pick<Scene, 'shops' | 'calendar' | 'at'>,
  trade: Trade | null,
): readonly DirectoryEntry[] {
  const entries = scene.shops
    .filter((shop) => trade === null || shop.trade === trade)
    .map((shop) => ({ shop, open: openState(shop, scene.calendar, scene.at) }));
  const open = entries.filter((entry) => entry.open.state === 'open');
  const later = entries.filter((entry) => entry.open.state === 'later');
  return [...open.sort(nearestFirst), ...later.sort(soonestFirst)];
}

function nearestFirst(a: DirectoryEntry, b: DirectoryEntry): number {
  return a.shop.walkMinutes - b.shop.walkMinutes || byName(a, b);
}

function soonestFirst(a: DirectoryEntry, b: DirectoryEntry): number {
  return (a.open.fromMinute ?? 0) - (b.open.fromMinute ?? 0) || nearestFirst(a, b);
}

/** Hangul syllables sort by code point, so no locale is needed. */
function byName(a: DirectoryEntry, b: DirectoryEntry): number {
  return a.shop.name.ko < b.shop.name.ko ? -1 : 1;
}
