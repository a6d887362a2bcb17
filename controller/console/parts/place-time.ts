/** The zone of a board. */
import type { ZoneOffset } from '../../../shared/time.ts';
import type { Desk } from '../link/desk.ts';
import { SEOUL } from './preview-scene.ts';

/** From the manifest of the board, else of the first one, where that is held already; until then the plaza's. */
export function offsetsOf(
  desk: Desk,
  screenId: string | undefined = desk.screens.value?.[0]?.screen.id,
): readonly ZoneOffset[] {
  const manifest = screenId === undefined ? undefined : desk.manifest(screenId).value;
  return manifest?.calendar.offsets ?? SEOUL;
}
