/** Screens with the same plan share a manifest. */
import type { Screen } from '../../shared/content/screen.ts';
import type { World } from './world.ts';

export interface Group {
  /**
   * Named after its first screen, so that the name outlives every change which moves all its screens
   * alike: then boards get a patch, and only a screen that leaves the others must pull.
   */
  readonly id: string;
  /** Sorted, never empty. */
  readonly screenIds: readonly string[];
  /** Any of its screens: zone, week and special days are the same for all. */
  readonly screen: Screen;
}

const calendarKeys = new WeakMap<Screen, string>();

/** Equal for two screens exactly when zone, opening hours and special days are. */
export function calendarKey(screen: Screen): string {
  const known = calendarKeys.get(screen);
  if (known !== undefined) return known;
  const key = JSON.stringify([screen.zone, screen.week, screen.specialDays]);
  calendarKeys.set(screen, key);
  return key;
}

/**
 * Two screens share one when their calendars are equal and every live booking takes in
 * both or neither, and nothing sets them `apart` by hand. O(screens + screens named by bookings).
 */
export function groupsOf(world: World, apart: ReadonlyMap<string, string>): readonly Group[] {
  const named = new Map<string, string[]>();
  for (const booking of world.bookings.values()) {
    if (booking.state !== 'live' || booking.screens === 'all') continue;
    for (const screenId of new Set(booking.screens)) {
      const list = named.get(screenId);
      if (list) list.push(booking.id);
      else named.set(screenId, [booking.id]);
    }
  }
  const byKey = new Map<string, Screen[]>();
  for (const screen of world.screens.values()) {
    const key = `${calendarKey(screen)}${apart.get(screen.id) ?? ''}|${named.get(screen.id)?.sort().join() ?? ''}`;
    const list = byKey.get(key);
    if (list) list.push(screen);
    else byKey.set(key, [screen]);
  }
  return [...byKey.values()].flatMap((screens) => {
    const [first, ...others] = screens.sort((a, b) => (a.id < b.id ? -1 : 1));
    if (!first) return [];
    const screenIds = [first.id, ...others.map((screen) => screen.id)];
    return [{ id: `plan-${first.id}`, screenIds, screen: first }];
  });
}
