/** The strip that recalls an important announcement: when there is one, and how much of the board it takes. */
import type { Announcement } from '../../shared/content/announcement.ts';
import { boardLayout } from '../../shared/slides/board-layout.ts';
import type { Geometry } from '../../shared/slides/scene.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { Held } from './held.ts';

/**
 * The announcement in the strip, or null: the newest important one that is live, and never beside a road.
 * It stays beneath the announcement's own showings, so that the slides keep their size.
 */
export function tickerAt({ screen, announcements }: Held, at: EpochMs): Announcement | null {
  if (screen?.facesRoad !== false) return null;
  return announcements
    .filter(
      ({ id, level, clearedAt, expiresAt }) =>
        level === 'important' &&
        clearedAt === null &&
        at < expiresAt &&
        !announcements.some(({ corrects }) => corrects === id),
    )
    .reduce<Announcement | null>(
      (newest, other) => (newest && newest.seq > other.seq ? newest : other),
      null,
    );
}

/** Height of the strip in board pixels. */
export function tickerHeightPx(geometry: Geometry): number {
  return Math.ceil(boardLayout(geometry).frameFontPx * 2.1);
}

/** What is left for the slides above it. */
export function aboveTicker<Board extends Geometry>(geometry: Board): Board {
  return { ...geometry, heightPx: geometry.heightPx - tickerHeightPx(geometry) };
}
