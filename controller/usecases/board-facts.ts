import { BEAT_MS } from '../../shared/protocol/events.ts';
import type { BoardFacts } from '../../shared/schedule/explain.ts';
import type { EpochMs } from '../../shared/time.ts';
import { announcementsThen } from './announcements-then.ts';
import type { Context } from './context.ts';

/** A board's last word is taken as how it is now for so long. */
const FRESH_MS = 3 * BEAT_MS;

/**
 * What lay over the plan of a screen at `at`, and what its board cannot show, so far as it is known: nobody
 * remembers blanks of the past, and a board tells of now only.
 */
export async function boardFacts(
  context: Context,
  screenId: string,
  at: EpochMs,
): Promise<BoardFacts> {
  const { announcements, screens } = context.store.records;
  const now = context.now();
  const isPast = at < now - FRESH_MS;
  const sent = at < now ? await announcements.all() : await announcements.current(now);
  const screen = isPast ? undefined : await screens.get(screenId);
  const state =
    isPast || at > now + FRESH_MS
      ? undefined
      : context.boards.states().find((one) => one.screenId === screenId);
  const beat = (state?.beatAt ?? 0) >= now - FRESH_MS ? state?.beat : null;
  return {
    announcements: announcementsThen(sent, screenId, at),
    blankUntil: screen?.blankUntil ?? null,
    failedSlideIds: beat?.failedSlideIds ?? [],
    waitingSlideIds: beat?.waitingSlideIds ?? [],
  };
}
