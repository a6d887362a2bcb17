/** On which boards a slide is measured. Pure: the console measures by it, the server judges by it. */
import { includesScreen } from '../content/fields.ts';
import type { Booking } from '../content/booking.ts';
import type { Screen } from '../content/screen.ts';

type Target = Pick<
  Screen,
  | 'id'
  | 'widthPx'
  | 'heightPx'
  | 'pitchMm'
  | 'viewingDistanceM'
  | 'facesRoad'
  | 'trafficSignalWithin30m'
>;

/** The screens of the slide's live bookings; without one, and for what the house shows, all that there are. */
export function targetBoards<T extends Target>(
  slide: { readonly id: string; readonly house: boolean } | undefined,
  bookings: readonly Pick<Booking, 'slideIds' | 'screens' | 'state'>[],
  screens: readonly T[],
): readonly T[] {
  const live = bookings.filter(
    ({ state, slideIds }) => state === 'live' && slide !== undefined && slideIds.includes(slide.id),
  );
  if (live.length === 0 || slide?.house) return screens;
  return screens.filter(({ id }) => live.some((booking) => includesScreen(booking.screens, id)));
}

/** What the rules look at: boards of one kind are measured once. */
export function kindOfBoard(board: Target): string {
  const { widthPx, heightPx, pitchMm, viewingDistanceM } = board;
  const { facesRoad, trafficSignalWithin30m } = board;
  return [widthPx, heightPx, pitchMm, viewingDistanceM, facesRoad, trafficSignalWithin30m].join();
}

/** One board of each kind, in their order. */
export function oneOfEachKind<T extends Target>(boards: readonly T[]): readonly T[] {
  const byKind = new Map<string, T>();
  for (const board of boards) {
    const kind = kindOfBoard(board);
    if (!byKind.has(kind)) byKind.set(kind, board);
  }
  return [...byKind.values()];
}
