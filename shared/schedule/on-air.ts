/** What is on the glass at an instant: announcements and blanking laid over the plan, which runs on beneath (S3). */
import {
  ALL_CLEAR_MS,
  IMPORTANT_SHOW_MS,
  repeatMsOf,
  type Announcement,
} from '../content/announcement.ts';
import type { Glass } from '../protocol/events.ts';
import type { Slot } from '../protocol/manifest.ts';
import type { EpochMs } from '../time.ts';

export interface OnAir {
  readonly layer: Glass['layer'];
  /** Set on the layers `slot` and `house` only; `slotOnAir` knows what runs beneath the others. */
  readonly slot: Slot | null;
  /** Set on `important`, `emergency` and `all-clear` only. */
  readonly announcement: Announcement | null;
  /** The next instant at which the answer may differ, later than the one asked for; null if never. */
  readonly changesAt: EpochMs | null;
}

/**
 * The slot on air at `at`, or undefined while the board is dark.
 * Slots are sorted and half-open: [startMs, endMs), epoch ms. O(log n), no allocation.
 */
export function slotOnAir(slots: readonly Slot[], at: EpochMs): Slot | undefined {
  const slot = slots[indexAfter(slots, at)];
  return slot && slot.startMs <= at ? slot : undefined;
}

/**
 * The ladder of S3 at `at`. `slots` may span several days. An announcement in the list counts as sent
 * whatever its `sentAt` (a board's clock may be behind): who asks about the past leaves out later ones.
 * `blankUntil` is exclusive; null is not blanked.
 */
export function onAir(question: {
  readonly slots: readonly Slot[];
  readonly announcements: readonly Announcement[];
  readonly blankUntil: EpochMs | null;
  readonly at: EpochMs;
}): OnAir {
  const { slots, announcements, blankUntil, at } = question;
  if (blankUntil !== null && at < blankUntil)
    return { layer: 'blank', slot: null, announcement: null, changesAt: blankUntil };
  const next = slots[indexAfter(slots, at)];
  const slot = next && next.startMs <= at ? next : null;
  if (announcements.length === 0) {
    const layer = slot === null ? 'off' : slot.kind === 'house' ? 'house' : 'slot';
    const changesAt = slot ? slot.endMs : (next?.startMs ?? null);
    return { layer, slot, announcement: null, changesAt };
  }
  let changesAt = slot ? slot.endMs : (next?.startMs ?? Infinity);
  const standing = announcements.filter((one) => !isCorrected(one, announcements));
  for (const one of standing)
    for (const edge of [
      one.expiresAt,
      one.clearedAt ?? 0,
      (one.clearedAt ?? -ALL_CLEAR_MS) + ALL_CLEAR_MS,
    ])
      if (edge > at) changesAt = Math.min(changesAt, edge);
  const important = importantAt(standing, at);
  changesAt = Math.min(changesAt, important.changesAt);
  const answer = (layer: Glass['layer'], announcement: Announcement | null): OnAir => ({
    layer,
    slot: layer === 'slot' || layer === 'house' ? slot : null,
    announcement,
    changesAt: changesAt === Infinity ? null : changesAt,
  });
  const emergency = newest(standing.filter((one) => one.level === 'emergency' && isLive(one, at)));
  if (emergency) return answer('emergency', emergency);
  const allClear = newest(standing.filter((one) => isBeingCleared(one, at)));
  if (allClear) return answer('all-clear', allClear);
  if (!slot) return answer('off', null);
  if (important.shown) return answer('important', important.shown);
  return answer(slot.kind === 'house' ? 'house' : 'slot', null);
}

/**
 * The important announcement that has its turn, and when that may change. Rounds are as far apart as the shortest
 * interval, or as all together need, and counted from the newest one; in each those have a turn whose interval
 * has passed.
 */
function importantAt(
  announcements: readonly Announcement[],
  at: EpochMs,
): { readonly shown: Announcement | undefined; readonly changesAt: EpochMs } {
  const live = announcements
    .filter((one) => one.level === 'important' && isLive(one, at))
    .sort((a, b) => b.seq - a.seq);
  const first = live[0];
  if (!first) return { shown: undefined, changesAt: Infinity };
  const shortest = Math.min(...live.map(repeatMsOf));
  const period = Math.max(shortest, live.length * IMPORTANT_SHOW_MS);
  const since = Math.max(0, at - first.sentAt);
  const round = Math.floor(since / period) * period;
  const turn = Math.floor((since - round) / IMPORTANT_SHOW_MS);
  const shown = live.filter((one) => isDue(one, round, period))[turn];
  const changesAt = first.sentAt + round + (shown ? (turn + 1) * IMPORTANT_SHOW_MS : period);
  return { shown, changesAt };
}

/** Whether an interval ends between the round before and this one; the first round has all of them. */
function isDue(announcement: Announcement, round: number, period: number): boolean {
  if (round === 0) return true;
  const every = repeatMsOf(announcement);
  return Math.floor(round / every) > Math.floor((round - period) / every);
}

function isLive(announcement: Announcement, at: EpochMs): boolean {
  const { clearedAt, expiresAt } = announcement;
  return at < expiresAt && (clearedAt === null || at < clearedAt);
}

function isBeingCleared({ level, clearedAt, expiresAt }: Announcement, at: EpochMs): boolean {
  if (level !== 'emergency' || clearedAt === null || clearedAt >= expiresAt) return false;
  return clearedAt <= at && at < clearedAt + ALL_CLEAR_MS;
}

function isCorrected(one: Announcement, all: readonly Announcement[]): boolean {
  return all.some((other) => other.corrects === one.id);
}

function newest(announcements: readonly Announcement[]): Announcement | undefined {
  let found: Announcement | undefined;
  for (const one of announcements) if (!found || one.seq > found.seq) found = one;
  return found;
}

/** Position of the first slot that ends after `at`. */
function indexAfter(slots: readonly Slot[], at: EpochMs): number {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const slot = slots[middle];
    if (slot && slot.endMs <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
